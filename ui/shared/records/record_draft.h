#pragma once

#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "domain/needs/draft_rebase.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

/// One version of a record as its form shows it.
struct RecordVersion {
    FieldTexts fields;
    int rowVersion = 0;
};

/// What is typed and not saved, and the version it was begun on.
struct RecordDraft {
    RecordVersion base;
    FieldTexts mine;

    std::string toJson() const;
    /// Empty: not such a draft.
    static std::optional<RecordDraft> fromJson(const std::string& json);
};

}  // namespace homeward::ui
