#pragma once

#include <QLoggingCategory>
#include <QObject>
#include <filesystem>
#include <functional>
#include <memory>

#include "app/authority/authority.h"
#include "app/session/environment.h"
#include "ui/shared/pages/page_registry.h"
#include "ui/shell/session/idle_watch.h"
#include "ui/shell/session/shell.h"

namespace homeward::ui {

class Dialogs;
class MainWindow;
class StartPage;
class StartWindow;
struct OpenAuthority;
struct Whereabouts;

Q_DECLARE_LOGGING_CATEGORY(logShell)

/// From first run or sign-in to the main window and back: who is signed in, to what, and whether it
/// is locked.
class ShellController : public QObject {
    Q_OBJECT
public:
    ShellController(const ShellOptions& options, const app::Environment& environment,
                    std::function<void(PageRegistry&)> registerPages, Dialogs& dialogs);
    ~ShellController() override;

    void start();
    StartWindow* startWindow() const { return m_startWindow.get(); }
    MainWindow* mainWindow() const;  ///< null: nobody is signed in
    app::Session* session() const;

    void showWelcome();
    void showCreate();
    void showRestore();
    void chooseAuthority();
    void showSignIn(const std::filesystem::path& folder, const QString& account);
    /// Asks first where an authority is open.
    void openDemonstration();
    void lock();
    /// Asks first where something typed could not be saved.
    void signOut();

signals:
    /// The first page stands, or somebody is signed in.
    void ready();
    /// Signing in with a passphrase file did not work.
    void failed();

private:
    void showStart(StartPage* page);
    QString openName() const;  ///< of the open authority; empty: none
    /// `shown`: folder of the authority the page is about; empty: none.
    void offerRecent(StartPage& page, const QString& shown);
    void goBack();
    void createAuthority();
    void enterDemonstration();
    void makeDemonstration(const std::filesystem::path& folder);
    void signIn(const std::filesystem::path& folder, const QString& account,
                const std::shared_ptr<Secret>& passphrase, bool unattended);
    /// Before the records, where somebody else set the passphrase.
    void askOwnPassphrase(std::unique_ptr<app::Session> opened,
                          const std::shared_ptr<Secret>& current);
    void enter(std::shared_ptr<app::Session> session);
    /// The window on a session, with all that lives beside it; `before`: where somebody was.
    void openWindow(std::shared_ptr<app::Session> session, const Whereabouts* before);
    /// Makes the window anew in the language that was chosen, at the place where it is.
    void changeLanguage();
    void rememberAuthority();
    /// Before another authority takes the place of the open one.
    bool mayLeaveWindow();
    /// Takes key and records out of memory while the window is locked.
    void closeSession();
    void unlock();
    void leave();  ///< to the sign-in page, as soon as no dialog runs
    void closeStartWindow();

    ShellOptions m_options;
    app::Environment m_environment;
    std::function<void(PageRegistry&)> m_registerPages;
    Dialogs& m_dialogs;
    IdleWatch m_idle;
    std::unique_ptr<StartWindow> m_startWindow;
    std::unique_ptr<OpenAuthority> m_open;
    bool m_unlocking = false;
    bool m_languageWaits = false;  ///< chosen while work ran
};

}  // namespace homeward::ui
