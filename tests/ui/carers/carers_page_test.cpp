#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

#include "tests/ui/support/ui_harness.h"
#include "ui/carers/list/carers_page.h"
#include "ui/shared/tables/table_view.h"

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
