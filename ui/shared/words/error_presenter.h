#pragma once

#include <QString>
#include <functional>
#include <string>

#include "support/error.h"

namespace homeward::ui {

/// What happened, what became of the work, what to do next. Never "Error", a code number or SQL.
struct UserMessage {
    QString title;
    QString text;
    QString nextStep;  ///< may be empty
};

/// The words of the catalogue, and that what was typed is still there where it is.
UserMessage messageFor(const Error& error);
/// What records and trail contradict each other in (a key of storage::TrailConflict), for
/// everybody.
UserMessage conflictMessage(const std::string& kind);
/// The sentence for a broken rule of InvalidInput ("required", "in-future", ...), to show beside
/// the field.
QString ruleText(const Error& error);
/// Shows every broken rule beside its field, the first last, so that it gets the keyboard: `show`
/// gives false where the form has no such field. False: something could not be shown, or it is no
/// broken rule at all.
bool showBrokenRules(
    const Error& error,
    const std::function<bool(const std::string& field, const QString& sentence)>& show);

}  // namespace homeward::ui
