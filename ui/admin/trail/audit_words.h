#pragma once

#include <QString>

#include "app/trust/trust.h"
#include "app/trust/verify.h"

namespace homeward::ui {

/// The verdict in words: whether the authority is whole, and a sentence for each finding.
struct VerdictWords {
    bool whole = true;
    QString title;
    QString text;
};
VerdictWords verdictWords(const app::VerifyReport& report);

/// What was found in contradiction, when and by whose sign-in.
QString conflictText(const app::OpenConflict& conflict);

/// "account" for "account", "home" for "home": what kind of record was changed.
QString entityText(const std::string& entity);

}  // namespace homeward::ui
