#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

#include "app/session/drafts.h"
#include "app/authority/demonstration.h"
#include "app/records/children.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/support/refused_drafts.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/shared/fields/form_field.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/tasks/settings.h"
#include "ui/shared/words/format.h"
#include "ui/shell/frame/main_window.h"
#include "ui/shell/frame/workspaces.h"
#include "ui/shell/session/lock_page.h"
#include "ui/shell/session/shell_controller.h"
#include "ui/shell/start/create_authority_page.h"
#include "ui/shell/start/passphrase_edit.h"
#include "ui/shell/start/sign_in_page.h"
#include "ui/shell/start/start_window.h"
#include "ui/shell/start/welcome_page.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

struct Program {
    explicit Program(const ShellOptions& options = {})
        : shell(options, stageEnvironment(), registerAllPages, dialogs)
    {
        Settings::setLastAuthority({});
        shell.start();
    }
    template <typename PageType>
    PageType* startPage() const
    {
        return shell.startWindow() ? qobject_cast<PageType*>(shell.startWindow()->page()) : nullptr;
    }
    template <typename Widget = QPushButton>
    Widget* find(const char* name) const
    {
        QWidget* const root = shell.startWindow() ? static_cast<QWidget*>(shell.startWindow())
                                                  : static_cast<QWidget*>(shell.mainWindow());
        return root->findChild<Widget*>(QString::fromLatin1(name));
    }
    /// Hopes of the first child, on screen.
    QPlainTextEdit* openHopes()
    {
        child = text(everyChild(*shell.session()).front().id.value);
        shell.mainWindow()->go({QStringLiteral("child"), child, QStringLiteral("about-me")});
        QPlainTextEdit* hopes = nullptr;
        waitUntil([&] {
            hopes = find<QPlainTextEdit>("myHopesEdit");
            return hopes && hopes->isVisible() && hopes->isEnabled();
        });
        return hopes;
    }
    bool waitForWindow() const
    {
        return waitUntil([this] { return shell.mainWindow() && shell.mainWindow()->isVisible(); });
    }
    /// Signed in to a demonstration by typing.
    void signIn(const char* passphrase = app::kDemonstrationPassphrase)
    {
        find<QComboBox>("accountCombo")->setCurrentText(QLatin1String(app::kDemonstrationAccount));
        auto* edit = find<QLineEdit>("passphraseEdit");
        edit->clear();
        QTest::keyClicks(edit, QLatin1String(passphrase));
        QTest::keyClick(edit, Qt::Key_Return);
    }

    CannedDialogs dialogs;
    ShellController shell;
    QString child;
};

ShellOptions openFolder(const std::filesystem::path& folder)
{
    ShellOptions options;
    options.authority = text(folder.string());
    return options;
}

/// What banners say at this moment.
QString bannersIn(const MainWindow& window)
{
    QString words;
    for (const Banner* banner : window.findChildren<Banner*>())
        for (const QLabel* label : banner->findChildren<QLabel*>())
            if (label->isVisible())
                words += label->text() + u'\n';
    return words;
}

}  // namespace

TEST_CASE("without an authority the first run offers three ways", "[ui-shell][start]")
{
    Program program;
    REQUIRE(program.startPage<WelcomePage>());
    CHECK(program.find("demonstrationButton"));
    CHECK(program.find("openButton"));
    CHECK(program.find("createButton"));
}

TEST_CASE("a folder that is no authority is said so and the first run stays", "[ui-shell][start]")
{
    const homeward::test::TemporaryFolder empty;
    Program program(openFolder(empty.path()));
    REQUIRE(program.startPage<WelcomePage>());
    CHECK(program.startPage<WelcomePage>()->banner()->isVisible());
}

TEST_CASE("the right passphrase opens the window, the wrong one says so and clears the field",
          "[ui-shell][start]")
{
    Program program(openFolder(demonstrationFolder()));
    REQUIRE(program.startPage<SignInPage>());
    program.signIn("not the passphrase");
    REQUIRE(waitUntil([&] { return program.startPage<SignInPage>()->banner()->isVisible(); }));
    CHECK(program.find<QLineEdit>("passphraseEdit")->text().isEmpty());
    program.signIn();
    REQUIRE(program.waitForWindow());
    CHECK(Settings::lastAuthority() == text(demonstrationFolder().string()));
}

