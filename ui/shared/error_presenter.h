#pragma once

#include <QString>
#include <string_view>

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
/// The name of a field as a person says it, e.g. "date of birth"; empty for an unknown one.
QString fieldText(std::string_view field);

}  // namespace homeward::ui
