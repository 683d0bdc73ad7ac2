#pragma once

namespace homeward::ui {

/// Sends Qt's and our own messages to a rotating file in the application's local data. Ids and
/// codes only, never names.
void startLogging();

}  // namespace homeward::ui
