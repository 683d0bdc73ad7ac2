#include "ui/shell/shell_controller.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QStandardPaths>
#include <QTimer>

#include "app/accounts.h"
#include "app/demonstration.h"
#include "ui/shared/banner.h"
#include "ui/shared/dialogs.h"
#include "ui/shared/format.h"
#include "ui/shell/background.h"
#include "ui/shell/lock_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/open_authority.h"
#include "ui/shell/shell_actions.h"
#include "ui/shared/settings.h"
#include "ui/shell/start/create_authority_page.h"
#include "ui/shell/start/demonstration_page.h"
#include "ui/shell/start/passphrase_edit.h"
#include "ui/shell/start/sign_in_page.h"
#include "ui/shell/start/start_window.h"
#include "ui/shell/start/welcome_page.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logShell, "homeward.shell")

using OpenedSession = std::unique_ptr<app::Session>;

std::filesystem::path toPath(const QString& path)
{
    return std::filesystem::path(utf8(path));
}

QString toText(const std::filesystem::path& path)
{
    return text(path.string());
}

/// The first line, whatever its line end.
std::shared_ptr<Secret> readPassphrase(const QString& fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    QByteArray line = file.readLine(4096);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    auto secret = std::make_shared<Secret>(
        std::string_view(line.constData(), static_cast<std::size_t>(line.size())));
    line.fill('\0');
    return secret;
}

}  // namespace

ShellController::ShellController(const ShellOptions& options, const app::Environment& environment,
                                 std::function<void(PageRegistry&)> registerPages, Dialogs& dialogs)
    : m_options(options),
      m_environment(environment),
      m_registerPages(std::move(registerPages)),
      m_dialogs(dialogs)
{
    connect(&m_idle, &IdleWatch::idle, this, &ShellController::lock);
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
        emit ready();
        return;
    }
    showSignIn(toPath(folder), m_options.account);
    if (m_options.passphraseFile.isEmpty()) {
        emit ready();
        return;
    }
    auto passphrase = readPassphrase(m_options.passphraseFile);
    auto* const page = qobject_cast<SignInPage*>(m_startWindow->page());
    if (!passphrase || !page) {
        if (page)
            page->showError({ErrorCode::FileUnreadable,
                             "passphrase file",
                             {{"file", utf8(m_options.passphraseFile)}}});
        emit failed();
        return;
    }
    signIn(toPath(folder), page->account(), std::move(passphrase), true);
}

void ShellController::showStart(StartPage* page)
{
    if (!m_startWindow) {
        m_startWindow = std::make_unique<StartWindow>();
        m_startWindow->resize(1366, 768);
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
    auto* page = new WelcomePage;
    connect(page, &WelcomePage::createRequested, this, &ShellController::showCreate);
    connect(page, &WelcomePage::openRequested, this, &ShellController::chooseAuthority);
    connect(page, &WelcomePage::demonstrationRequested, this, &ShellController::openDemonstration);
    showStart(page);
}

void ShellController::goBack()
{
    if (m_open) {
        m_open->window->setVisible(true);
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
            auto passphrase = std::make_shared<Secret>(plan->passphrase.clone());
            showSignIn(plan->folder, text(plan->accountName));
            signIn(plan->folder, text(plan->accountName), std::move(passphrase), false);
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
        m_startWindow->page()->banner()->showError(authority.error());
        return;
    }
    auto* page = new SignInPage(*authority, account);
    connect(page, &SignInPage::otherAuthorityRequested, this, &ShellController::showWelcome);
    connect(page, &SignInPage::signInRequested, this, [this, page, folder] {
        signIn(folder, page->account(), std::make_shared<Secret>(page->passphrase()->secret()),
               false);
    });
    showStart(page);
}

void ShellController::signIn(const std::filesystem::path& folder, const QString& account,
                             std::shared_ptr<Secret> passphrase, bool unattended)
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
        [this, page, unattended](Result<OpenedSession> opened) {
            if (opened)
                return enter(std::move(opened).value());
            qCWarning(logShell, "Sign in refused: %s", toKey(opened.error().code));
            page->setBusy(false);
            page->showError(opened.error());
            if (unattended)
                emit failed();
        });
}

void ShellController::openDemonstration()
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
                return openDemonstration();
            showWelcome();
            m_startWindow->page()->banner()->showError(made.error());
        });
    connect(work, &Background::progressed, page, &DemonstrationPage::setProgress);
    connect(page, &DemonstrationPage::cancelRequested, work, &Background::cancel);
}

void ShellController::enter(std::unique_ptr<app::Session> session)
{
    m_open.reset();
    m_open = std::make_unique<OpenAuthority>(std::move(session), m_dialogs);
    m_registerPages(m_open->registry);
    Settings::setLastAuthority(toText(m_open->session->authority().folder));
    qCInfo(logShell, "Signed in: account %s", m_open->session->account().id.value.c_str());

    const ShellCommands commands{
        .createAuthority = [this] { showCreate(); },
        .openAuthority = [this] { chooseAuthority(); },
        .lock = [this] { lock(); },
        // Queued: the menu that asks for it goes with the window.
        .signOut =
            [this] {
                QMetaObject::invokeMethod(this, &ShellController::signOut, Qt::QueuedConnection);
            },
        .setIdleMinutes = [this](int minutes) { m_idle.setLimit(std::chrono::minutes(minutes)); }};
    addShellActions(m_open->actions, m_dialogs, commands);
    m_open->openWindow(makeAccountMenu(m_open->actions, *m_open->session, commands));
    MainWindow& window = *m_open->window;
    connect(window.lockPage(), &LockPage::unlockRequested, this, &ShellController::unlock);
    connect(window.lockPage(), &LockPage::signOutRequested, this, &ShellController::signOut,
            Qt::QueuedConnection);
    if (m_startWindow)
        window.setGeometry(m_startWindow->geometry());
    window.restoreGeometry(Settings::windowGeometry());
    window.setVisible(true);
    closeStartWindow();
    m_idle.setLimit(std::chrono::minutes(Settings::idleMinutes()));
    m_idle.start();
    emit ready();
}

void ShellController::lock()
{
    if (!m_open)
        return;
    m_idle.stop();
    m_dialogs.closeAll();
    m_open->window->lock();
}

void ShellController::unlock()
{
    LockPage* const page = m_open->window->lockPage();
    // A connection of its own: the check takes most of a second and the jobs may be at work.
    auto opened = m_open->session->forWorker();
    if (!opened)
        return page->showError(opened.error());
    const std::shared_ptr<app::Session> session = std::move(opened).value();
    const auto passphrase = std::make_shared<Secret>(page->passphrase()->secret());
    page->setBusy(true);
    Background::run<Done>(
        page,
        [session, passphrase](const RunControl&) {
            return app::confirmPassphrase(*session, *passphrase);
        },
        [this, page](const Result<Done>& confirmed) {
            if (!confirmed)
                return page->showError(confirmed.error());
            m_open->window->unlock();
            m_idle.start();
        });
}

void ShellController::signOut()
{
    if (!m_open)
        return;
    m_idle.stop();
    const std::filesystem::path folder = m_open->session->authority().folder;
    const QString account = text(m_open->session->account().name);
    m_open->window->keepUnsaved();
    Settings::setWindowGeometry(m_open->window->saveGeometry());
    showSignIn(folder, account);
    m_open.reset();
    qCInfo(logShell, "Signed out");
}

}  // namespace homeward::ui
