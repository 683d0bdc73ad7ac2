#include <QAction>
#include <QComboBox>
#include <QTabWidget>

#include "tests/ui/admin/admin_stage.h"
#include "ui/shared/fields/form_field.h"
#include "ui/shared/tasks/settings.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

const QString kGood = QStringLiteral("three unrelated words");

void fillNewAccount(AdminStage& admin, const QString& name, const QString& passphrase)
{
    admin.click("addAccountButton");
    admin.type("personNameEdit", QStringLiteral("B. Nowak"));
    admin.type("accountNameEdit", name);
    admin.type("passphraseEdit", passphrase);
    admin.type("repeatPassphraseEdit", passphrase);
}

}  // namespace

TEST_CASE("an account that is added can sign in", "[ui-page]")
{
    AdminStage admin("accounts");
    fillNewAccount(admin, QStringLiteral("b.nowak"), kGood);
    admin.find<QComboBox>("roleCombo")->setCurrentIndex(3);
    admin.click("saveAccountButton");
    CHECK(admin.words().contains(QLatin1String("B. Nowak can sign in as b.nowak")));
    CHECK(admin.table("accountsTable").rowCount() == 2);
    const auto session = homeward::test::require(
        app::signIn(admin.fixture.folder, "b.nowak",
                    Secret(std::string_view("three unrelated words")), admin.fixture.environment));
    CHECK(session->account().role == Role::Manager);
}

TEST_CASE("a weak passphrase is told beside its field and nothing is added", "[ui-page]")
{
    AdminStage admin("accounts");
    fillNewAccount(admin, QStringLiteral("b.nowak"), QStringLiteral("too short"));
    admin.click("saveAccountButton");
    CHECK(admin.find<FormField>("passphraseField")->hasProblem());
    CHECK(admin.table("accountsTable").rowCount() == 1);
}

TEST_CASE("a name that is taken is told beside the name", "[ui-page]")
{
    AdminStage admin("accounts");
    fillNewAccount(admin, QStringLiteral("admin"), kGood);
    admin.click("saveAccountButton");
    CHECK(admin.find<QLineEdit>("accountNameEdit")->property("problem").toBool());
    CHECK(admin.find<QLineEdit>("personNameEdit")->text() == QStringLiteral("B. Nowak"));
}

TEST_CASE("removing an account asks with the consequence first", "[ui-page]")
{
    AdminStage admin("accounts");
    fillNewAccount(admin, QStringLiteral("b.nowak"), kGood);
    admin.click("saveAccountButton");
    admin.stage.dialogs.answer = false;
    admin.click("removeAccountButton");
    REQUIRE(admin.stage.dialogs.asked.size() == 1);
    CHECK(admin.stage.dialogs.asked.front().destructive);
    CHECK(admin.stage.dialogs.asked.front().text.contains(QLatin1String("no longer sign in")));
    admin.stage.dialogs.answer = true;
    admin.click("removeAccountButton");
    const auto signedIn =
        app::signIn(admin.fixture.folder, "b.nowak",
                    Secret(std::string_view("three unrelated words")), admin.fixture.environment);
    CHECK_FALSE(signedIn);
}

TEST_CASE("one's own account cannot be removed and the last administrator stays one", "[ui-page]")
{
    AdminStage admin("accounts");
    CHECK_FALSE(admin.find<QPushButton>("removeAccountButton")->isVisible());
    admin.find<QComboBox>("roleCombo")->setCurrentIndex(0);
    admin.click("saveAccountButton");
    CHECK(admin.find<QComboBox>("roleCombo")->property("problem").toBool());
}

TEST_CASE("everybody changes their own passphrase", "[ui-page]")
{
    AdminStage admin("passphrase", Role::SocialWorker);
    admin.type("currentPassphraseEdit", QStringLiteral("not the one"));
    admin.type("passphraseEdit", kGood);
    admin.type("repeatPassphraseEdit", kGood);
    admin.click("changePassphraseButton");
    CHECK(admin.words().contains(QLatin1String("not your present passphrase")));
    CHECK(admin.find<QLineEdit>("currentPassphraseEdit")->text().isEmpty());
    CHECK(admin.find<QLineEdit>("passphraseEdit")->text() == kGood);

    admin.type("currentPassphraseEdit", QLatin1String(homeward::test::kPassphrase));
    admin.click("changePassphraseButton");
    CHECK(admin.words().contains(QLatin1String("Your passphrase is changed")));
    CHECK(app::signIn(admin.fixture.folder, "worker",
                      Secret(std::string_view("three unrelated words")), admin.fixture.environment)
              .ok());
}

