#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

#include "app/authority/demonstration.h"
#include "tests/support/authority_fixture.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/tasks/action_catalogue.h"
#include "ui/shared/tasks/settings.h"
#include "ui/shared/words/format.h"
#include "ui/shell/frame/main_window.h"
#include "ui/shell/frame/workspaces.h"
#include "ui/shell/session/shell_controller.h"
#include "ui/shell/start/create_authority_page.h"
#include "ui/shell/start/own_passphrase_page.h"
#include "ui/shell/start/passphrase_edit.h"
#include "ui/shell/start/sign_in_page.h"
#include "ui/shell/start/start_window.h"
#include "ui/shell/start/welcome_page.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

QString textOf(const std::filesystem::path& folder)
{
    return text(folder.string());
}

/// The program with somebody signed in to an authority that is no demonstration.
struct Program {
    explicit Program(const std::filesystem::path& start = {})
        : shell(optionsFor(start), stageEnvironment(), registerAllPages, dialogs)
    {
        shell.start();
        QApplication::setActiveWindow(shell.startWindow());
    }
    static ShellOptions optionsFor(const std::filesystem::path& start)
    {
        QSettings().remove(QStringLiteral("authority"));
        ShellOptions options;
        options.authority = textOf(start);
        return options;
    }
    void signIn(const char* account, const char* passphrase)
    {
        auto* page = qobject_cast<SignInPage*>(shell.startWindow()->page());
        REQUIRE(page);
        page->findChild<QComboBox*>(QStringLiteral("accountCombo"))
            ->setCurrentText(QLatin1String(account));
        page->passphrase()->setText(QLatin1String(passphrase));
        page->findChild<QPushButton*>(QStringLiteral("signInButton"))->click();
        REQUIRE(waitUntil([&] { return windowShows(); }));
        QApplication::setActiveWindow(shell.mainWindow());
    }
    void signInHere() { signIn("admin", homeward::test::kPassphrase); }
    bool windowShows() const { return shell.mainWindow() && shell.mainWindow()->isVisible(); }
    template <typename PageType>
    PageType* page() const
    {
        return shell.startWindow() ? qobject_cast<PageType*>(shell.startWindow()->page()) : nullptr;
    }
    void openFolder(const std::filesystem::path& folder)
    {
        dialogs.folderAnswer = textOf(folder);
        shell.chooseAuthority();
        QApplication::setActiveWindow(shell.startWindow());
    }
    QPushButton* button(const char* name) const
    {
        return shell.startWindow()->findChild<QPushButton*>(QLatin1String(name));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(shell.startWindow(), static_cast<Qt::Key>(key), modifiers);
        QCoreApplication::processEvents();
    }

    CannedDialogs dialogs;
    ShellController shell;
};

}  // namespace

TEST_CASE("a wrong folder chosen beside an open authority leads back to it", "[ui-shell][start]")
{
    const homeward::test::AuthorityFixture authority;
    const homeward::test::TemporaryFolder empty;
    for (const auto& [key, modifiers] :
         {std::pair{Qt::Key_Escape, Qt::NoModifier}, std::pair{Qt::Key_Left, Qt::AltModifier}}) {
        Program program(authority.folder);
        program.signInHere();
        program.openFolder(empty.path());
        REQUIRE(program.page<WelcomePage>());
        CHECK(program.page<WelcomePage>()->banner()->isVisible());
        CHECK(QApplication::focusWidget() == program.button("openButton"));
        CHECK_FALSE(program.windowShows());
        program.press(key, modifiers);
        CHECK(program.windowShows());
        CHECK(program.shell.session()->authority().name == "Testshire");
    }
}

TEST_CASE("a good folder chosen beside an open authority leads back too, by way of others",
          "[ui-shell][start]")
{
    const homeward::test::AuthorityFixture authority;
    Program program(authority.folder);
    program.signInHere();
    program.openFolder(demonstrationFolder());
    REQUIRE(program.page<SignInPage>());
    program.press(Qt::Key_Escape);
    CHECK(program.windowShows());

    program.openFolder(demonstrationFolder());
    program.button("otherAuthorityButton")->click();
    REQUIRE(program.page<WelcomePage>());
    REQUIRE(program.button("backButton"));
    CHECK(program.button("backButton")->text() == QStringLiteral("Back to Testshire"));
    program.button("backButton")->click();
    CHECK(program.windowShows());
}

TEST_CASE("without an open authority the welcome page leads nowhere back", "[ui-shell][start]")
{
    Program program;
    REQUIRE(program.page<WelcomePage>());
    CHECK_FALSE(program.button("backButton"));
    program.press(Qt::Key_Escape);
    CHECK(program.page<WelcomePage>());
    CHECK(QApplication::focusWidget() == program.button("demonstrationButton"));
}

TEST_CASE("opening the demonstration beside an open authority is asked first", "[ui-shell][start]")
{
    const homeward::test::AuthorityFixture authority;
    Program program(authority.folder);
    program.signInHere();
    program.shell.showWelcome();
    CHECK(program.button("demonstrationButton")->property("role").toString() !=
          QStringLiteral("primary"));
    program.dialogs.answer = false;
    program.button("demonstrationButton")->click();
    REQUIRE(program.dialogs.asked.size() == 1);
    CHECK(program.dialogs.asked.front().title.contains(QStringLiteral("leave Testshire")));
    CHECK(program.page<WelcomePage>());
    CHECK(program.shell.session()->authority().name == "Testshire");
}

