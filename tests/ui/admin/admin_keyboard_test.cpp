#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>

#include "app/needs/frameworks.h"
#include "tests/ui/admin/admin_stage.h"
#include "ui/admin/trail/audit_section.h"
#include "ui/shared/fields/form_field.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

const QString kGoodPassphrase = QStringLiteral("three unrelated words");

bool has(AdminStage& admin, const char* name)
{
    return QApplication::focusWidget() == admin.find<QWidget>(name);
}

/// Types into what has the keyboard.
void key(const QString& words)
{
    QTest::keyClicks(QApplication::focusWidget(), words);
}

void press(AdminStage& admin, Qt::Key which)
{
    QTest::keyClick(QApplication::focusWidget(), which);
    REQUIRE(admin.stage.settle());
    QCoreApplication::processEvents();
}

void addNowak(AdminStage& admin)
{
    admin.click("addAccountButton");
    key(QStringLiteral("B. Nowak"));
    press(admin, Qt::Key_Tab);
    CHECK(has(admin, "accountNameEdit"));
    key(QStringLiteral("b.nowak"));
    press(admin, Qt::Key_Tab);
    CHECK(has(admin, "roleCombo"));
    press(admin, Qt::Key_Tab);
    CHECK(has(admin, "passphraseEdit"));
    key(kGoodPassphrase);
    press(admin, Qt::Key_Return);
    CHECK(has(admin, "repeatPassphraseEdit"));
    key(kGoodPassphrase);
    press(admin, Qt::Key_Return);
}

QWidget* bannerOf(AdminStage& admin)
{
    return admin.find<QWidget>("banner");
}

}  // namespace

TEST_CASE("an account is added from its fields by Enter, and the keyboard goes to the list",
          "[ui-page][focus]")
{
    AdminStage admin("accounts");
    addNowak(admin);
    CHECK(admin.words().contains(QLatin1String("B. Nowak can sign in as b.nowak")));
    CHECK(has(admin, "accountsTable"));
    admin.click("addAccountButton");
    CHECK_FALSE(bannerOf(admin)->isVisible());
}

TEST_CASE("while a passphrase is typed nothing else can be saved", "[ui-page][focus]")
{
    AdminStage admin("accounts");
    addNowak(admin);
    admin.click("resetPassphraseButton");
    CHECK(has(admin, "passphraseEdit"));
    CHECK_FALSE(admin.find<QPushButton>("saveAccountButton")->isVisible());
    CHECK_FALSE(admin.find<QPushButton>("removeAccountButton")->isVisible());
    CHECK(admin.find<QPushButton>("setPassphraseButton")->property("role").toString() ==
          QStringLiteral("primary"));

    key(QStringLiteral("half a pass"));
    admin.click("cancelResetButton");
    CHECK_FALSE(admin.find<QLineEdit>("passphraseEdit")->isVisible());
    CHECK(admin.find<QPushButton>("saveAccountButton")->isVisible());
    CHECK(has(admin, "resetPassphraseButton"));

    admin.click("resetPassphraseButton");
    CHECK(admin.find<QLineEdit>("passphraseEdit")->text().isEmpty());
    key(QStringLiteral("otter lantern gravel"));
    press(admin, Qt::Key_Return);
    key(QStringLiteral("otter lantern gravel"));
    press(admin, Qt::Key_Return);
    CHECK(admin.words().contains(QLatin1String("Passphrase set")));
    CHECK(has(admin, "accountsTable"));
    CHECK(admin.find<QPushButton>("saveAccountButton")->isVisible());
}

TEST_CASE("a new passphrase does not take a new name that is not saved yet", "[ui-page]")
{
    AdminStage admin("accounts");
    addNowak(admin);
    admin.find<QLineEdit>("personNameEdit")->setFocus();
    key(QStringLiteral("ska"));
    admin.click("resetPassphraseButton");
    admin.type("passphraseEdit", kGoodPassphrase + QStringLiteral(" more"));
    admin.type("repeatPassphraseEdit", kGoodPassphrase + QStringLiteral(" more"));
    admin.click("setPassphraseButton");
    CHECK(admin.words().contains(QLatin1String("Passphrase set")));
    CHECK(admin.find<QLineEdit>("personNameEdit")->text() == QStringLiteral("B. Nowakska"));
    admin.click("saveAccountButton");
    CHECK(admin.words().contains(QLatin1String("Changes saved")));
}

TEST_CASE("removing an account leaves the keyboard on the list", "[ui-page][focus]")
{
    AdminStage admin("accounts");
    addNowak(admin);
    admin.find<QPushButton>("removeAccountButton")->setFocus();
    admin.click("removeAccountButton");
    CHECK(admin.words().contains(QLatin1String("Account removed")));
    CHECK(has(admin, "accountsTable"));
}

TEST_CASE("an earlier success does not stand beside a refusal, and a corrected field is clean",
          "[ui-page]")
{
    AdminStage admin("accounts");
    admin.click("saveAccountButton");
    CHECK(admin.words().contains(QLatin1String("Changes saved")));
    auto* role = admin.find<QComboBox>("roleCombo");
    role->setCurrentIndex(0);
    admin.click("saveAccountButton");
    CHECK(role->property("problem").toBool());
    CHECK_FALSE(admin.words().contains(QLatin1String("Changes saved")));
    role->setFocus();
    QTest::keyClick(role, Qt::Key_End);
    CHECK_FALSE(role->property("problem").toBool());
}

