#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

#include "app/authority/authority.h"
#include "app/records/children.h"
#include "storage/keys/key_file.h"
#include "tests/reliability/other_process.h"
#include "tests/support/memory_search.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/shared/output/clipboard.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/tasks/settings.h"
#include "ui/shared/words/format.h"
#include "ui/shell/frame/main_window.h"
#include "ui/shell/frame/search_popup.h"
#include "ui/shell/frame/workspaces.h"
#include "ui/shell/session/lock_page.h"
#include "ui/shell/session/shell_controller.h"
#include "ui/shell/start/passphrase_edit.h"
#include "ui/shell/start/sign_in_page.h"
#include "ui/shell/start/start_window.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;
using homeward::test::countInMemory;
using homeward::test::Masked;
using homeward::test::Needle;

namespace {

constexpr Masked kTyped{"quillfeather lantern mosaic"};
constexpr Masked kNext{"brindled harbour thistledown"};
constexpr Masked kGivenName{"Zephyrinelle"};
constexpr Masked kFamilyName{"Hollowbarrow-Quist-Amberley"};

/// An authority with one child, made by another process: this one knows neither passphrase nor
/// name.
struct Authority {
    Authority()
    {
        homeward::test::OtherProcess maker([this](const homeward::test::NumberChannel&) {
            app::NewAuthority plan;
            plan.folder = folder;
            plan.name = "Testshire";
            plan.accountName = "admin";
            plan.personName = "A. Okafor";
            plan.passphrase = kTyped.secret();
            if (!app::createAuthority(plan, stageEnvironment()))
                return 1;
            const auto session =
                app::signIn(folder, plan.accountName, kTyped.secret(), stageEnvironment());
            Child child;
            child.caseNumber = "1001";
            child.givenName = kGivenName.text();
            child.familyName = kFamilyName.text();
            child.birthDate = *Date::fromYmd(2014, 5, 1);
            return session && app::addChild(**session, child) ? 0 : 2;
        });
        REQUIRE(maker.exitCode() == 0);
    }
    homeward::test::TemporaryFolder temporary;
    std::filesystem::path folder = temporary.path() / "authority";
};

int countOf(const Masked& words)
{
    return countInMemory(Needle::of(words)) + countInMemory(Needle::utf16Of(words));
}

/// Key by key, so that nothing but the field ever holds the whole.
void type(QLineEdit* edit, const Masked& words)
{
    REQUIRE(edit);
    for (std::size_t i = 0; i < words.size(); ++i)
        QTest::keyClick(edit, words.at(i));
}

struct Program {
    explicit Program(const std::filesystem::path& folder)
        : shell(options(folder), stageEnvironment(), registerAllPages, dialogs)
    {
        shell.start();
    }
    static ShellOptions options(const std::filesystem::path& folder)
    {
        ShellOptions options;
        options.authority = text(folder.string());
        options.account = QStringLiteral("admin");
        return options;
    }
    void signIn(const Masked& words = kTyped)
    {
        auto* page = qobject_cast<SignInPage*>(shell.startWindow()->page());
        REQUIRE(page);
        auto* reveal = page->findChild<QPushButton*>(QStringLiteral("revealButton"));
        reveal->click();
        type(page->passphrase()->edit(), words);
        QCoreApplication::processEvents();
        reveal->click();
        QTest::keyClick(page->passphrase()->edit(), Qt::Key_Return);
        REQUIRE(waitUntil([&] { return shell.mainWindow() && shell.mainWindow()->isVisible(); }));
        rest();
    }
    void openChild()
    {
        const QString child = text(everyChild(*shell.session()).front().id.value);
        shell.mainWindow()->go({QStringLiteral("child"), child, QStringLiteral("about-me")});
        REQUIRE(waitUntil(
            [&] { return shell.mainWindow()->windowTitle().contains(QStringLiteral("Zeph")); }));
        rest();
    }
    /// Whatever was to be deleted later is, and what ran in the background has ended.
    static void rest()
    {
        QTest::qWait(50);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    CannedDialogs dialogs;
    ShellController shell;
};

}  // namespace

TEST_CASE("a typed passphrase is nowhere in memory once it has opened the authority", "[ui-memory]")
{
    const Authority authority;
    Program program(authority.folder);
    REQUIRE(countOf(kTyped) == 0);
    auto* page = qobject_cast<SignInPage*>(program.shell.startWindow()->page());
    type(page->passphrase()->edit(), kTyped);
    CHECK(countOf(kTyped) > 0);
    page->passphrase()->clear();
    CHECK(countOf(kTyped) == 0);
    program.signIn();
    CHECK(countOf(kTyped) == 0);
}

TEST_CASE(
    "after signing out neither key nor passphrase nor name is in memory, nor on the clipboard",
    "[ui-memory]")
{
    const Authority authority;
    Program program(authority.folder);
    program.signIn();
    program.openChild();
    CHECK(countOf(kFamilyName) > 0);
    Clipboard::instance().setText(QString::fromStdString(kFamilyName.text()));
    program.shell.signOut();
    CHECK(QGuiApplication::clipboard()->text().isEmpty());
    Program::rest();
    CHECK(countOf(kTyped) == 0);
    CHECK(countOf(kGivenName) == 0);
    CHECK(countOf(kFamilyName) == 0);
    const Secret key =
        storage::KeyFile::unlock(authority.folder / "keys.json", "admin", kTyped.secret()).value();
    const int own = 1;  // the one just made
    CHECK(countInMemory(Needle::of(key)) == own);
    CHECK(countInMemory(Needle::hexOf(key, Needle::Letters::Small)) == 0);
}

TEST_CASE("behind the lock neither key nor name is in memory, and unlocking leads back to the page",
          "[ui-memory][lock]")
{
    const Authority authority;
    Program program(authority.folder);
    program.signIn();
    program.openChild();
    const Place place = program.shell.mainWindow()->place();
    program.shell.lock();
    Program::rest();
    CHECK(countOf(kTyped) == 0);
    CHECK(countOf(kGivenName) == 0);
    CHECK(countOf(kFamilyName) == 0);
    {
        const Secret key =
            storage::KeyFile::unlock(authority.folder / "keys.json", "admin", kTyped.secret())
                .value();
        CHECK(countInMemory(Needle::of(key)) == 1);  // the one just made
        CHECK(countInMemory(Needle::hexOf(key, Needle::Letters::Small)) == 0);
    }
    type(program.shell.mainWindow()->lockPage()->passphrase()->edit(), kTyped);
    emit program.shell.mainWindow()->lockPage()->unlockRequested();
    REQUIRE(waitUntil([&] { return !program.shell.mainWindow()->isLocked(); }));
    CHECK(program.shell.mainWindow()->place() == place);
    CHECK(waitUntil([&] {
        return program.shell.mainWindow()->windowTitle().contains(QStringLiteral("Zeph"));
    }));
    Program::rest();
    CHECK(countOf(kTyped) == 0);
}

TEST_CASE(
    "behind the lock nothing is left of a list and of what was searched for, and the list "
    "comes back whole",
    "[ui-memory][lock]")
{
    const Authority authority;
    Program program(authority.folder);
    program.signIn();
    MainWindow& window = *program.shell.mainWindow();
    const auto find = [&](const char* name) {
        return window.findChild<QLineEdit*>(QString::fromLatin1(name));
    };
    const auto rows = [&] {
        // My work has one of that name too.
        auto* view = window.page()
                         ? window.page()->findChild<TableView*>(QStringLiteral("childrenView"))
                         : nullptr;
        return view && view->isVisible() ? view->model()->rowCount() : 0;
    };
    window.go({QStringLiteral("children"), {}, {}});
    window.findChild<QComboBox*>(QStringLiteral("careChoice"))->setCurrentIndex(2);
    REQUIRE(waitUntil([&] { return rows() == 1; }));
    type(find("childrenSearch"), kFamilyName);
    type(find("searchEdit"), kGivenName);
    Program::rest();
    CHECK(rows() == 1);
    CHECK(countOf(kFamilyName) > 0);

    program.shell.lock();
    Program::rest();
    CHECK(countOf(kGivenName) == 0);
    CHECK(countOf(kFamilyName) == 0);
    type(window.lockPage()->passphrase()->edit(), kTyped);
    emit window.lockPage()->unlockRequested();
    REQUIRE(waitUntil([&] { return !window.isLocked(); }));
    CHECK(window.place().page == QStringLiteral("children"));
    CHECK(waitUntil([&] { return rows() == 1; }));
    CHECK(find("childrenSearch")->text().isEmpty());
    CHECK(find("searchEdit")->text().isEmpty());
    CHECK_FALSE(window.findChild<SearchPopup*>()->isVisible());
}

TEST_CASE("locking takes what was copied and passphrases half typed", "[ui-memory][lock]")
{
    const Authority authority;
    Program program(authority.folder);
    program.signIn();
    program.shell.mainWindow()->go({QStringLiteral("admin"), {}, QStringLiteral("passphrase")});
    Program::rest();
    auto* next =
        program.shell.mainWindow()->findChild<QLineEdit*>(QStringLiteral("currentPassphraseEdit"));
    type(next, kNext);
    CHECK(countOf(kNext) > 0);
    Clipboard::instance().setText(QStringLiteral("Zeph"));
    program.shell.lock();
    CHECK(QGuiApplication::clipboard()->text().isEmpty());
    Program::rest();
    CHECK(countOf(kNext) == 0);
    CHECK(countOf(kTyped) == 0);
}
