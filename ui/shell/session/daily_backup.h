#pragma once

namespace homeward::app {
class Session;
}

namespace homeward::ui {

class MainWindow;

/// Makes the backup of the day, if one is due, on a thread and a connection of its own, so that
/// nothing waits for it; the status bar of `window` says so. Ends with the window.
void startDailyBackup(app::Session& session, MainWindow& window);

}  // namespace homeward::ui
