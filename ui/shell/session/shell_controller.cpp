#include "ui/shell/session/shell_controller.h"

#include <QDir>
#include <QLoggingCategory>
#include <QStandardPaths>
#include <QTimer>
#include <QVBoxLayout>

#include "app/authority/accounts.h"
#include "app/authority/demonstration.h"
#include "support/secrets/secret_file.h"
#include "support/secrets/stack_wipe.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/output/clipboard.h"
#include "ui/shared/tasks/settings.h"
#include "ui/shared/words/format.h"
#include "ui/shell/frame/main_window.h"
#include "ui/shell/frame/page_area.h"
#include "ui/shell/session/background.h"
#include "ui/shell/session/lock_page.h"
#include "ui/shell/session/open_authority.h"
#include "ui/shell/start/own_passphrase_page.h"
#include "ui/shell/start/create_authority_page.h"
#include "ui/shell/start/demonstration_page.h"
#include "ui/shell/start/passphrase_edit.h"
#include "ui/shell/start/recent_authorities.h"
#include "ui/shell/start/restore_page.h"
#include "ui/shell/start/sign_in_page.h"
#include "ui/shell/start/start_window.h"
#include "ui/shell/start/welcome_page.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(logShell, "homeward.shell")

namespace {

using OpenedSession = std::unique_ptr<app::Session>;

std::filesystem::path toPath(const QString& path)
{
    return absolutePath(std::filesystem::path(utf8(path)));
}

QString toText(const std::filesystem::path& path)
{
    return text(path.string());
}

}  // namespace

ShellController::ShellController(const ShellOptions& options, const app::Environment& environment,
                                 std::function<void(PageRegistry&)> registerPages, Dialogs& dialogs)
    : m_options(options),
      m_environment(environment),
      m_registerPages(std::move(registerPages)),
      m_dialogs(dialogs)
{
    Clipboard::instance();  // from the first copy on
    connect(&m_idle, &IdleWatch::idle, this, &ShellController::lock);
    connect(&Settings::events(), &Settings::Events::idleMinutesChanged, this,
            [this](int minutes) { m_idle.setLimit(std::chrono::minutes(minutes)); });
    // Queued: the menu that asks for it goes with the window.
    connect(&Settings::events(), &Settings::Events::languageChanged, this,
            &ShellController::changeLanguage, Qt::QueuedConnection);
}

ShellController::~ShellController() = default;

MainWindow* ShellController::mainWindow() const
{
    return m_open ? m_open->window.get() : nullptr;
}

app::Session* ShellController::session() const
{
    return m_open ? m_open->session.get() : nullptr;
}

void ShellController::start()
{
    const QString folder =
        m_options.authority.isEmpty() ? Settings::lastAuthority() : m_options.authority;
    if (folder.isEmpty() || (m_options.authority.isEmpty() && !QDir(folder).exists())) {
        showWelcome();
        // A disk that is not connected today: nobody should think that the authority is gone.
        if (!folder.isEmpty())
            if (const auto found = app::inspectAuthority(toPath(folder)); !found)
                m_startWindow->page()->banner()->showError(found.error());
        emit ready();
        return;
    }
    showSignIn(toPath(folder), m_options.account);
    if (m_options.passphraseFile.isEmpty()) {
        emit ready();
        return;
    }
    auto passphrase = readSecretLine(toPath(m_options.passphraseFile));
    auto* const page = qobject_cast<SignInPage*>(m_startWindow->page());
    if (!passphrase || !page) {
        if (page)
            page->showError(passphrase.error());
        emit failed();
        return;
    }
    signIn(toPath(folder), page->account(), std::make_shared<Secret>(std::move(passphrase).value()),
           true);
}

void ShellController::showStart(StartPage* page)
{
    if (!m_startWindow) {
        m_startWindow = std::make_unique<StartWindow>();
        fitToScreen(*m_startWindow, QSize(1366, 768), m_startWindow->minimumSize());
        m_startWindow->restoreGeometry(Settings::windowGeometry());
        connect(m_startWindow.get(), &StartWindow::closed, this, [this] {
            if (m_open)
                m_open->window->setVisible(true);
        });
    }
    m_startWindow->showPage(page);
    m_startWindow->show();
    if (m_open)
        m_open->window->hide();
}

void ShellController::closeStartWindow()
{
    if (m_startWindow)
        m_startWindow.release()->deleteLater();
}

void ShellController::showWelcome()
{
    auto* page = new WelcomePage(openName());
    connect(page, &StartPage::backRequested, this, &ShellController::goBack);
    connect(page, &WelcomePage::createRequested, this, &ShellController::showCreate);
    connect(page, &WelcomePage::openRequested, this, &ShellController::chooseAuthority);
    connect(page, &WelcomePage::demonstrationRequested, this, &ShellController::openDemonstration);
    connect(page, &WelcomePage::restoreRequested, this, &ShellController::showRestore);
    offerRecent(*page, {});
    showStart(page);
}

QString ShellController::openName() const
{
    return m_open ? text(m_open->session->authority().name) : QString();
}