TEST_CASE("a passphrase is changed whole, told and out of the fields, whatever is cancelled",
          "[ui-page][cancel]")
{
    AdminStage admin("passphrase", Role::SocialWorker);
    admin.type("currentPassphraseEdit", QLatin1String(homeward::test::kPassphrase));
    admin.type("passphraseEdit", kGood);
    admin.type("repeatPassphraseEdit", kGood);
    admin.stage.cancelNext();
    admin.click("changePassphraseButton");
    CHECK(admin.words().contains(QLatin1String("Your passphrase is changed")));
    CHECK(admin.find<QPushButton>("changePassphraseButton")->isEnabled());
    for (const char* name : {"currentPassphraseEdit", "passphraseEdit", "repeatPassphraseEdit"}) {
        INFO(name);
        auto* edit = admin.find<QLineEdit>(name);
        CHECK(edit->text().isEmpty());
        edit->setEchoMode(QLineEdit::Normal);
        edit->undo();
        CHECK(edit->text().isEmpty());
    }
    CHECK(app::signIn(admin.fixture.folder, "worker",
                      Secret(std::string_view("three unrelated words")), admin.fixture.environment)
              .ok());
}

TEST_CASE("an account is added and its passphrase set, whatever is cancelled", "[ui-page][cancel]")
{
    AdminStage admin("accounts");
    fillNewAccount(admin, QStringLiteral("b.nowak"), kGood);
    admin.stage.cancelNext();
    admin.click("saveAccountButton");
    CHECK(admin.words().contains(QLatin1String("B. Nowak can sign in as b.nowak")));
    CHECK(admin.find<QPushButton>("saveAccountButton")->isEnabled());
    REQUIRE(admin.table("accountsTable").rowCount() == 2);

    admin.click("resetPassphraseButton");
    admin.type("passphraseEdit", QStringLiteral("otter lantern gravel"));
    admin.type("repeatPassphraseEdit", QStringLiteral("otter lantern gravel"));
    admin.stage.cancelNext();
    admin.click("setPassphraseButton");
    CHECK(admin.words().contains(QLatin1String("Passphrase set")));
    CHECK(admin.find<QPushButton>("saveAccountButton")->isEnabled());
    CHECK(app::signIn(admin.fixture.folder, "b.nowak",
                      Secret(std::string_view("otter lantern gravel")), admin.fixture.environment)
              .ok());
}

TEST_CASE("a section without the right says so calmly and offers nothing", "[ui-page]")
{
    for (const char* part : {"accounts", "import", "audit"}) {
        AdminStage admin(part, Role::SocialWorker);
        INFO(part);
        CHECK(admin.words().contains(QLatin1String("Your role does not include this")));
        CHECK_FALSE(admin.page->findChild<QWidget*>(QStringLiteral("accountsTable")));
        CHECK_FALSE(admin.page->findChild<QWidget*>(QStringLiteral("importFilesTable")));
        CHECK_FALSE(admin.page->findChild<QWidget*>(QStringLiteral("auditTable")));
        CHECK(admin.page->findChild<QTabWidget*>()->count() == 7);
    }
}

TEST_CASE("the time until locking is kept", "[ui-page]")
{
    AdminStage admin("authority");
    auto* lock = admin.find<QComboBox>("lockMinutesCombo");
    const int row = lock->findData(30);
    lock->setCurrentIndex(row);
    emit lock->activated(row);
    CHECK(Settings::idleMinutes() == 30);
    Settings::setIdleMinutes(10);  // as the account menu does
    CHECK(lock->currentData().toInt() == 10);
}

TEST_CASE("another authority is asked of the window", "[ui-page]")
{
    AdminStage admin("authority");
    int asked = 0;
    for (const char* id : {"authority.create", "authority.open"})
        QObject::connect(admin.stage.actions.add(QLatin1String(id), QLatin1String(id)),
                         &QAction::triggered, admin.page, [&asked] { ++asked; });
    admin.click("createAuthorityButton");
    admin.click("openAuthorityButton");
    CHECK(asked == 2);
}
