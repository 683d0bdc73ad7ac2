#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/home.h"
#include "domain/needs/needs_framework.h"

namespace homeward::ui {

/// A skills profile that is being written.
struct SkillsDraft {
    FrameworkVersionId framework;
    SkillsProfileId basedOn;  ///< newest profile when this was begun; empty: there was none
    Date recordedOn;
    std::vector<Rating> ratings;  ///< agreed, in the framework's order

    bool operator==(const SkillsDraft&) const = default;
};

/// Starts from `newest` (may be null): every domain of `framework`, unknown where it was not rated.
SkillsDraft skillsDraftFrom(const NeedsFramework& framework, const SkillsProfile* newest,
                            Date today);

std::string toJson(const SkillsDraft& draft);
/// Empty: the text is no draft of this program.
std::optional<SkillsDraft> skillsDraftFrom(const std::string& json);

}  // namespace homeward::ui
