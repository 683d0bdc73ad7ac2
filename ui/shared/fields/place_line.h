#pragma once

#include <QString>

#include "support/result.h"

class QLineEdit;

namespace homeward::app {
class Session;
}

namespace homeward::ui {

/// Makes a line for a place take a postcode as well: as soon as a whole one is typed that is in the
/// directory, its grid reference stands there. textEdited is sent again then.
void takePostcodes(QLineEdit& line, app::Session& session);

/// What is wrong with a place as typed, and of a postcode that it is not known; ok: it is one.
Result<Done> checkPlace(const QString& typed);

}  // namespace homeward::ui
