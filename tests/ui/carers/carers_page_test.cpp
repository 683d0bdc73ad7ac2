#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <algorithm>
#include <functional>

#include "tests/ui/support/ui_harness.h"
#include "ui/carers/list/carers_page.h"
#include "ui/carers/list/home_table_model.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

struct Shown {
    Shown() : page(stage.context())
    {
        page.resize(1160, 640);
        page.show();
        page.open({QStringLiteral("carers"), {}, {}});
        REQUIRE(stage.settle());
    }
    template <typename T>
    T& part(const char* name)
    {
        return homeward::ui::test::part<T>(page, name);
    }
    UiStage stage;
    CarersPage page;
};

}  // namespace

TEST_CASE("clearing the filters of the register shows every home again", "[ui-page]")
{
    QSettings().clear();
    Shown shown;
    auto& view = shown.part<TableView>("homesView");
    auto& clear = shown.part<QPushButton>("clearHomeFiltersButton");
    const int all = view.model()->rowCount();
    CHECK_FALSE(clear.isEnabled());
    shown.part<QLineEdit>("carersSearchEdit").setText(QStringLiteral("zzzz"));
    shown.part<QComboBox>("kindFilter").setCurrentIndex(2);
    shown.part<QCheckBox>("freeFilter").setChecked(true);
    REQUIRE(shown.stage.settle());
    REQUIRE(view.model()->rowCount() < all);
    clear.click();
    REQUIRE(shown.stage.settle());
    CHECK(view.model()->rowCount() == all);
    CHECK_FALSE(clear.isEnabled());
}

TEST_CASE("each filter of the register leaves what it says", "[ui-page]")
{
    QSettings().clear();
    Shown shown;
    const auto all = shown.stage.homes();
    std::function<bool(const app::HomeRow&)> passes;
    const auto choose = [&](const char* filter, const QVariant& value) {
        auto& box = shown.part<QComboBox>(filter);
        REQUIRE(box.findData(value) > 0);
        box.setCurrentIndex(box.findData(value));
    };
    SECTION("kind")
    {
        choose("kindFilter", text(toKey(HomeKind::FosterHousehold)));
        passes = [](const app::HomeRow& row) { return row.kind == HomeKind::FosterHousehold; };
    }
    SECTION("status")
    {
        choose("statusFilter", text(toKey(ApprovalStatus::OnHold)));
        passes = [](const app::HomeRow& row) { return row.status == ApprovalStatus::OnHold; };
    }
    SECTION("agency")
    {
        choose("providerFilter", false);
        passes = [](const app::HomeRow& row) { return !row.ownService; };
    }
    SECTION("no skills yet")
    {
        choose("skillsFilter", false);
        passes = [](const app::HomeRow& row) { return !row.skillsRecordedOn; };
    }
    SECTION("a free place in an approved home")
    {
        shown.part<QCheckBox>("freeFilter").setChecked(true);
        passes = [](const app::HomeRow& row) {
            return row.free > 0 && row.status == ApprovalStatus::Approved;
        };
    }
    REQUIRE(shown.stage.settle());
    const auto& model = *shown.part<TableView>("homesView").model();
    CHECK(model.rowCount() == std::count_if(all.begin(), all.end(), passes));
    QSettings().clear();
}

TEST_CASE("homes sort by cost both ways with the unknown last", "[ui-page]")
{
    QSettings().clear();
    Shown shown;
    auto& view = shown.part<TableView>("homesView");
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        view.sortByColumn(HomeTableModel::CostColumn, order);
        REQUIRE(shown.stage.settle());
        QVariant before;
        for (int row = 0; row < view.model()->rowCount(); ++row) {
            const QVariant cost =
                view.model()->index(row, HomeTableModel::CostColumn).data(SortRole);
            if (row > 0 && !before.isValid())
                CHECK_FALSE(cost.isValid());
            if (before.isValid() && cost.isValid())
                CHECK((order == Qt::AscendingOrder ? before.toInt() <= cost.toInt()
                                                   : before.toInt() >= cost.toInt()));
            before = cost;
        }
    }
    QSettings().clear();
}

TEST_CASE("the register is copied as it is shown", "[ui-page]")
{
    Shown shown;
    shown.part<QPushButton>("copyButton").click();
    REQUIRE(shown.stage.settle());
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
    CHECK(lines.size() == shown.part<TableView>("homesView").model()->rowCount() + 2);
}

TEST_CASE("the register fits a small laptop, and its filters wrap in a narrow window", "[ui-page]")
{
    Shown shown;
    auto& view = shown.part<TableView>("homesView");
    CHECK(view.horizontalHeader()->length() <= view.viewport()->width());
    auto& free = shown.part<QCheckBox>("freeFilter");
    auto& search = shown.part<QLineEdit>("carersSearchEdit");
    CHECK(free.width() >= free.sizeHint().width());
    shown.page.resize(520, 640);
    QCoreApplication::processEvents();
    CHECK(free.width() >= free.sizeHint().width());
    CHECK(free.y() > search.y());
    CHECK(search.width() > 150);
}
