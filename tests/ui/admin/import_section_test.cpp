#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QThread>
#include <QUrl>
#include <atomic>

#include "tests/ui/admin/admin_stage.h"
#include "ui/admin/imports/drop_area.h"
#include "ui/admin/imports/finding_table_model.h"
#include "ui/admin/imports/import_file_model.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

/// One child with two episodes, and three rows that cannot be taken.
QStringList smallReturn(const AdminStage& admin)
{
    return {admin.write("2024-header.csv",
                        "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
                        "500,M,02/03/2013,WBRI,,,\n"
                        "501,F,31/02/2015,WBRI,,,\n"),
            admin.write("2024-episodes.csv",
                        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,"
                        "HOME_POST,PL_POST,URN\n"
                        "500,10/05/2024,S,C1,N1,U6,PR1,01/06/2024,X1,CARPL,ZZ1 1AA,ZZ2 2BB,\n"
                        "500,01/06/2024,P,C1,N1,U4,PR1,,,,ZZ1 1AA,ZZ3 3CC,\n"
                        "500,05/07/2024,P,C1,N1,QQ,PR1,,,,ZZ1 1AA,ZZ3 3CC,\n"
                        "999,05/07/2024,S,C1,N1,U4,PR1,,,,ZZ1 1AA,ZZ3 3CC,\n")};
}

void chooseFiles(AdminStage& admin, const QStringList& files)
{
    admin.stage.dialogs.files = files;
    admin.click("chooseFilesButton");
}

int childrenOf(AdminStage& admin)
{
    return static_cast<int>(admin.stage.children().size());
}

}  // namespace

TEST_CASE("a return is looked at, taken over, and changes nothing the second time", "[ui-page]")
{
    AdminStage admin("import");
    const QStringList files = smallReturn(admin);
    chooseFiles(admin, files);
    REQUIRE(admin.table("importFilesTable").rowCount() == 2);
    CHECK(admin.cell("importFilesTable", 0, ImportFileModel::CreatedColumn) == QStringLiteral("1"));
    CHECK(admin.cell("importFilesTable", 1, ImportFileModel::CreatedColumn) == QStringLiteral("2"));
    CHECK(admin.table("findingsTable").rowCount() == 3);
    CHECK(childrenOf(admin) == 0);

    admin.click("commitImportButton");
    CHECK(childrenOf(admin) == 1);
    CHECK(admin.words().contains(QStringLiteral("1 child is new · 2 placements are new")));
    admin.find<QPushButton>("bannerAction")->click();
    REQUIRE(admin.requests.count() == 1);
    CHECK(admin.requests.front().constFirst().value<Place>().page == QLatin1String("children"));

    admin.stage.open({QStringLiteral("admin"), {}, QStringLiteral("import")});
    chooseFiles(admin, files);
    CHECK(admin.words().contains(QLatin1String("Nothing would change")));
    CHECK_FALSE(admin.find<QPushButton>("commitImportButton")->isEnabled());
}

TEST_CASE("every row that is not taken is listed with file, line, column and reason", "[ui-page]")
{
    AdminStage admin("import");
    chooseFiles(admin, smallReturn(admin));
    QStringList lines;
    for (int row = 0; row < admin.table("findingsTable").rowCount(); ++row)
        lines << QStringLiteral("%1:%2:%3:%4")
                     .arg(admin.cell("findingsTable", row, FindingTableModel::FileColumn),
                          admin.cell("findingsTable", row, FindingTableModel::LineColumn),
                          admin.cell("findingsTable", row, FindingTableModel::FieldColumn),
                          admin.cell("findingsTable", row, FindingTableModel::ValueColumn));
    CHECK(lines.contains(QStringLiteral("2024-header.csv:3:DOB:31/02/2015")));
    CHECK(lines.contains(QStringLiteral("2024-episodes.csv:4:PLACE:QQ")));
    CHECK(lines.contains(QStringLiteral("2024-episodes.csv:5:CHILD:999")));

    admin.type("findingsSearchEdit", QStringLiteral("QQ"));
    CHECK(admin.table("findingsTable").rowCount() == 1);
    admin.type("findingsSearchEdit", {});
    admin.find<QComboBox>("findingsCombo")->setCurrentIndex(2);
    CHECK(admin.table("findingsTable").rowCount() == 0);
}

