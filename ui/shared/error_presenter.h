#pragma once

#include <QString>

#include "support/error.h"

namespace homeward::ui {

/// What happened, what became of the work, what to do next. Never "Error", a code number or SQL.
struct UserMessage {
    QString title;
    QString text;
    QString nextStep;  ///< may be empty
};

/// The only place with error texts; a code without words does not compile.
UserMessage messageFor(const Error& error);
/// The sentence for a broken rule of InvalidInput ("required", "in-future", ...), to show beside the field.
QString ruleText(const Error& error);

}  // namespace homeward::ui