TEST_CASE("authorities opened lately are offered, with the account used last", "[ui-shell][start]")
{
    const homeward::test::AuthorityFixture authority;
    homeward::test::addWorker(*authority.session,
                              {{}, "b.nowak", "B. Nowak", Role::Manager, true, 0},
                              homeward::test::kPassphrase, authority.environment);
    Program program(authority.folder);
    program.signIn("b.nowak", homeward::test::kPassphrase);
    program.shell.signOut();
    program.shell.showSignIn(demonstrationFolder(), {});
    program.signIn(app::kDemonstrationAccount, app::kDemonstrationPassphrase);
    // A look at the demonstration is not where the program starts from now on.
    CHECK(Settings::lastAuthority() == textOf(authority.folder));
    program.shell.signOut();

    CHECK_FALSE(program.button("backButton"));
    auto* recent = program.button("recentAuthorityButton");
    REQUIRE(recent);
    CHECK(recent->text().startsWith(QStringLiteral("Testshire")));
    recent->click();
    REQUIRE(program.page<SignInPage>());
    CHECK(program.page<SignInPage>()->account() == QStringLiteral("b.nowak"));
}

TEST_CASE("five authorities are remembered, the latest first, each once", "[ui-shell][start]")
{
    QSettings().remove(QStringLiteral("authority"));
    for (int i = 0; i < 7; ++i)
        Settings::addRecentAuthority(
            {QStringLiteral("/folder/%1").arg(i), QString::number(i), QStringLiteral("ada")});
    Settings::addRecentAuthority(
        {QStringLiteral("/folder/4"), QStringLiteral("4"), QStringLiteral("ben")});
    const auto recent = Settings::recentAuthorities();
    REQUIRE(recent.size() == 5);
    CHECK(recent[0].name == QStringLiteral("4"));
    CHECK(recent[1].name == QStringLiteral("6"));
    CHECK(Settings::lastAccount(QStringLiteral("/folder/4")) == QStringLiteral("ben"));
    CHECK(Settings::lastAccount(QStringLiteral("/folder/0")).isEmpty());
    QSettings().remove(QStringLiteral("authority"));
}

TEST_CASE("creating an authority begins at its name and marks all that is missing",
          "[ui-shell][start]")
{
    Program program;
    program.button("createButton")->click();
    auto* page = program.page<CreateAuthorityPage>();
    REQUIRE(page);
    auto* name = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(name);
    CHECK(name->accessibleName() == QStringLiteral("Name of the authority"));
    program.button("createAuthorityButton")->click();
    int marked = 0;
    for (const QLineEdit* edit : page->findChildren<QLineEdit*>())
        marked += edit->property("problem").toBool() ? 1 : 0;
    CHECK(marked == 4);  // all but the folder, which is suggested, and the repetition
    QTest::keyClicks(name, QStringLiteral("N"));
    CHECK_FALSE(name->property("problem").toBool());
    program.press(Qt::Key_Escape);
    CHECK(program.page<WelcomePage>());
}

TEST_CASE("Ctrl+Q closes the window as its frame does", "[ui-shell]")
{
    const homeward::test::AuthorityFixture authority;
    Program program(authority.folder);
    program.signInHere();
    CHECK(program.shell.mainWindow()->focusWidget() == program.shell.mainWindow()->page());
    QTest::keyClick(program.shell.mainWindow(), Qt::Key_Q, Qt::ControlModifier);
    CHECK_FALSE(program.windowShows());
}

TEST_CASE("workspaces are numbered without a gap", "[ui-shell]")
{
    const homeward::test::AuthorityFixture authority;
    Program program(authority.folder);
    program.signInHere();
    QStringList keys;
    for (const QAction* action : program.shell.mainWindow()->actions())
        if (action->objectName().startsWith(QStringLiteral("workspace.")))
            keys << action->shortcut().toString();
    for (int i = 0; i < keys.size(); ++i)
        CHECK(keys[i] == QStringLiteral("Ctrl+%1").arg(i + 1));
    CHECK(keys.size() == 6);
}

TEST_CASE("who signs in with a passphrase that somebody else set chooses an own one first",
          "[ui-shell][start]")
{
    homeward::test::AuthorityFixture authority;
    const Secret given{std::string_view("given until tonight")};
    homeward::test::require(app::addAccount(
        *authority.session, {{}, "b.nowak", "B. Nowak", Role::Manager, true, 0}, given));
    Program program(authority.folder);
    auto* page = program.page<SignInPage>();
    REQUIRE(page);
    page->findChild<QComboBox*>(QStringLiteral("accountCombo"))
        ->setCurrentText(QStringLiteral("b.nowak"));
    page->passphrase()->setText(QStringLiteral("given until tonight"));
    page->findChild<QPushButton*>(QStringLiteral("signInButton"))->click();
    REQUIRE(waitUntil([&] { return program.page<OwnPassphrasePage>() != nullptr; }));
    CHECK_FALSE(program.windowShows());
    auto* own = program.page<OwnPassphrasePage>();
    const auto type = [&](const char* words) {
        for (const char* name : {"passphraseEdit", "repeatPassphraseEdit"}) {
            auto* edit = own->findChild<QLineEdit*>(QLatin1String(name));
            edit->clear();
            QTest::keyClicks(edit, QLatin1String(words));
        }
        program.button("usePassphraseButton")->click();
    };
    // Neither a weak one nor the one that the administrator knows.
    type("b.nowak b.nowak");
    type("given until tonight");
    QTest::qWait(50);
    REQUIRE(program.page<OwnPassphrasePage>());
    type("kettle walnut spoon");
    REQUIRE(waitUntil([&] { return program.windowShows(); }));
    CHECK(app::signIn(authority.folder, "b.nowak", Secret(std::string_view("kettle walnut spoon")),
                      authority.environment)
              .ok());
}