TEST_CASE("the rows that are not taken leave as a table", "[ui-page]")
{
    AdminStage admin("import");
    chooseFiles(admin, smallReturn(admin));
    admin.stage.dialogs.file =
        QString::fromStdString((admin.fixture.temporary.path() / "rows.csv").string());
    admin.click("exportFindingsButton");
    QFile file(admin.stage.dialogs.file);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().count('\n') == 4);
}

TEST_CASE("files dropped in are looked at", "[ui-page]")
{
    AdminStage admin("import");
    auto* area = admin.page->findChild<DropArea*>();
    REQUIRE(area);
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& file : smallReturn(admin))
        urls << QUrl::fromLocalFile(file);
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(area, &enter);
    CHECK(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(area, &drop);
    REQUIRE(admin.stage.settle());
    QCoreApplication::processEvents();
    CHECK(admin.table("importFilesTable").rowCount() == 2);
}

TEST_CASE("files that are no return are refused with the reason", "[ui-page]")
{
    AdminStage admin("import");
    chooseFiles(admin, {admin.write("shopping.csv", "apples,pears\n1,2\n")});
    CHECK(admin.words().contains(QLatin1String("None of these files can be taken")));
    CHECK(admin.table("findingsTable").rowCount() == 1);
    CHECK_FALSE(admin.find<QPushButton>("commitImportButton")->isEnabled());
}

TEST_CASE("stopping a look at a return leaves nothing behind", "[ui-page][cancel]")
{
    AdminStage admin("import");
    admin.stage.dialogs.files = smallReturn(admin);
    // Another piece of work holds the worker, so that the look waits and can be stopped.
    std::atomic<bool> go = false;
    admin.stage.jobs.run<Done>(
        admin.page, {},
        [&go](app::Session&, const RunControl&) -> Result<Done> {
            while (!go)
                QThread::msleep(1);
            return Done{};
        },
        [](const Result<Done>&) {});
    admin.find<QPushButton>("chooseFilesButton")->click();
    admin.find<QPushButton>("stopButton")->click();
    go = true;
    REQUIRE(admin.stage.settle());
    QCoreApplication::processEvents();
    CHECK(admin.words().contains(QLatin1String("Nothing was written")));
    CHECK_FALSE(admin.find<TableView>("importFilesTable")->isVisible());
    CHECK(admin.find<QPushButton>("chooseFilesButton")->isEnabled());
}

TEST_CASE("files without a year are asked about, and an import is listed and taken back",
          "[ui-page]")
{
    AdminStage admin("import");
    QStringList nameless;
    for (const QString& file : smallReturn(admin)) {
        const QString other = QFileInfo(file).path() + QLatin1String("/nameless-") +
                              (file.contains(QLatin1String("header")) ? QLatin1String("h.csv")
                                                                      : QLatin1String("e.csv"));
        QFile::copy(file, other);
        nameless << other;
    }
    chooseFiles(admin, nameless);
    auto* year = admin.find<QComboBox>("importYearCombo");
    CHECK(year->isVisible());
    year->setCurrentIndex(year->findData(2024));
    admin.click("lookAgainButton");
    CHECK_FALSE(year->isVisible());
    REQUIRE(admin.table("importFilesTable").rowCount() == 2);
    admin.click("commitImportButton");
    CHECK(childrenOf(admin) == 1);

    REQUIRE(waitUntil([&] { return admin.table("importsTable").rowCount() == 1; }));
    admin.click("takeBackButton");
    CHECK(childrenOf(admin) == 0);
    CHECK(admin.words().contains(QLatin1String("Taken back")));
}