TEST_CASE("a demonstration offers its account and passphrase", "[ui-shell][start]")
{
    Program program(openFolder(demonstrationFolder()));
    REQUIRE(program.find("useDemonstrationButton"));
    program.find("useDemonstrationButton")->click();
    CHECK(program.waitForWindow());
}

TEST_CASE("a passphrase file signs in without asking", "[ui-shell][start]")
{
    const homeward::test::TemporaryFolder folder;
    const QString name = text((folder.path() / "passphrase").string());
    QFile file(name);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("demonstration\r\nnot this line\n");
    file.close();
    ShellOptions options = openFolder(demonstrationFolder());
    options.account = QStringLiteral("demo");
    options.passphraseFile = name;
    Program program(options);
    CHECK(program.waitForWindow());
}

TEST_CASE("creating an authority names what is wrong beside the field, then signs in",
          "[ui-shell][start]")
{
    const homeward::test::TemporaryFolder folder;
    Program program;
    program.find("createButton")->click();
    auto* page = program.startPage<CreateAuthorityPage>();
    REQUIRE(page);
    const auto fields = page->findChildren<QLineEdit*>();
    const auto type = [&](const char* name, const QString& words) {
        for (QLineEdit* edit : fields)
            if (edit->accessibleName() == QString::fromLatin1(name)) {
                edit->clear();
                QTest::keyClicks(edit, words);
                return;
            }
        FAIL("no field " << name);
    };
    type("Name of the authority", QStringLiteral("Northshire"));
    for (QLineEdit* edit : fields)
        if (edit->accessibleName() == QStringLiteral("Folder"))
            edit->setText(text((folder.path() / "authority").string()));
    type("Your name", QStringLiteral("A. Okafor"));
    type("Passphrase", QStringLiteral("short"));
    type("Passphrase again", QStringLiteral("short"));
    program.find("createAuthorityButton")->click();
    const auto problems = [&] {
        int count = 0;
        for (const FormField* field : page->findChildren<FormField*>())
            count += field->hasProblem() ? 1 : 0;
        return count;
    };
    REQUIRE(waitUntil([&] { return problems() == 1; }));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "authority" / "keys.json"));

    type("Passphrase", QStringLiteral("otter lantern gravel"));
    type("Passphrase again", QStringLiteral("otter lantern gravel"));
    program.find("createAuthorityButton")->click();
    REQUIRE(program.waitForWindow());
    CHECK(program.shell.session()->account().name == "a.okafor");
    CHECK(program.shell.session()->account().role == Role::Administrator);
}

TEST_CASE("locking keeps what is being written and unlocking needs the passphrase",
          "[ui-shell][lock]")
{
    Program program(openFolder(copyOfDemonstration()));
    program.signIn();
    REQUIRE(program.waitForWindow());
    app::Session& session = *program.shell.session();
    const QString child = text(everyChild(session).front().id.value);
    program.shell.mainWindow()->go({QStringLiteral("child"), child, QStringLiteral("about-me")});
    QPlainTextEdit* hopes = nullptr;
    REQUIRE(waitUntil([&] {
        hopes = program.find<QPlainTextEdit>("myHopesEdit");
        return hopes && hopes->isVisible() && hopes->isEnabled();
    }));
    hopes->setPlainText(QStringLiteral("To be a vet"));

    const QPointer<QPlainTextEdit> before = hopes;
    program.shell.lock();
    CHECK_FALSE(hopes->isVisible());
    REQUIRE(waitUntil([&] { return session.isLocked(); }));
    const auto locked = app::readDraft(session, "about-me", utf8(child));
    REQUIRE_FALSE(locked);
    CHECK(locked.error().code == ErrorCode::Locked);
    // The page is gone with all its words, and comes back with them.
    CHECK(waitUntil([&] { return !before; }));

    LockPage* const lock = program.shell.mainWindow()->lockPage();
    lock->passphrase()->setText(QStringLiteral("not the passphrase"));
    emit lock->unlockRequested();
    REQUIRE(waitUntil([&] { return lock->banner()->isVisible(); }));
    CHECK(program.shell.mainWindow()->isLocked());
    lock->passphrase()->setText(QLatin1String(app::kDemonstrationPassphrase));
    emit lock->unlockRequested();
    REQUIRE(waitUntil([&] { return !program.shell.mainWindow()->isLocked(); }));
    const auto draft = app::readDraft(session, "about-me", utf8(child));
    REQUIRE(draft);
    REQUIRE(*draft);
    CHECK((*draft)->find("To be a vet") != std::string::npos);
    const Place back{QStringLiteral("child"), child, QStringLiteral("about-me")};
    CHECK(program.shell.mainWindow()->place() == back);
    hopes = program.find<QPlainTextEdit>("myHopesEdit");
    REQUIRE(hopes);
    CHECK(waitUntil([&] { return hopes->toPlainText() == QStringLiteral("To be a vet"); }));
    // Nothing was wrong because of the lock.
    const QString said = bannersIn(*program.shell.mainWindow());
    INFO(utf8(said));
    CHECK_FALSE(said.contains(QStringLiteral("locked")));
}

