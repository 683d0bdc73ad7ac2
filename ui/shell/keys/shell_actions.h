#pragma once

#include <functional>

class QMenu;

namespace homeward::app {
class Session;
}

namespace homeward::ui {

class ActionCatalogue;
class Dialogs;

/// What the shell can be told to do.
struct ShellCommands {
    std::function<void()> createAuthority;
    std::function<void()> openAuthority;
    std::function<void()> lock;
    std::function<void()> signOut;
    std::function<void()> quit;
};

/// The actions of action_catalogue.h that are not about a window.
void addShellActions(ActionCatalogue& actions, Dialogs& dialogs, const ShellCommands& commands);

/// The menu under the person's name.
QMenu* makeAccountMenu(ActionCatalogue& actions, const app::Session& session);

}  // namespace homeward::ui
