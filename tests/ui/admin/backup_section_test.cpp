#include <filesystem>

#include "app/authority/backups.h"
#include "tests/ui/admin/admin_stage.h"
#include "ui/admin/backups/backup_table_model.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;
using homeward::test::require;
namespace fs = std::filesystem;

namespace {

struct BackupStage : AdminStage {
    BackupStage() : AdminStage("backups")
    {
        fs::create_directories(place);
        stage.dialogs.folderAnswer = text(place.string());
    }
    QString label(const char* name) const { return find<QLabel>(name)->text(); }
    void waitForRows(int rows)
    {
        REQUIRE(waitUntil([&] { return table("backupTable").rowCount() == rows; }));
        REQUIRE(stage.settle());
    }

    fs::path place = fixture.temporary.path() / "second place";
};

}  // namespace

TEST_CASE("an authority that was never backed up is told so plainly", "[ui-page][backup]")
{
    BackupStage admin;
    CHECK(admin.label("lastBackupLabel").contains(QStringLiteral("never backed up")));
    CHECK(admin.label("backupPlaceLabel").contains(QStringLiteral("No place is chosen")));
    CHECK_FALSE(admin.find<QPushButton>("backUpButton")->isEnabled());
    CHECK_FALSE(admin.find<QPushButton>("stopDailyBackupButton")->isVisible());
}

TEST_CASE("a place is chosen, backed up to, and the backup listed with age and size",
          "[ui-page][backup]")
{
    BackupStage admin;
    admin.click("chooseBackupFolderButton");
    REQUIRE(waitUntil([&] { return admin.find<QPushButton>("backUpButton")->isEnabled(); }));
    CHECK(admin.label("backupPlaceLabel").contains(text(admin.place.string())));
    CHECK(admin.label("backupWarningLabel").contains(QStringLiteral("same disk")));
    CHECK(admin.find<QLabel>("backupWarningLabel")->isVisible());

    admin.click("backUpButton");
    admin.waitForRows(1);
    CHECK(admin.words().contains(QStringLiteral("was written, read back and is whole")));
    CHECK(admin.label("lastBackupLabel").contains(QStringLiteral("The last backup was made on")));
    CHECK(admin.cell("backupTable", 0, BackupTableModel::AgeColumn) == QStringLiteral("today"));
    CHECK(
        admin.cell("backupTable", 0, BackupTableModel::SizeColumn).endsWith(QStringLiteral("kB")));

    admin.click("checkBackupsButton");
    CHECK(admin.cell("backupTable", 0, BackupTableModel::StateColumn) == QStringLiteral("whole"));
}

TEST_CASE("a damaged backup is shown as one", "[ui-page][backup]")
{
    BackupStage admin;
    admin.click("chooseBackupFolderButton");
    std::ofstream(admin.place / "x.homeward-backup") << "no backup";
    admin.click("backUpButton");
    admin.waitForRows(2);
    bool damaged = false;
    for (int row = 0; row < 2; ++row)
        damaged = damaged || admin.cell("backupTable", row, BackupTableModel::StateColumn)
                                 .startsWith(QStringLiteral("damaged"));
    CHECK(damaged);
}

TEST_CASE("a backup that is stopped leaves nothing and says so", "[ui-page][backup][cancel]")
{
    BackupStage admin;
    admin.click("chooseBackupFolderButton");
    admin.stage.cancelNext();
    admin.click("backUpButton");
    CHECK(fs::is_empty(admin.place));
}

TEST_CASE("a daily backup that failed is told until one is made", "[ui-page][backup]")
{
    BackupStage admin;
    admin.click("chooseBackupFolderButton");
    fs::remove(admin.place);
    CHECK_FALSE(app::runDueBackup(*admin.stage.session).ok());
    REQUIRE(admin.stage.settle());
    REQUIRE(waitUntil([&] { return admin.find<QLabel>("backupFailureLabel")->isVisible(); }));
    CHECK(admin.label("backupFailureLabel").contains(QStringLiteral("could not be made")));
    admin.click("backUpButton");
    CHECK(admin.words().contains(QStringLiteral("Is the disk connected?")));
    fs::create_directories(admin.place);
    REQUIRE(require(app::runDueBackup(*admin.stage.session)));
    REQUIRE(waitUntil([&] { return !admin.find<QLabel>("backupFailureLabel")->isVisible(); }));
}

TEST_CASE("stopping daily backups asks first", "[ui-page][backup]")
{
    BackupStage admin;
    admin.click("chooseBackupFolderButton");
    admin.stage.dialogs.answer = false;
    admin.click("stopDailyBackupButton");
    CHECK(require(app::backupState(*admin.stage.session)).folder == admin.place);
    admin.stage.dialogs.answer = true;
    admin.click("stopDailyBackupButton");
    CHECK(require(app::backupState(*admin.stage.session)).folder.empty());
}

TEST_CASE("who may not manage accounts is told so", "[ui-page][backup]")
{
    AdminStage admin("backups", Role::SocialWorker);
    CHECK(admin.words().contains(QStringLiteral("Your role does not include this")));
}

TEST_CASE("the age of a backup is told in days", "[ui-model][backup]")
{
    const Timestamp made = *Timestamp::fromIso("2026-03-01T23:00:00.000Z");
    CHECK(backupAgeText(made, *Date::fromIso("2026-03-01")) == QStringLiteral("today"));
    CHECK(backupAgeText(made, *Date::fromIso("2026-03-02")) == QStringLiteral("yesterday"));
    CHECK(backupAgeText(made, *Date::fromIso("2026-03-11")) == QStringLiteral("10 days ago"));
    CHECK(backupAgeText(made, *Date::fromIso("2026-02-01")) == QStringLiteral("today"));
}
