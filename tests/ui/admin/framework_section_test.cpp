#include <QLabel>
#include <QTextBrowser>
#include <QTreeWidget>

#include "app/care/care.h"
#include "app/needs/frameworks.h"
#include "tests/ui/admin/admin_stage.h"
#include "ui/admin/frameworks/framework_comparison_model.h"
#include "ui/admin/frameworks/framework_problem_model.h"
#include "ui/admin/frameworks/framework_table_model.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

NeedsFramework currentOf(AdminStage& admin)
{
    return homeward::test::require(app::currentFramework(*admin.stage.session));
}

void choose(AdminStage& admin, const QString& file)
{
    admin.stage.dialogs.files = {file};
    admin.click("chooseFrameworkButton");
}

}  // namespace

TEST_CASE("a version can be read to its last sentence", "[ui-page]")
{
    AdminStage admin("framework");
    const NeedsFramework framework = currentOf(admin);
    auto* tree = admin.find<QTreeWidget>("frameworkTree");
    CHECK(tree->topLevelItemCount() == static_cast<int>(framework.outcomes.size()));
    const QTreeWidgetItem* last = tree->topLevelItem(tree->topLevelItemCount() - 1);
    tree->setCurrentItem(last->child(last->childCount() - 1));
    const QString words = admin.find<QTextBrowser>("frameworkText")->toPlainText();
    const NeedsFramework::Domain& domain = framework.domains.back();
    for (std::size_t level = 0; level < domain.need.size(); ++level) {
        CHECK(words.contains(QString::fromStdString(domain.need[level])));
        CHECK(words.contains(QString::fromStdString(domain.skill[level])));
    }
}

TEST_CASE("a framework file with a fault shows its path and changes nothing", "[ui-page]")
{
    AdminStage admin("framework");
    NeedsFramework framework = currentOf(admin);
    framework.version = "2.0";
    std::string json = app::frameworkJson(framework);
    json.replace(json.find("\"guidance\""), 10, "\"guidanse\"");
    choose(admin, admin.write("own framework.json", json));
    CHECK(admin.words().contains(QLatin1String("own framework.json cannot be loaded")));
    CHECK(admin.cell("frameworkProblemsTable", 0, FrameworkProblemModel::WhereColumn)
              .startsWith(QLatin1String("/domains/0")));
    CHECK_FALSE(admin.find<QPushButton>("loadFrameworkButton")->isVisible());
    CHECK(admin.table("frameworksTable").rowCount() == 1);
}

TEST_CASE("a file that is not JSON shows line and column", "[ui-page]")
{
    AdminStage admin("framework");
    choose(admin, admin.write("broken.json", "{\n  \"key\": \"own\",\n  oops\n}\n"));
    CHECK(admin.cell("frameworkProblemsTable", 0, FrameworkProblemModel::WhereColumn)
              .startsWith(QLatin1String("line 3, column ")));
}

TEST_CASE("a framework is loaded only after its differences were seen", "[ui-page]")
{
    AdminStage admin("framework");
    NeedsFramework framework = currentOf(admin);
    framework.version = "2.0";
    framework.domains.front().need[2] = "Needs a hand with it most weeks.";
    choose(admin, admin.write("own.json", app::frameworkJson(framework)));
    REQUIRE(admin.table("frameworkDifferencesTable").rowCount() == 1);
    CHECK(admin.cell("frameworkDifferencesTable", 0, 4) ==
          QStringLiteral("Needs a hand with it most weeks."));
    CHECK(currentOf(admin).version != "2.0");

    admin.click("loadFrameworkButton");
    CHECK(currentOf(admin).version == "2.0");
    CHECK(admin.table("frameworksTable").rowCount() == 2);
    CHECK(admin.cell("frameworksTable", 0, FrameworkTableModel::UseColumn) ==
          QStringLiteral("current"));
    admin.click("compareFrameworksButton");
    CHECK(admin.table("frameworkDifferencesTable").rowCount() == 1);
}

TEST_CASE("not now leaves the framework as it is", "[ui-page]")
{
    AdminStage admin("framework");
    NeedsFramework framework = currentOf(admin);
    framework.version = "2.0";
    choose(admin, admin.write("own.json", app::frameworkJson(framework)));
    admin.click("notNowButton");
    CHECK(admin.table("frameworksTable").rowCount() == 1);
    CHECK_FALSE(admin.find<QPushButton>("loadFrameworkButton")->isVisible());
}