TEST_CASE("locking keeps words on screen that no draft would take, and saves them later",
          "[ui-shell][lock]")
{
    Program program(openFolder(copyOfDemonstration()));
    program.signIn();
    REQUIRE(program.waitForWindow());
    QPlainTextEdit* const hopes = program.openHopes();
    REQUIRE(hopes);
    hopes->setPlainText(QStringLiteral("To be a vet"));
    {
        const RefusedDrafts refused(*program.shell.session());
        program.shell.lock();
        CHECK(program.shell.mainWindow()->isLocked());
    }
    CHECK(hopes->toPlainText() == QStringLiteral("To be a vet"));
    LockPage* const lock = program.shell.mainWindow()->lockPage();
    lock->passphrase()->setText(QLatin1String(app::kDemonstrationPassphrase));
    emit lock->unlockRequested();
    REQUIRE(waitUntil([&] { return !program.shell.mainWindow()->isLocked(); }));
    CHECK(hopes->toPlainText() == QStringLiteral("To be a vet"));
    CHECK(waitUntil([&] {
        const auto draft =
            app::readDraft(*program.shell.session(), "about-me", utf8(program.child));
        return draft && *draft;
    }));
}

TEST_CASE("signing out without what was typed is asked first, and so is leaving the authority",
          "[ui-shell]")
{
    Program program(openFolder(copyOfDemonstration()));
    program.signIn();
    REQUIRE(program.waitForWindow());
    QPlainTextEdit* const hopes = program.openHopes();
    REQUIRE(hopes);
    hopes->setPlainText(QStringLiteral("To be a vet"));
    {
        const RefusedDrafts refused(*program.shell.session());
        program.dialogs.answer = false;
        program.shell.signOut();
        REQUIRE(program.shell.mainWindow());
        CHECK(hopes->toPlainText() == QStringLiteral("To be a vet"));
        REQUIRE(program.dialogs.asked.size() == 1);
        CHECK(program.dialogs.asked.front().text.contains(QStringLiteral("could not be saved")));
        for (QAction* action : program.shell.mainWindow()->actions())
            if (action->text() == QStringLiteral("Create an authority…"))
                action->trigger();
        CHECK(program.dialogs.asked.size() == 2);
        CHECK(program.shell.mainWindow()->isVisible());
    }
    program.shell.signOut();
    CHECK_FALSE(program.shell.mainWindow());
    CHECK(program.dialogs.asked.size() == 2);
}

TEST_CASE("an idle window locks itself", "[ui-shell][lock]")
{
    IdleWatch watch;
    QSignalSpy idle(&watch, &IdleWatch::idle);
    watch.setLimit(std::chrono::milliseconds(60));
    watch.start();
    CHECK(waitUntil([&] { return idle.size() == 1; }));
}

TEST_CASE("signing out leads back to the same authority's sign-in", "[ui-shell]")
{
    Program program(openFolder(demonstrationFolder()));
    program.signIn();
    REQUIRE(program.waitForWindow());
    program.shell.signOut();
    CHECK_FALSE(program.shell.mainWindow());
    REQUIRE(program.startPage<SignInPage>());
    CHECK(program.startPage<SignInPage>()->account() == QStringLiteral("demo"));
}

