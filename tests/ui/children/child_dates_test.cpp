#include <QComboBox>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

#include "tests/ui/children/page_fixture.h"
#include "ui/children/list/add_child_dialog.h"
#include "ui/children/placements/placement_dialogs.h"
#include "ui/children/record/about_me_entries.h"
#include "ui/children/record/child_record_page.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/fields/date_field.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

const Date kToday = *Date::fromYmd(2026, 3, 1);

struct AddChild {
    AddChild()
    {
        dialog.add = [this](const Child& child, app::SamePerson samePerson) -> Result<ChildId> {
            if (isKnown && samePerson == app::SamePerson::Ask)
                return invalidInput("child", "same-person",
                                    {{"id", "c-known"}, {"name", "Kai Brook"}, {"number", "7"}});
            added = child;
            return ChildId{"c-1"};
        };
        dialog.show();
        QApplication::setActiveWindow(&dialog);
        find<QLineEdit>(dialog, "caseNumberField")->setText(QStringLiteral("100"));
    }
    void proceed() { find<QPushButton>(dialog, "addChildProceed")->click(); }
    DateField* birth() { return find<DateField>(dialog, "birthDateField"); }

    AddChildDialog dialog{{}, {}, kToday};
    std::optional<Child> added;
    bool isKnown = false;
};

struct EndPlacement {
    EndPlacement()
    {
        dialog.act = [this]() -> Result<Done> {
            ended = dialog.endsOn();
            why = dialog.reason();
            return Done{};
        };
        dialog.show();
        QApplication::setActiveWindow(&dialog);
    }
    static app::PlacementRow row()
    {
        app::PlacementRow row;
        row.placement.startsOn = kToday.plusDays(-30);
        row.homeName = "Ash household";
        return row;
    }
    EndPlacementDialog dialog{row(), kToday};
    QComboBox* reason = find<QComboBox>(dialog, "endReasonChoice");
    DateField* date = find<DateField>(dialog, "endDateEdit");
    QPushButton* proceed = find<QPushButton>(dialog, "endPlacementProceed");
    std::optional<Date> ended;
    std::string why;
};

}  // namespace

TEST_CASE("no birth date is invented for a new child", "[ui-page][children][date]")
{
    AddChild add;
    CHECK(add.birth()->text().isEmpty());
    add.proceed();
    CHECK_FALSE(add.added);
    CHECK(add.dialog.isVisible());
    CHECK(add.birth()->property("problem").toBool());
    CHECK_FALSE(add.birth()->accessibleDescription().isEmpty());
    CHECK(add.birth()->hasFocus());
}

TEST_CASE("a child is added with the birth date that was typed", "[ui-page][children][date]")
{
    AddChild add;
    add.birth()->setFocus();
    QTest::keyClicks(add.birth(), QStringLiteral("14.11.20"));
    add.proceed();
    REQUIRE(add.added);
    CHECK(add.added->birthDate == Date::fromYmd(2020, 11, 14));
    CHECK(add.added->caseNumber == "100");
    CHECK(add.added->sex == Sex::Unknown);
}

TEST_CASE("a birth date that is no day is said beside the field", "[ui-page][children][date]")
{
    AddChild add;
    add.birth()->setText(QStringLiteral("31/4/2020"));
    add.proceed();
    CHECK_FALSE(add.added);
    CHECK(add.birth()->text() == QStringLiteral("31/4/2020"));
    CHECK(add.birth()->accessibleDescription().contains(QStringLiteral("not a date")));
}

TEST_CASE("a birth date of two digits is never in the future", "[ui-page][children][date]")
{
    AddChild add;
    add.birth()->setText(QStringLiteral("2/3/26"));
    add.proceed();
    REQUIRE(add.added);
    CHECK(add.added->birthDate == Date::fromYmd(1926, 3, 2));
}

TEST_CASE("about me keeps a birth date that is no day as it was typed", "[ui-page][children][date]")
{
    AboutMeEntries entries;
    entries["birthDate"] = QStringLiteral("31/4/2020");
    const auto child = entries.applyTo(Child());
    REQUIRE_FALSE(child);
    CHECK(child.error().facts.at("rule") == "not-a-date");
    entries["birthDate"].clear();
    CHECK(entries.applyTo(Child()).error().facts.at("rule") == "required");
}

TEST_CASE("Tab goes through the fields of a new child", "[ui-page][children]")
{
    AddChild add;
    QWidget* field = find<QLineEdit>(add.dialog, "caseNumberField");
    field->setFocus();
    for (const char* name :
         {"preferredNameField", "givenNameField", "familyNameField", "birthDateField",
          "birthExpectedField", "sexField", "workerField", "addChildProceed"}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        CHECK(QApplication::focusWidget()->objectName() == QLatin1String(name));
    }
}