TEST_CASE("a version number that is taken by other words is refused with what to do", "[ui-page]")
{
    AdminStage admin("framework");
    NeedsFramework framework = currentOf(admin);
    framework.domains.front().need[2] = "Needs a hand with it most weeks.";
    choose(admin, admin.write("own.json", app::frameworkJson(framework)));
    admin.click("loadFrameworkButton");
    CHECK(admin.words().contains(QLatin1String("is already here")));
    CHECK(admin.table("frameworksTable").rowCount() == 1);
}

TEST_CASE("a saved framework file can be loaded again", "[ui-page]")
{
    AdminStage admin("framework");
    admin.stage.dialogs.file =
        QString::fromStdString((admin.fixture.temporary.path() / "saved.json").string());
    admin.click("saveFrameworkButton");
    choose(admin, admin.stage.dialogs.file);
    CHECK(admin.table("frameworkDifferencesTable").rowCount() == 0);
    CHECK(admin.find<QPushButton>("loadFrameworkButton")->isVisible());
}

TEST_CASE("before a version is made current its consequences are told in numbers", "[ui-page]")
{
    AdminStage admin("framework");
    const ChildId child = admin.fixture.addChild("100");
    homeward::test::require(app::beginCare(*admin.stage.session,
                                           {child, homeward::test::day("2026-02-01"), "N1", "C1"}));
    admin.fixture.assess(child, 3, homeward::test::day("2026-02-10"));
    NeedsFramework framework = currentOf(admin);
    const QString gone = QString::fromStdString(framework.domains.front().title);
    framework.version = "2.0";
    framework.domains.front().key = "body-and-health";
    framework.domains.front().title = "Body and health";

    choose(admin, admin.write("own.json", app::frameworkJson(framework)));
    CHECK_FALSE(admin.find<QPushButton>("chooseFrameworkButton")->isVisible());
    CHECK(admin.find<QLabel>("needsLeftOutLabel")
              ->text()
              .startsWith(
                  QStringLiteral("1 child in care has a known need without a place in it: %1 (1).")
                      .arg(gone)));
    const QString lines = admin.find<QLabel>("consequencesLabel")->text();
    CHECK(
        lines.contains(QLatin1String("1 completed assessment stays in the version of its time.")));
    CHECK(lines.contains(QLatin1String("New: Body and health.")));
    CHECK(admin.cell("frameworkDifferencesTable", 1, FrameworkComparisonModel::AfterColumn) ==
          QStringLiteral("Nothing takes its place: a known need is left out."));

    admin.click("loadFrameworkButton");
    CHECK(admin.find<QPushButton>("chooseFrameworkButton")->isVisible());
    admin.click("compareFrameworksButton");
    CHECK_FALSE(admin.find<QPushButton>("chooseFrameworkButton")->isVisible());
    admin.click("backToVersionsButton");
    CHECK(admin.find<QPushButton>("chooseFrameworkButton")->isVisible());
}

TEST_CASE(
    "nobody loads a framework before its consequences are counted, and a stopped count says so",
    "[ui-page][cancel]")
{
    AdminStage admin("framework");
    NeedsFramework framework = currentOf(admin);
    framework.version = "2.0";
    bool countedAndOpen = true;
    QPointer<Job> counting;
    QObject::connect(&admin.stage.jobs, &Jobs::started, &admin.stage.jobs, [&](Job* job) {
        if (job->label() != QStringLiteral("Counting what changes"))
            return;
        counting = job;
        countedAndOpen = admin.find<QPushButton>("loadFrameworkButton")->isEnabled();
        job->cancel();
    });
    choose(admin, admin.write("own.json", app::frameworkJson(framework)));
    CHECK_FALSE(countedAndOpen);
    CHECK_FALSE(admin.find<QPushButton>("loadFrameworkButton")->isEnabled());
    CHECK(admin.find<QLabel>("consequencesLabel")
              ->text()
              .startsWith(QLatin1String("It was not counted")));
}

TEST_CASE("the texts of a difference are there to read as soon as it is shown", "[ui-page]")
{
    AdminStage admin("framework");
    NeedsFramework framework = currentOf(admin);
    framework.version = "2.0";
    framework.domains.front().need[2] = "Needs a hand with it most weeks.";
    choose(admin, admin.write("own.json", app::frameworkJson(framework)));
    REQUIRE(admin.stage.settle());
    for (const char* name : {"differenceBeforeText", "differenceAfterText"}) {
        const auto* side = admin.find<QTextBrowser>(name);
        CHECK(side->viewport()->height() >= side->document()->size().toSize().height());
    }
}
