#pragma once

#include <QString>

#include "app/audit_trail.h"

namespace homeward::ui {

/// The verdict in words: whether the trail is whole, else the first bad row and what is wrong with
/// it.
struct VerdictWords {
    bool whole = true;
    QString title;
    QString text;
};
VerdictWords verdictWords(const app::ChainVerdict& verdict);

/// "Added an account" for "add-account"; of every use case that leaves a trace.
QString auditCaseText(const std::string& useCase);
/// "account" for "account", "home" for "home": what kind of record was changed.
QString entityText(const std::string& entity);

}  // namespace homeward::ui
