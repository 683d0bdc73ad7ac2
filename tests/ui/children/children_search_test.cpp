#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

#include "support/text/text.h"
#include "tests/ui/children/page_fixture.h"
#include "ui/children/list/children_page.h"
#include "ui/children/list/children_table_model.h"
#include "ui/shared/tables/table_view.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

app::ChildRow child(const char* name, bool inCare = true)
{
    app::ChildRow row;
    row.id.value = row.displayName = name;
    row.searchText = foldedForSearch(name);
    row.inCare = inCare;
    return row;
}

QStringList namesIn(const QAbstractItemModel& model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row, ChildrenTableModel::NameColumn).data().toString();
    return names;
}

ChildrenTableModel& searched(ChildrenTableModel& model, const QString& typed)
{
    ChildrenFilter filter;
    filter.typed = typed;
    model.setFilter(filter);
    return model;
}

}  // namespace

TEST_CASE("a slip of the finger finds the nearest children, and says so", "[ui-model][children]")
{
    ChildrenTableModel model;
    model.setRows({child("Dalia A."), child("Priya K."), child("Dalila Away", false)});
    CHECK(namesIn(searched(model, QStringLiteral("dalai"))) ==
          QStringList({QStringLiteral("Dalia A.")}));
    CHECK(model.showsNearest());
    CHECK(namesIn(searched(model, QStringLiteral("priyya"))) ==
          QStringList({QStringLiteral("Priya K.")}));
    CHECK(namesIn(searched(model, QStringLiteral("dalia"))).size() == 1);
    CHECK_FALSE(model.showsNearest());
    CHECK(namesIn(searched(model, QStringLiteral("zzzzqq"))).isEmpty());
    CHECK_FALSE(model.showsNearest());
}

TEST_CASE("the page tells that it shows the nearest names", "[ui-page][children]")
{
    QSettings().clear();
    UiStage stage;
    ChildrenPage page(stage.context());
    page.resize(1160, 640);
    page.show();
    page.open({QStringLiteral("children"), {}, {}});
    auto* nearest = find<QLabel>(page, "nearestLabel");
    CHECK_FALSE(nearest->isVisible());
    const QString name = find<TableView>(page, "childrenView")
                             ->model()
                             ->index(0, 0)
                             .data()
                             .toString()
                             .section(QLatin1Char(' '), 0, 0);
    find<QLineEdit>(page, "childrenSearch")->setText(name + QStringLiteral("wick"));
    CHECK_FALSE(nearest->isVisible());
}

TEST_CASE("clearing the filters goes back to children in care", "[ui-page][children]")
{
    QSettings().clear();
    UiStage stage;
    ChildrenPage page(stage.context());
    page.show();
    auto* care = find<QComboBox>(page, "careChoice");
    auto* clear = find<QPushButton>(page, "clearFiltersButton");
    const QString inCare = care->currentText();
    find<QComboBox>(page, "ageChoice")->setCurrentIndex(2);
    clear->click();
    CHECK(care->currentText() == inCare);
    care->setCurrentIndex(1 - care->currentIndex());
    REQUIRE(clear->isEnabled());
    clear->click();
    CHECK(care->currentText() == inCare);
    CHECK_FALSE(clear->isEnabled());
    QSettings().clear();
}

TEST_CASE("the list of children needs no sideways scrolling on a small laptop",
          "[ui-page][children]")
{
    QSettings().clear();
    UiStage stage;
    ChildrenPage page(stage.context());
    page.resize(1160, 640);
    page.show();
    QCoreApplication::processEvents();
    auto* view = find<TableView>(page, "childrenView");
    CHECK(view->horizontalHeader()->length() <= view->viewport()->width());
}
