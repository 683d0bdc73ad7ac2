#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "app/authority/backups.h"
#include "app/records/children.h"
#include "tests/support/authority_fixture.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/tasks/settings.h"
#include "ui/shared/words/format.h"
#include "ui/shell/frame/main_window.h"
#include "ui/shell/frame/workspaces.h"
#include "ui/shell/session/shell_controller.h"
#include "ui/shell/start/restore_page.h"
#include "ui/shell/start/sign_in_page.h"
#include "ui/shell/start/start_window.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;
using homeward::test::require;
namespace fs = std::filesystem;

namespace {

/// A program at its first page, and an authority with a backup before its last child.
struct RestoreStage {
    RestoreStage() : shell({}, fixture.environment, registerAllPages, dialogs)
    {
        fixture.addChild("100");
        fs::create_directories(place);
        backup = require(app::backUpNow(*fixture.session, place)).file;
        fixture.clock->set({fixture.clock->now().msSinceEpoch + 3 * 3'600'000});
        fixture.addChild("101");
        fixture.session.reset();
        Settings::setLastAuthority(text(fixture.folder.string()));
        shell.showWelcome();
        find<QPushButton>("restoreButton")->click();
    }
    ~RestoreStage() { Settings::setLastAuthority({}); }

    template <typename Widget>
    Widget* find(const char* name) const
    {
        QWidget* const root = shell.startWindow() ? static_cast<QWidget*>(shell.startWindow())
                                                  : static_cast<QWidget*>(shell.mainWindow());
        auto* const found = root->findChild<Widget*>(QLatin1String(name));
        REQUIRE(found);
        return found;
    }
    RestorePage* page() const { return qobject_cast<RestorePage*>(shell.startWindow()->page()); }
    void restore(const QString& passphrase = QLatin1String(homeward::test::kPassphrase))
    {
        page()->setBackup(text(backup.string()));
        find<QComboBox>("restoreAccountCombo")->setCurrentText(QStringLiteral("admin"));
        find<QLineEdit>("restoreFolderEdit")->setText(text(beside.string()));
        find<QLineEdit>("passphraseEdit")->setText(passphrase);
        auto* const last = find<QLineEdit>("presentFolderEdit");
        QCoreApplication::processEvents();
        QApplication::setActiveWindow(shell.startWindow());
        last->setFocus();
        QTest::keyClick(last, Qt::Key_Return);
    }
    bool hasKeyboard(const char* name) const
    {
        return find<QWidget>(name) == QApplication::focusWidget();
    }
    bool waitForResult() const
    {
        return waitUntil([this] { return find<QPushButton>("keepBesideButton")->isVisible(); });
    }

    homeward::test::AuthorityFixture fixture;
    fs::path place = fixture.temporary.path() / "second place";
    fs::path beside = fixture.temporary.path() / "restored";
    fs::path backup;
    CannedDialogs dialogs;
    ShellController shell;
};

}  // namespace

TEST_CASE("the start page leads to restoring, and a backup says what it is before a passphrase",
          "[ui-shell][start][backup]")
{
    RestoreStage stage;
    REQUIRE(stage.page());
    stage.page()->setBackup(text(stage.backup.string()));
    CHECK(stage.find<QLabel>("backupFactsLabel")->text().startsWith(QStringLiteral("Testshire")));
    CHECK(stage.find<QComboBox>("restoreAccountCombo")->currentText() == QStringLiteral("admin"));
    CHECK(stage.find<QLineEdit>("restoreFolderEdit")
              ->text()
              .endsWith(QStringLiteral("Testshire restored")));
    CHECK(stage.find<QLineEdit>("presentFolderEdit")->text() ==
          text(stage.fixture.folder.string()));
}

TEST_CASE("a wrong passphrase restores nothing and says so", "[ui-shell][start][backup]")
{
    RestoreStage stage;
    stage.restore(QStringLiteral("not this passphrase"));
    REQUIRE(waitUntil([&] { return stage.page()->banner()->isVisible(); }));
    CHECK_FALSE(fs::exists(stage.beside));
}