TEST_CASE("another authority can be looked for without leaving the present one", "[ui-shell]")
{
    Program program(openFolder(demonstrationFolder()));
    program.signIn();
    REQUIRE(program.waitForWindow());
    program.shell.showCreate();
    CHECK_FALSE(program.shell.mainWindow()->isVisible());
    program.find("backButton")->click();
    CHECK(program.shell.mainWindow()->isVisible());
}

TEST_CASE("a folder where records cannot be safe is refused before anything is typed",
          "[ui-shell][start][place]")
{
    const homeward::test::TemporaryFolder folder;
    Program program;
    program.shell.showCreate();
    auto* const page = program.startPage<CreateAuthorityPage>();
    REQUIRE(page);
    QLineEdit* edit = nullptr;
    for (QLineEdit* each : page->findChildren<QLineEdit*>())
        if (each->accessibleName() == QStringLiteral("Folder"))
            edit = each;
    REQUIRE(edit);
    const auto refused = [&] {
        const auto fields = page->findChildren<FormField*>();
        return std::any_of(fields.begin(), fields.end(),
                           [](const FormField* field) { return field->hasProblem(); });
    };
    edit->setText(text((folder.path() / "OneDrive - Testshire" / "x").string()));
    CHECK(refused());
    CHECK_FALSE(program.find("createAuthorityButton")->isEnabled());
    edit->setText(text((folder.path() / "plain").string()));
    CHECK_FALSE(refused());
    CHECK(program.find("createAuthorityButton")->isEnabled());
    edit->setText(QStringLiteral("~/records"));
    CHECK(page->plan().folder ==
          std::filesystem::path(utf8(QDir::home().filePath(QStringLiteral("records")))));
    edit->setText(QStringLiteral("records"));
    CHECK(page->plan().folder.is_absolute());
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("an authority in a synchronised folder says on the sign-in page that it is only read",
          "[ui-shell][start][place]")
{
    const homeward::test::TemporaryFolder folder;
    const auto synchronised = folder.path() / "Dropbox" / "authority";
    std::filesystem::create_directories(synchronised.parent_path());
    std::filesystem::rename(copyOfDemonstration(), synchronised);
    Program program(openFolder(synchronised));
    REQUIRE(program.startPage<SignInPage>());
    auto* const note = program.find<QWidget>("readOnlyNote");
    REQUIRE(note);
    QString words;
    for (const QLabel* label : note->findChildren<QLabel*>())
        words += label->text();
    CHECK(words.contains(QStringLiteral("Dropbox")));
    CHECK(words.contains(QStringLiteral("server")));
    program.signIn();
    REQUIRE(program.waitForWindow());
    auto* const mark =
        program.shell.mainWindow()->findChild<QLabel*>(QStringLiteral("readOnlyLabel"));
    REQUIRE(mark);
    CHECK(mark->isVisible());
    CHECK(mark->toolTip().contains(QStringLiteral("Dropbox")));
}

TEST_CASE("an authority on a disk of this computer has no mark", "[ui-shell][place]")
{
    Program program(openFolder(copyOfDemonstration()));
    CHECK_FALSE(program.find<QWidget>("readOnlyNote"));
    program.signIn();
    REQUIRE(program.waitForWindow());
    CHECK_FALSE(program.shell.mainWindow()
                    ->findChild<QLabel*>(QStringLiteral("readOnlyLabel"))
                    ->isVisible());
}

TEST_CASE("an authority that was open last and is not there today is named",
          "[ui-shell][start][place]")
{
    const homeward::test::TemporaryFolder folder;
    CannedDialogs dialogs;
    Settings::setLastAuthority(text((folder.path() / "unmounted").string()));
    ShellController shell({}, stageEnvironment(), registerAllPages, dialogs);
    shell.start();
    Settings::setLastAuthority({});
    auto* const page = qobject_cast<WelcomePage*>(shell.startWindow()->page());
    REQUIRE(page);
    CHECK(page->banner()->isVisible());
    CHECK(page->banner()->accessibleName().contains(QStringLiteral("unmounted")));
}
