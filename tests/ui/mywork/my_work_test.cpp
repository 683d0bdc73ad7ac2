#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include "app/needs/assessments.h"
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
