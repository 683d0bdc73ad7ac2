#pragma once

#include <QStringList>

#include "support/error.h"

namespace homeward::ui {

/// What changed since a list was shown, a sentence each, from the facts of a refused choice; empty:
/// the error is of another kind.
QStringList changedSentences(const Error& error);

}  // namespace homeward::ui
