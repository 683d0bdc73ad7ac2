#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <algorithm>

#include "app/needs/assessments.h"
#include "app/records/children.h"
#include "app/records/my_work.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/mywork/work_table_model.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

const Date kToday = stageDay();

app::ChildRow child(const char* id, const char* worker, std::optional<Date> assessed)
{
    app::ChildRow row;
    row.id = {id};
    row.displayName = id;
    row.inCare = true;
    row.worker = {worker};
    row.lastAssessedOn = assessed;
    row.assessments = assessed ? 1 : 0;
    return row;
}

}  // namespace

TEST_CASE("the work table keeps the model contract and words waiting in months",
          "[ui-model][mywork]")
{
    WorkTableModel model({WorkTableModel::Column::Child, WorkTableModel::Column::Waiting});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({child("a", "me", std::nullopt), child("b", "me", kToday.plusMonths(-7)),
                   child("c", "me", kToday.plusMonths(-51))},
                  kToday);
    CHECK(model.index(0, 1).data().toString() == QStringLiteral("not assessed yet"));
    CHECK(model.index(1, 1).data().toString() == QStringLiteral("not assessed for 7 months"));
    CHECK(model.index(2, 1).data().toString() == QStringLiteral("not assessed for 4 years"));
    CHECK(model.index(0, 1).data(SortRole).toInt() < model.index(1, 1).data(SortRole).toInt());
    model.setRows({}, kToday);
    CHECK(model.rowCount() == 0);
}

TEST_CASE("my work holds my children in care, or everybody while none is allocated to me",
          "[mywork]")
{
    UiStage stage(copyOfDemonstration());
    std::vector<app::ChildRow> inCare = stage.children();
    std::erase_if(inCare, [](const app::ChildRow& row) { return !row.inCare; });
    REQUIRE(inCare.size() > 1);
    const AccountId me = stage.session->account().id;
    for (const app::ChildRow& row : inCare) {
        Child child = app::openChild(*stage.session, row.id)->child;
        child.worker = row.id == inCare.back().id ? me : AccountId();
        REQUIRE(app::saveChild(*stage.session, child));
    }
    app::MyWork work = *app::myWork(*stage.session);
    CHECK_FALSE(work.allChildren);
    CHECK(work.childCount == 1);
    REQUIRE(work.children.size() == 1);
    CHECK(work.children.front().id == inCare.back().id);

    Child mine = app::openChild(*stage.session, inCare.back().id)->child;
    mine.worker = {};
    REQUIRE(app::saveChild(*stage.session, mine));
    work = *app::myWork(*stage.session);
    CHECK(work.allChildren);
    CHECK(work.childCount == static_cast<int>(inCare.size()));
    CHECK(work.children.size() == inCare.size());
}

TEST_CASE("needs are due once six months have passed, never assessed first, then the longest ago",
          "[mywork]")
{
    UiStage stage;
    const app::MyWork work = *app::myWork(*stage.session);
    const Date limit = stageDay().plusMonths(-6);
    const auto isDue = [&](const app::ChildRow& row) {
        return !row.lastAssessedOn || *row.lastAssessedOn <= limit;
    };
    REQUIRE_FALSE(work.due.empty());
    CHECK(std::all_of(work.due.begin(), work.due.end(), isDue));
    CHECK(work.dueCount == std::count_if(work.children.begin(), work.children.end(), isDue));
    CHECK(std::is_sorted(work.due.begin(), work.due.end(), [](const auto& a, const auto& b) {
        return a.lastAssessedOn < b.lastAssessedOn;
    }));
    CHECK(*app::countDue(*stage.session) == work.dueCount);
}

TEST_CASE("a draft that was begun is on the home page and leads to the child's needs",
          "[ui-page][mywork]")
{
    UiStage stage(copyOfDemonstration());
    const ChildId id{utf8(stage.someChild())};
    const auto draft = app::openDraft(*stage.session, id);
    REQUIRE(draft);
    REQUIRE(app::saveDraft(*stage.session, draft->draft));
    Page* const page = stage.open({QStringLiteral("my-work"), {}, {}});
    auto* view = page->findChild<TableView*>(QStringLiteral("draftsView"));
    REQUIRE(view);
    REQUIRE(waitUntil([&] { return view->model()->rowCount() == 1; }));
    QSignalSpy wanted(page, &Page::placeRequested);
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Return);
    REQUIRE(wanted.size() == 1);
    CHECK(wanted.first().first().value<Place>() ==
          Place{QStringLiteral("child"), text(id.value), QStringLiteral("needs")});
}
