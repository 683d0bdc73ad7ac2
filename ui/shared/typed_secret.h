#pragma once

#include "support/secret.h"

class QLineEdit;

namespace homeward::ui {

/// What stands in the field, as UTF-8. Every copy made on the way is overwritten; the field keeps
/// its own until clearSecret.
Secret typedSecret(const QLineEdit& edit);
/// Empties the field; undo does not bring it back.
void clearSecret(QLineEdit& edit);

}  // namespace homeward::ui
