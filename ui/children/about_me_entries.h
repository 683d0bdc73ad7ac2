#pragma once

#include <optional>

#include "domain/child.h"
#include "ui/shared/entries.h"

namespace homeward::ui {

/// What stands in the fields of About me. Of note: "birthDate" is ISO, or as typed where it is no
/// day; "likesPets" is "yes", "no" or empty; "worker" is an id.
using AboutMeEntries = Entries;

/// A draft of About me: the entries and the version of the record they were begun on.
struct AboutMeDraft {
    AboutMeEntries entries;
    int seenVersion = 0;

    std::string toJson() const;
    /// Empty: not such a draft.
    static std::optional<AboutMeDraft> fromJson(const std::string& json);
};

}  // namespace homeward::ui