void ShellController::offerRecent(StartPage& page, const QString& shown)
{
    auto* recent = new RecentAuthorities(
        m_open && shown.isEmpty() ? toText(m_open->session->authority().folder) : shown);
    connect(recent, &RecentAuthorities::chosen, this,
            [this](const QString& folder) { showSignIn(toPath(folder), {}); });
    page.body()->addWidget(recent);
}

void ShellController::goBack()
{
    if (m_open) {
        m_open->window->setVisible(true);
        m_open->window->activateWindow();
        closeStartWindow();
    } else {
        showWelcome();
    }
}

void ShellController::showCreate()
{
    auto* page = new CreateAuthorityPage(m_dialogs);
    connect(page, &CreateAuthorityPage::backRequested, this, &ShellController::goBack);
    connect(page, &CreateAuthorityPage::createRequested, this, &ShellController::createAuthority);
    showStart(page);
}

void ShellController::showRestore()
{
    const std::filesystem::path open =
        m_open ? m_open->session->authority().folder : std::filesystem::path();
    auto* page = new RestorePage(m_dialogs, m_environment, open);
    connect(page, &StartPage::backRequested, this, &ShellController::showWelcome);
    connect(page, &RestorePage::finished, this,
            [this](const QString& folder, const QString& account) {
                showSignIn(toPath(folder), account);
            });
    showStart(page);
}

void ShellController::createAuthority()
{
    auto* const page = qobject_cast<CreateAuthorityPage*>(m_startWindow->page());
    auto plan = std::make_shared<app::NewAuthority>(page->plan());
    page->setBusy(true);
    qCInfo(logShell, "Create authority");
    Background::run<app::AuthorityInfo>(
        page,
        [plan, environment = m_environment](const RunControl&) {
            return app::createAuthority(*plan, environment);
        },
        [this, page, plan](const Result<app::AuthorityInfo>& made) {
            page->setBusy(false);
            if (!made)
                return page->showError(made.error());
            const auto passphrase = std::make_shared<Secret>(plan->passphrase.clone());
            showSignIn(plan->folder, text(plan->accountName));
            signIn(plan->folder, text(plan->accountName), passphrase, false);
        });
}

void ShellController::chooseAuthority()
{
    QWidget* const parent = m_startWindow ? static_cast<QWidget*>(m_startWindow.get())
                                          : static_cast<QWidget*>(mainWindow());
    const QString folder = m_dialogs.folder(parent, tr("Folder of the authority"));
    if (!folder.isEmpty())
        showSignIn(toPath(folder), {});
}

void ShellController::showSignIn(const std::filesystem::path& folder, const QString& account)
{
    const auto authority = app::inspectAuthority(folder);
    if (!authority) {
        qCWarning(logShell, "Authority cannot be opened: %s", toKey(authority.error().code));
        if (!m_startWindow || !qobject_cast<WelcomePage*>(m_startWindow->page()))
            showWelcome();
        auto* const welcome = qobject_cast<WelcomePage*>(m_startWindow->page());
        welcome->banner()->showError(authority.error());
        welcome->focusOpen();
        return;
    }
    auto* page = new SignInPage(
        *authority, account.isEmpty() ? Settings::lastAccount(toText(folder)) : account);
    connect(page, &StartPage::backRequested, this, &ShellController::goBack);
    offerRecent(*page, toText(folder));
    if (m_open)
        page->offerBack(tr("Back to %1").arg(openName()));
    connect(page, &SignInPage::otherAuthorityRequested, this, &ShellController::showWelcome);
    connect(page, &SignInPage::signInRequested, this, [this, page, folder] {
        signIn(folder, page->account(), std::make_shared<Secret>(page->passphrase()->secret()),
               false);
    });
    showStart(page);
}

void ShellController::signIn(const std::filesystem::path& folder, const QString& account,
                             const std::shared_ptr<Secret>& passphrase, bool unattended)
{
    auto* const page = qobject_cast<SignInPage*>(m_startWindow->page());
    if (!page)
        return;
    page->setBusy(true);
    qCInfo(logShell, "Sign in");
    Background::run<OpenedSession>(
        page,
        [folder, name = utf8(account), passphrase, environment = m_environment](const RunControl&) {
            return app::signIn(folder, name, *passphrase, environment);
        },
        [this, page, passphrase, unattended](Result<OpenedSession> opened) {
            if (opened && (*opened)->account().passphraseByOther)
                return askOwnPassphrase(std::move(opened).value(), passphrase);
            if (opened)
                return enter(std::move(opened).value());
            qCWarning(logShell, "Sign in refused: %s", toKey(opened.error().code));
            page->setBusy(false);
            page->showError(opened.error());
            if (unattended)
                emit failed();
        });
}

