#include "ui/matching/shortlist/search_terms_bar.h"

#include <QComboBox>
#include <QSignalSpy>

#include "tests/ui/support/ui_harness.h"
#include "ui/shared/fields/date_field.h"

using namespace homeward;
using namespace homeward::ui;

namespace {

const Date kToday = *Date::fromYmd(2026, 11, 22);

struct Bar {
    Bar()
    {
        bar.setTerms({}, kToday);
        bar.show();
        QApplication::setActiveWindow(&bar);
        from->setFocus();
    }
    void type(const char* words)
    {
        from->setFocus();
        from->selectAll();
        QTest::keyClick(from, Qt::Key_Delete);
        QTest::keyClicks(from, QLatin1String(words));
        QTest::keyClick(from, Qt::Key_Return);
    }
    SearchTermsBar bar;
    DateField* from = bar.findChild<DateField*>(QStringLiteral("neededFromEdit"));
    QSignalSpy changes{&bar, &SearchTermsBar::termsChanged};
};

}  // namespace

TEST_CASE("the day a home is needed is typed, and searched for once", "[ui-page][terms]")
{
    Bar bar;
    CHECK(bar.changes.isEmpty());
    bar.type("1 Dec 2026");
    CHECK(bar.changes.count() == 1);
    CHECK(bar.bar.terms().on == Date::fromYmd(2026, 12, 1));
    bar.type("today");
    CHECK(bar.changes.count() == 2);
    CHECK_FALSE(bar.bar.terms().on);
}

TEST_CASE("the search keeps its day while no day stands in the field", "[ui-page][terms]")
{
    Bar bar;
    bar.type("1/12/2026");
    bar.type("31/11/2026");
    CHECK(bar.changes.count() == 1);
    CHECK_FALSE(bar.from->problem().isEmpty());
    bar.bar.findChild<QComboBox*>(QStringLiteral("placementTypeBox"))->setCurrentIndex(1);
    CHECK(bar.bar.terms().on == Date::fromYmd(2026, 12, 1));
}

TEST_CASE("no day means today", "[ui-page][terms]")
{
    Bar bar;
    bar.type("1/12/2026");
    bar.type("");
    CHECK(bar.changes.count() == 2);
    CHECK_FALSE(bar.bar.terms().on);
    CHECK(bar.from->placeholderText() == QStringLiteral("today"));
}