TEST_CASE("after the reason, Tab and Enter end the placement", "[ui-page][children][date]")
{
    EndPlacement end;
    CHECK(end.reason->hasFocus());
    end.reason->setCurrentIndex(1);
    QTest::keyClick(end.reason, Qt::Key_Tab);
    CHECK(end.date->hasFocus());
    QTest::keyClick(end.date, Qt::Key_Return);
    CHECK(end.ended == kToday);
    CHECK(end.why == utf8(end.reason->itemData(1).toString()));
    CHECK(end.dialog.result() == QDialog::Accepted);
}

TEST_CASE("Tab goes from the reason over the day to End placement and then to Cancel",
          "[ui-page][children][date]")
{
    EndPlacement end;
    CHECK(end.proceed->isDefault());
    QTest::keyClick(end.reason, Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    CHECK(end.proceed->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    auto* cancel = qobject_cast<QPushButton*>(QApplication::focusWidget());
    REQUIRE(cancel);
    CHECK(cancel != end.proceed);
    CHECK(cancel->text().contains(QStringLiteral("Cancel")));
}

TEST_CASE("Enter without a reason says so and keeps the dialog open", "[ui-page][children][date]")
{
    EndPlacement end;
    QTest::keyClick(end.date, Qt::Key_Return);
    CHECK(end.dialog.isVisible());
    CHECK_FALSE(end.ended);
    CHECK(end.reason->property("problem").toBool());
    CHECK(end.reason->hasFocus());
    end.reason->setCurrentIndex(1);
    CHECK_FALSE(end.reason->property("problem").toBool());
}

TEST_CASE("a placement ends on the day that was typed, not on one that is no day",
          "[ui-page][children][date]")
{
    EndPlacement end;
    end.reason->setCurrentIndex(1);
    end.date->setText(QStringLiteral("30/2/2026"));
    end.proceed->click();
    CHECK_FALSE(end.ended);
    CHECK(end.dialog.isVisible());
    end.date->setText(QStringLiteral("20 Feb 2026"));
    end.proceed->click();
    CHECK(end.ended == Date::fromYmd(2026, 2, 20));
}

TEST_CASE("an assessment is dated by what was typed, never by another day",
          "[ui-page][needs][date]")
{
    PageFixture fixture;
    const ChildId child = fixture.authority.addChild("100");
    auto* const page = fixture.show<ChildRecordPage>(
        {QStringLiteral("child"), text(child.value), QStringLiteral("needs")});
    auto* date = find<DateField>(*page, "assessedOnEdit");
    auto* complete = find<QPushButton>(*page, "completeButton");
    const auto drafted = [&] {
        page->keepUnsaved();
        return require(app::openDraft(*fixture.authority.session, child)).draft.assessedOn;
    };
    date->setText(QStringLiteral("20 Feb 2026"));
    CHECK(drafted() == *Date::fromYmd(2026, 2, 20));
    date->setText(QStringLiteral("30/2/2026"));
    CHECK(drafted() == *Date::fromYmd(2026, 2, 20));
    complete->click();
    CHECK(date->text() == QStringLiteral("30/2/2026"));
    CHECK(date->property("problem").toBool());
    CHECK(date->hasFocus());
    date->setText(QStringLiteral("2 Mar 2026"));
    complete->click();
    CHECK(date->accessibleDescription().contains(QStringLiteral("1 Mar 2026")));
}

TEST_CASE("a child who may be on record already is opened or added on a second press",
          "[ui-page][child]")
{
    AddChild adding;
    adding.isKnown = true;
    adding.birth()->setTyped(QStringLiteral("1 May 2015"));
    adding.proceed();
    CHECK_FALSE(adding.added);
    auto* banner = adding.dialog.findChild<Banner*>();
    REQUIRE(banner);
    CHECK(banner->isVisible());
    SECTION("the record there is")
    {
        emit banner->actionRequested();
        CHECK(adding.dialog.added() == ChildId{"c-known"});
        CHECK_FALSE(adding.added);
    }
    SECTION("somebody else")
    {
        adding.proceed();
        CHECK(adding.added);
    }
    SECTION("what is typed then is asked about anew")
    {
        QTest::keyClicks(find<QLineEdit>(adding.dialog, "givenNameField"), QStringLiteral("K"));
        CHECK_FALSE(banner->isVisible());
        adding.proceed();
        CHECK_FALSE(adding.added);
    }
}

TEST_CASE("an unborn child is added with the day expected", "[ui-page][child]")
{
    AddChild adding;
    find<QCheckBox>(adding.dialog, "birthExpectedField")->setChecked(true);
    adding.birth()->setDay(kToday.plusMonths(3));
    adding.proceed();
    REQUIRE(adding.added);
    CHECK(adding.added->birthExpected);
    CHECK(adding.added->birthDate == kToday.plusMonths(3));
}