TEST_CASE("one's own passphrase is changed by Enter and the form begins anew", "[ui-page][focus]")
{
    AdminStage admin("passphrase", Role::SocialWorker);
    admin.find<QLineEdit>("currentPassphraseEdit")->setFocus();
    key(QLatin1String(homeward::test::kPassphrase));
    press(admin, Qt::Key_Return);
    CHECK(has(admin, "passphraseEdit"));
    key(kGoodPassphrase);
    press(admin, Qt::Key_Return);
    key(kGoodPassphrase);
    press(admin, Qt::Key_Return);
    CHECK(admin.words().contains(QLatin1String("Your passphrase is changed")));
    CHECK(has(admin, "currentPassphraseEdit"));
}

TEST_CASE(
    "a framework that was loaded leaves the keyboard on the versions, and Tab follows the "
    "buttons",
    "[ui-page][focus]")
{
    AdminStage admin("framework");
    NeedsFramework framework = homeward::test::require(app::currentFramework(*admin.stage.session));
    framework.version = "2.0";
    admin.stage.dialogs.files = {admin.write("own.json", app::frameworkJson(framework))};
    admin.click("chooseFrameworkButton");
    CHECK(has(admin, "loadFrameworkButton"));
    admin.click("loadFrameworkButton");
    CHECK(has(admin, "frameworksTable"));
    auto* chosen = admin.find<TableView>("frameworksTable");
    chosen->setCurrentIndex(chosen->model()->index(1, 0));
    admin.find<QWidget>("chooseFrameworkButton")->setFocus();
    for (const char* next :
         {"compareFrameworksButton", "makeCurrentButton", "saveFrameworkButton"}) {
        press(admin, Qt::Key_Tab);
        INFO(next);
        CHECK(has(admin, next));
    }
    admin.stage.dialogs.file =
        QString::fromStdString((admin.fixture.temporary.path() / "saved.json").string());
    admin.click("saveFrameworkButton");
    CHECK(admin.words().contains(QLatin1String("saved.json")));
    admin.stage.dialogs.files = {admin.write("broken.json", "{")};
    admin.click("chooseFrameworkButton");
    CHECK(admin.words().contains(QLatin1String("cannot be loaded")));
    CHECK_FALSE(admin.words().contains(QLatin1String("saved.json")));
}

TEST_CASE("the framework fits its page: only its own lists scroll", "[ui-page]")
{
    AdminStage admin("framework");
    // What a window of 1366 by 768 leaves for a page.
    admin.page->resize(1140, 655);
    QCoreApplication::processEvents();
    const auto fits = [&] {
        for (const QScrollArea* area : admin.page->findChildren<QScrollArea*>())
            if (area->isVisible() && area->verticalScrollBar()->maximum() > 0)
                return area->verticalScrollBar()->maximum();
        return 0;
    };
    CHECK(fits() == 0);
    NeedsFramework framework = homeward::test::require(app::currentFramework(*admin.stage.session));
    framework.version = "2.0";
    framework.domains.front().need[2] = "Needs a hand with it most weeks.";
    admin.stage.dialogs.files = {admin.write("own.json", app::frameworkJson(framework))};
    admin.click("chooseFrameworkButton");
    CHECK(fits() == 0);
    admin.click("loadFrameworkButton");
    CHECK(fits() == 0);
}

TEST_CASE("looking at a return and giving it up keeps the keyboard in the section",
          "[ui-page][focus]")
{
    AdminStage admin("import");
    admin.find<QWidget>("chooseFilesButton")->setFocus();
    admin.stage.dialogs.files = {admin.write("nothing 2024.csv", "a,b\n1,2\n")};
    admin.click("chooseFilesButton");
    CHECK(admin.page->isAncestorOf(QApplication::focusWidget()));
    admin.find<QWidget>("startAgainButton")->setFocus();
    admin.click("startAgainButton");
    CHECK(has(admin, "chooseFilesButton"));
}

TEST_CASE("the trail says how much of it is shown, and shows older rows when asked", "[ui-page]")
{
    homeward::test::AuthorityFixture authority;
    for (int number = 0; number < 505; ++number)
        authority.addChild(std::to_string(1000 + number));
    UiStage stage(authority.signIn("admin"));
    Page* const page = stage.open({QStringLiteral("admin"), {}, QStringLiteral("audit")});
    auto* extent = page->findChild<QLabel*>(QStringLiteral("auditExtentLabel"));
    auto* older = page->findChild<QPushButton*>(QStringLiteral("olderChangesButton"));
    REQUIRE(extent);
    REQUIRE(stage.settle());
    const auto rows =
        homeward::test::require(app::recentChanges(*stage.session, 1)).front().sequence;
    REQUIRE(rows > 500);
    CHECK(extent->text() ==
          QStringLiteral("the latest 500 of %1").arg(QLocale().toString(qint64(rows))));
    REQUIRE(older->isVisible());
    older->click();
    REQUIRE(stage.settle());
    const int read = page->findChild<TableView*>(QStringLiteral("auditTable"))->model()->rowCount();
    CHECK(read == static_cast<int>(std::min<std::int64_t>(rows, 1000)));
    CHECK(older->isVisible() == (rows > 1000));
}
