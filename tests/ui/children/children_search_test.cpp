#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QSettings>

#include "tests/ui/children/page_fixture.h"
#include "ui/shared/tables/table_view.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

TEST_CASE("clearing the filters goes back to children in care", "[ui-page][children]")
{
    QSettings().clear();
    UiStage stage;
    Page* const page = stage.open({QStringLiteral("children"), {}, {}});
    auto* care = find<QComboBox>(*page, "careChoice");
    auto* clear = find<QPushButton>(*page, "clearFiltersButton");
    const QString inCare = care->currentText();
    find<QComboBox>(*page, "ageChoice")->setCurrentIndex(2);
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
    Page* const page = stage.open({QStringLiteral("children"), {}, {}});
    auto* view = find<TableView>(*page, "childrenView");
    CHECK(view->horizontalHeader()->length() <= view->viewport()->width());
}
