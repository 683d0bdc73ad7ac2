#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include "app/needs/assessments.h"
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

const AccountId kMe{"me"};
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

std::vector<std::string> ids(const std::vector<app::ChildRow>& rows)
{
    std::vector<std::string> names;
    for (const app::ChildRow& row : rows)
        names.push_back(row.id.value);
    return names;
}

}  // namespace

TEST_CASE("my work holds my children in care, or everybody while none is allocated to me",
          "[mywork]")
{
    app::ChildRow left = child("left", "me", kToday);
    left.inCare = false;
    std::vector<app::ChildRow> all{child("mine", "me", kToday), child("theirs", "you", kToday),
                                   left};
    app::MyWork work = app::myWorkOf(all, kMe, kToday);
    CHECK_FALSE(work.allChildren);
    CHECK(ids(work.children) == std::vector<std::string>{"mine"});

    work = app::myWorkOf(all, {"nobody"}, kToday);
    CHECK(work.allChildren);
    CHECK(ids(work.children) == std::vector<std::string>{"mine", "theirs"});
}

TEST_CASE("needs are due on the day six months have passed, never assessed first", "[mywork]")
{
    const std::vector<app::ChildRow> all{child("fresh", "me", kToday.plusMonths(-6).plusDays(1)),
                                         child("on the day", "me", kToday.plusMonths(-6)),
                                         child("long ago", "me", kToday.plusMonths(-14)),
                                         child("never", "me", std::nullopt)};
    CHECK(ids(app::myWorkOf(all, kMe, kToday).due) ==
          std::vector<std::string>{"never", "long ago", "on the day"});
}

TEST_CASE("a draft of mine counts for any child", "[mywork]")
{
    app::ChildRow other = child("theirs", "you", kToday);
    other.myDraft = true;
    const app::MyWork work = app::myWorkOf({child("mine", "me", kToday), other}, kMe, kToday);
    CHECK(ids(work.drafts) == std::vector<std::string>{"theirs"});
}

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