void ShellController::askOwnPassphrase(OpenedSession opened, const std::shared_ptr<Secret>& current)
{
    const std::shared_ptr<app::Session> session = std::move(opened);
    auto* const page = new OwnPassphrasePage(*session);
    const std::filesystem::path folder = session->authority().folder;
    connect(page, &StartPage::backRequested, this,
            [this, folder, session] { showSignIn(folder, text(session->account().name)); });
    connect(page, &OwnPassphrasePage::chosen, this, [this, page, session, current] {
        page->setBusy(true);
        const auto next = std::make_shared<Secret>(page->passphrase());
        Background::run<Done>(
            page,
            [session, current, next](const RunControl&) {
                return app::changePassphrase(*session, *current, *next);
            },
            [this, page, session](const Result<Done>& changed) {
                page->setBusy(false);
                if (!changed)
                    return page->showError(changed.error());
                enter(session);
            });
    });
    showStart(page);
}

void ShellController::openDemonstration()
{
    const Question question{
        tr("Open the demonstration and leave %1?").arg(openName()),
        tr("You are signed out of %1. What you were writing is kept as a draft.").arg(openName()),
        tr("Open the demonstration"), tr("Stay"), false};
    if (!m_open || m_dialogs.confirm(m_startWindow.get(), question))
        enterDemonstration();
}

void ShellController::enterDemonstration()
{
    const QString folder =
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
            .filePath(u"demonstration"_s);
    if (!app::inspectAuthority(toPath(folder)))
        return makeDemonstration(toPath(folder));
    showSignIn(toPath(folder), QLatin1String(app::kDemonstrationAccount));
    signIn(toPath(folder), QLatin1String(app::kDemonstrationAccount),
           std::make_shared<Secret>(std::string_view(app::kDemonstrationPassphrase)), false);
}

void ShellController::makeDemonstration(const std::filesystem::path& folder)
{
    auto* page = new DemonstrationPage;
    showStart(page);
    app::DemonstrationPlan plan;
    plan.folder = folder;
    plan.today = m_environment.clock->today();
    app::Environment environment = m_environment;
    environment.kdfCost = app::KdfCost::Test;  // its passphrase is no secret
    qCInfo(logShell, "Make the demonstration");
    Background* const work = Background::run<app::AuthorityInfo>(
        page,
        [plan, environment](const RunControl& control) {
            return app::createDemonstration(plan, environment, control);
        },
        [this](const Result<app::AuthorityInfo>& made) {
            if (made)
                return enterDemonstration();
            showWelcome();
            m_startWindow->page()->banner()->showError(made.error());
        });
    connect(work, &Background::progressed, page, &DemonstrationPage::setProgress);
    connect(page, &DemonstrationPage::cancelRequested, work, &Background::cancel);
}

bool ShellController::mayLeaveWindow()
{
    return !m_open || m_open->window->mayLeave(tr("Leave this authority without what you typed?"));
}

void ShellController::lock()
{
    if (!m_open)
        return;
    m_idle.stop();
    m_dialogs.hideAll();
    m_open->window->lock();
    Clipboard::instance().clearOwn();
    closeSession();
}

void ShellController::closeSession()
{
    // Work that runs is let to its end, which asks for this again.
    if (!m_open || !m_open->window->isLocked() || m_unlocking || !m_open->jobs.rest())
        return;
    m_open->window->closePages();
    app::lockSession(*m_open->session);
    wipeDeadStack();
}

void ShellController::unlock()
{
    LockPage* const page = m_open->window->lockPage();
    page->banner()->hide();
    // Its own share: who signs out meanwhile does not wait for the check, which takes most of a
    // second.
    const std::shared_ptr<app::Session> session = m_open->session;
    const auto passphrase = std::make_shared<Secret>(page->passphrase()->secret());
    page->setBusy(true);
    m_unlocking = true;
    Background::run<app::OpenedKeys>(
        page,
        [session, passphrase](const RunControl&) { return app::openKeys(*session, *passphrase); },
        [this, page](const Result<app::OpenedKeys>& opened) {
            m_unlocking = false;
            const Result<Done> unlocked =
                opened ? app::unlockSession(*m_open->session, *opened) : opened.error();
            if (!unlocked) {
                page->showError(unlocked.error());
                return closeSession();
            }
            m_open->window->unlock();
            m_dialogs.showAgain();
            m_idle.start();
            if (m_languageWaits)
                changeLanguage();
        });
}

void ShellController::signOut()
{
    if (!m_open || !m_open->window->mayLeave(tr("Sign out without what you typed?")))
        return;
    m_idle.stop();
    leave();
}

void ShellController::leave()
{
    // A dialog's own page must not go before it has the answer.
    if (!m_dialogs.giveUp())
        return QTimer::singleShot(0, this, &ShellController::leave);
    if (!m_open)
        return;
    // Its window goes last, lest the program ends with it; nothing leads back to it.
    std::unique_ptr<OpenAuthority> left = std::move(m_open);
    m_unlocking = false;
    Settings::setWindowGeometry(left->window->saveGeometry());
    showSignIn(left->session->authority().folder, text(left->session->account().name));
    left.reset();
    Clipboard::instance().clearOwn();
    wipeDeadStack();
    qCInfo(logShell, "Signed out");
}

}  // namespace homeward::ui
