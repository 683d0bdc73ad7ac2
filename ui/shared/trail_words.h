#pragma once

#include <string>

#include "ui/shared/error_presenter.h"

namespace homeward::ui {

/// A contradiction between records and audit trail (app::OpenConflict::kind): what it is, what it
/// means for the work, what to do.
UserMessage trailConflictWords(const std::string& kind);

}  // namespace homeward::ui
