#pragma once

#include <memory>

#include "app/session/session.h"
#include "ui/shared/pages/change_relay.h"
#include "ui/shared/pages/page_registry.h"
#include "ui/shared/tasks/action_catalogue.h"
#include "ui/shared/tasks/jobs.h"

class QMenu;

namespace homeward::ui {

class MainWindow;
struct Whereabouts;

/// Everything that lives while somebody is signed in, in the order in which it must go (last
/// first).
struct OpenAuthority {
    OpenAuthority(std::shared_ptr<app::Session> opened, Dialogs& theDialogs);
    ~OpenAuthority();

    /// The window on its first page, or where somebody was before.
    void openWindow(QMenu* accountMenu, const Whereabouts* before = nullptr);

    std::shared_ptr<app::Session> session;  ///< also of a check of the passphrase that runs
    ChangeRelay relay;
    Jobs jobs;
    PageRegistry registry;
    ActionCatalogue actions;
    Dialogs& dialogs;
    std::unique_ptr<MainWindow> window;
};

}  // namespace homeward::ui
