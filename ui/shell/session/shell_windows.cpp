#include <QApplication>
#include <QDir>
#include <QTimer>
#include <chrono>

#include "ui/shared/output/clipboard.h"
#include "ui/shared/tasks/settings.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/languages.h"
#include "ui/shell/frame/main_window.h"
#include "ui/shell/keys/shell_actions.h"
#include "ui/shell/session/daily_backup.h"
#include "ui/shell/session/lock_page.h"
#include "ui/shell/session/open_authority.h"
#include "ui/shell/session/shell_controller.h"
#include "ui/shell/start/start_window.h"

// The part of the shell that opens windows on a session.

namespace homeward::ui {

namespace {

constexpr std::chrono::milliseconds kLookAgain{300};

}  // namespace

void ShellController::enter(std::shared_ptr<app::Session> session)
{
    // Asked about already; since then it may have become possible to save it.
    if (m_open)
        m_open->window->keepUnsaved();
    if (m_open) {
        m_open.reset();
        Clipboard::instance().clearOwn();
    }
    openWindow(std::move(session), nullptr);
    rememberAuthority();
    qCInfo(logShell, "Signed in: account %s", m_open->session->account().id.value.c_str());
    MainWindow& window = *m_open->window;
    if (m_startWindow)
        window.setGeometry(m_startWindow->geometry());
    window.restoreGeometry(Settings::windowGeometry());
    window.setVisible(true);
    window.activateWindow();
    window.focusPage();
    closeStartWindow();
    m_idle.setLimit(std::chrono::minutes(Settings::idleMinutes()));
    m_idle.start();
    emit ready();
}

void ShellController::openWindow(std::shared_ptr<app::Session> session, const Whereabouts* before)
{
    m_open = std::make_unique<OpenAuthority>(std::move(session), m_dialogs);
    m_registerPages(m_open->registry);
    const ShellCommands commands{.createAuthority =
                                     [this] {
                                         if (mayLeaveWindow())
                                             showCreate();
                                     },
                                 .openAuthority =
                                     [this] {
                                         if (mayLeaveWindow())
                                             chooseAuthority();
                                     },
                                 .lock = [this] { lock(); },
                                 // Queued: the menu that asks for it goes with the window.
                                 .signOut =
                                     [this] {
                                         QMetaObject::invokeMethod(this, &ShellController::signOut,
                                                                   Qt::QueuedConnection);
                                     },
                                 .quit = [this] { m_open->window->close(); }};
    addShellActions(m_open->actions, m_dialogs, commands);
    m_open->openWindow(makeAccountMenu(m_open->actions, *m_open->session), before);
    connect(&m_open->jobs, &Jobs::idle, this, &ShellController::closeSession);
    connect(
        &m_open->jobs, &Jobs::idle, this,
        [this] {
            if (m_languageWaits)
                changeLanguage();
        },
        Qt::QueuedConnection);
    MainWindow& window = *m_open->window;
    connect(window.lockPage(), &LockPage::unlockRequested, this, &ShellController::unlock);
    connect(window.lockPage(), &LockPage::signOutRequested, this, &ShellController::signOut,
            Qt::QueuedConnection);
    startDailyBackup(*m_open->session, window);
}

void ShellController::changeLanguage()
{
    Languages& languages = Languages::instance();
    m_languageWaits = false;
    if (Settings::language() == languages.current())
        return;
    if (!m_open) {
        languages.use(Settings::language());
        return;
    }
    MainWindow& window = *m_open->window;
    m_languageWaits = window.isLocked() || !m_open->jobs.isIdle();
    if (m_languageWaits)
        return window.setNote(tr("The language changes as soon as the work that runs has ended."));
    // Opened while work ran: it must not lose its window.
    if (QApplication::activeModalWidget())
        return QTimer::singleShot(kLookAgain, this, &ShellController::changeLanguage);
    if (!window.mayLeave(tr("Change the language without what you typed?")))
        return Settings::setLanguage(languages.current());
    if (!languages.use(Settings::language()))
        return;
    qCInfo(logShell, "Language: %s", utf8(languages.current()).c_str());
    const std::shared_ptr<app::Session> session = m_open->session;
    const Whereabouts before = window.whereabouts();
    const QByteArray geometry = window.saveGeometry();
    // For a moment there is no window at all, which must not end the program.
    const bool quits = QApplication::quitOnLastWindowClosed();
    QApplication::setQuitOnLastWindowClosed(false);
    m_open.reset();
    openWindow(session, &before);
    m_open->window->restoreGeometry(geometry);
    m_open->window->setVisible(true);
    m_open->window->activateWindow();
    m_open->window->focusPage();
    QTimer::singleShot(0, qApp, [quits] { QApplication::setQuitOnLastWindowClosed(quits); });
}

void ShellController::rememberAuthority()
{
    const app::AuthorityInfo& authority = m_open->session->authority();
    const QString folder = text(authority.folder.string());
    Settings::addRecentAuthority(
        {folder, text(authority.name), text(m_open->session->account().name)});
    // A look at the demonstration must not take the place of one's own work.
    const QString last = Settings::lastAuthority();
    if (!authority.demonstration || last.isEmpty() || !QDir(last).exists())
        Settings::setLastAuthority(folder);
}

}  // namespace homeward::ui
