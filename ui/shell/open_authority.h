#pragma once

#include <memory>

#include "app/session.h"
#include "ui/shared/action_catalogue.h"
#include "ui/shared/change_relay.h"
#include "ui/shared/jobs.h"
#include "ui/shared/page_registry.h"
#include "ui/shared/record_lists.h"

class QMenu;

namespace homeward::ui {

class MainWindow;

/// Everything that lives while somebody is signed in, in the order in which it must go (last
/// first).
struct OpenAuthority {
    OpenAuthority(std::unique_ptr<app::Session> opened, Dialogs& theDialogs);
    ~OpenAuthority();

    /// The window on its first page; lists begin to load.
    void openWindow(QMenu* accountMenu);

    std::shared_ptr<app::Session> session;  ///< also of a check of the passphrase that runs
    ChangeRelay relay;
    Jobs jobs;
    RecordLists lists;
    PageRegistry registry;
    ActionCatalogue actions;
    Dialogs& dialogs;
    std::unique_ptr<MainWindow> window;
};

}  // namespace homeward::ui