TEST_CASE("restored beside, what would be lost is told in hours; keeping both leads to signing in",
          "[ui-shell][start][backup]")
{
    RestoreStage stage;
    stage.restore();
    REQUIRE(stage.waitForResult());
    CHECK(stage.hasKeyboard("keepBesideButton"));
    CHECK(stage.find<QLabel>("lostLabel")->text().contains(QStringLiteral("3 h 0 min")));
    CHECK(stage.find<QLabel>("lostByLabel")->text().contains(QStringLiteral("A. Okafor")));
    CHECK(stage.find<QLabel>("countsLabel")
              ->text()
              .contains(QStringLiteral("Children: 2 now, 1 in the backup")));
    stage.find<QPushButton>("keepBesideButton")->click();
    auto* const signIn = qobject_cast<SignInPage*>(stage.shell.startWindow()->page());
    REQUIRE(signIn);
    CHECK(signIn->account() == QStringLiteral("admin"));
    CHECK(fs::exists(stage.fixture.folder));
}

TEST_CASE("replacing asks with what is lost, keeps the present one and says the way back",
          "[ui-shell][start][backup]")
{
    RestoreStage stage;
    stage.restore();
    REQUIRE(stage.waitForResult());
    stage.dialogs.answer = false;
    stage.find<QPushButton>("replacePresentButton")->click();
    REQUIRE(stage.dialogs.asked.size() == 1);
    CHECK(stage.dialogs.asked.front().destructive);
    CHECK(stage.dialogs.asked.front().text.contains(QStringLiteral("3 h 0 min")));
    CHECK(fs::exists(stage.beside));
    stage.dialogs.answer = true;
    stage.find<QPushButton>("replacePresentButton")->click();
    CHECK_FALSE(fs::exists(stage.beside));
    CHECK(stage.hasKeyboard("keepBesideButton"));
    CHECK(stage.find<QLabel>("restoredLabel")->text().contains(QStringLiteral("to go back")));
    CHECK(everyChild(*stage.fixture.signIn("admin")).size() == 1);
}

TEST_CASE("the authority that is open in this window is not replaced", "[ui-shell][start][backup]")
{
    homeward::test::AuthorityFixture fixture;
    const fs::path file = require(app::backUpNow(*fixture.session, fixture.temporary.path())).file;
    CannedDialogs dialogs;
    RestorePage page(dialogs, fixture.environment, fixture.folder);
    page.show();
    const auto edit = [&](const char* name) {
        return page.findChild<QLineEdit*>(QLatin1String(name));
    };
    page.setBackup(text(file.string()));
    edit("presentFolderEdit")->setText(text(fixture.folder.string()));
    edit("restoreFolderEdit")->setText(text((fixture.temporary.path() / "beside").string()));
    edit("passphraseEdit")->setText(QLatin1String(homeward::test::kPassphrase));
    page.findChild<QPushButton*>(QStringLiteral("restoreBesideButton"))->click();
    auto* const replace = page.findChild<QPushButton*>(QStringLiteral("replacePresentButton"));
    REQUIRE(waitUntil([&] { return replace->isVisible(); }));
    replace->click();
    CHECK(page.banner()->isVisible());
    CHECK(dialogs.asked.empty());
    CHECK(fs::exists(fixture.temporary.path() / "beside"));
}

TEST_CASE("signing in makes the backup of the day and says so, or why not",
          "[ui-shell][backup][daily]")
{
    RestoreStage stage;
    const fs::path daily = stage.fixture.temporary.path() / "daily";
    fs::create_directories(daily);
    require(app::setBackupFolder(*stage.fixture.signIn("admin"), daily));
    const bool gone = GENERATE(false, true);
    if (gone)
        fs::remove(daily);
    stage.shell.showSignIn(stage.fixture.folder, QStringLiteral("admin"));
    stage.find<QLineEdit>("passphraseEdit")->setText(QLatin1String(homeward::test::kPassphrase));
    stage.find<QPushButton>("signInButton")->click();
    REQUIRE(waitUntil([&] { return stage.shell.mainWindow() != nullptr; }));
    const auto note = [&] {
        return stage.shell.mainWindow()->findChild<QLabel*>(QStringLiteral("noteLabel"))->text();
    };
    if (gone) {
        REQUIRE(waitUntil([&] { return note().contains(QStringLiteral("could not be made")); }));
        CHECK(note().contains(QStringLiteral("Is the disk connected?")));
    } else {
        REQUIRE(waitUntil([&] { return note() == QStringLiteral("Daily backup made"); }));
        CHECK(app::listBackups(daily)->size() == 1);
    }
}
