#include "ui/shared/fields/date_field.h"

#include <QCalendarWidget>
#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

#include "tests/ui/support/ui_harness.h"
#include "ui/shared/fields/date_text.h"
#include "ui/shared/fields/field_note.h"
#include "ui/shared/fields/form_field.h"

using namespace homeward;
using namespace homeward::ui;

namespace {

const Date kToday = *Date::fromYmd(2026, 11, 22);

std::string read(const char* typed, std::optional<Date> latest = {})
{
    const auto day = readDate(QString::fromUtf8(typed), kToday, latest);
    return day ? day->toIso() : std::string("no date");
}

/// A date field in a window, with another field to go to.
struct Form {
    Form()
    {
        auto* layout = new QVBoxLayout(&window);
        layout->addWidget(field);
        layout->addWidget(next);
        date->setToday(kToday);
        window.show();
        QApplication::setActiveWindow(&window);
        date->setFocus();
    }
    /// As a person does: over what stands there, then on to the next field.
    void type(const char* words)
    {
        date->setFocus();
        QTest::keyClick(date, Qt::Key_A, Qt::ControlModifier);
        if (*words)
            QTest::keyClicks(date, QString::fromUtf8(words));
        else
            QTest::keyClick(date, Qt::Key_Delete);
        QTest::keyClick(date, Qt::Key_Tab);
    }
    QCalendarWidget* calendar() const { return date->findChild<QCalendarWidget*>(); }

    QWidget window;
    DateField* date = new DateField;
    FieldWithNote* field = new FieldWithNote(date);
    QLineEdit* next = new QLineEdit;
};

}  // namespace

TEST_CASE("a day is read in every form that people write", "[ui-model][date]")
{
    const char* typed =
        GENERATE("14/11/2020", "14.11.20", "14-11-2020", "14 11 2020", "14/11/20", "141120",
                 "14112020", "14 Nov 2020", "14 nov. 20", "14 November 2020", "14th November 2020",
                 "14Nov2020", "14-Nov-2020", "2020-11-14", "  14 / 11 / 2020 ");
    INFO(typed);
    CHECK(read(typed) == "2020-11-14");
}

TEST_CASE("September is read however it is cut short", "[ui-model][date]")
{
    const char* typed = GENERATE("3 Sep 2026", "3 Sept 2026", "3 september 2026");
    CHECK(read(typed) == "2026-09-03");
}

TEST_CASE("today, tomorrow and yesterday are days", "[ui-model][date]")
{
    CHECK(read("today") == "2026-11-22");
    CHECK(read("Tomorrow") == "2026-11-23");
    CHECK(read("yesterday") == "2026-11-21");
}

TEST_CASE("what is no day is not made one", "[ui-model][date]")
{
    const char* typed =
        GENERATE("", "31/4/2026", "29 Feb 2026", "11/14/2020", "14/11", "14 No 2020", "14 Ju 2020",
                 "next week", "14/11/202", "14/11/20200", "2020");
    INFO(typed);
    CHECK(read(typed) == "no date");
}

TEST_CASE("a year of two digits is this century unless that is later than possible",
          "[ui-model][date]")
{
    CHECK(read("1/9/27") == "2027-09-01");
    CHECK(read("1/9/27", kToday) == "1927-09-01");
    CHECK(read("14/11/20", kToday) == "2020-11-14");
    CHECK(read("23/11/26", kToday) == "1926-11-23");
    CHECK(read("22 Nov 26", kToday) == "2026-11-22");
}

TEST_CASE("a day that stands there is typed over", "[ui][date]")
{
    const char* typed = GENERATE("20 Nov 2026", "20/11/2026", "20.11.26");
    Form form;
    form.date->setDate({2026, 11, 22});
    const QSignalSpy changes(form.date, &DateField::dateChanged);
    form.type(typed);
    CHECK(form.date->text() == QStringLiteral("20 Nov 2026"));
    CHECK(form.date->date() == QDate(2026, 11, 20));
    CHECK(form.field->note().isEmpty());
    CHECK(changes.count() == 1);
}

TEST_CASE("what is no date stays as it was typed, and the field says so", "[ui][date]")
{
    Form form;
    form.date->setDate({2026, 11, 22});
    form.type("31/4/2026");
    CHECK(form.date->text() == QStringLiteral("31/4/2026"));
    CHECK_FALSE(form.date->date().isValid());
    CHECK_FALSE(form.date->day());
    CHECK(form.field->note().contains(QStringLiteral("not a date")));
    CHECK(form.date->property("problem").toBool());
    CHECK(form.date->accessibleDescription() == form.field->note());
    form.type("30/4/2026");
    CHECK(form.field->note().isEmpty());
    CHECK(form.date->date() == QDate(2026, 4, 30));
}

TEST_CASE("a day out of range stays as it was typed, and the field names the bound", "[ui][date]")
{
    Form form;
    form.date->setMaximumDate(toQDate(kToday));
    form.type("1/1/2030");
    CHECK(form.date->text() == QStringLiteral("1/1/2030"));
    CHECK_FALSE(form.date->date().isValid());
    CHECK(form.date->written() == Date::fromYmd(2030, 1, 1));
    CHECK(form.field->note().contains(QStringLiteral("22 Nov 2026")));
    form.date->setMinimumDate({2026, 1, 1});
    form.type("31/12/2025");
    CHECK(form.field->note().contains(QStringLiteral("1 Jan 2026")));
}

TEST_CASE("a date field may be empty unless a day is needed", "[ui][date]")
{
    Form form;
    CHECK(form.date->text().isEmpty());
    CHECK(form.date->placeholderText() == QStringLiteral("day/month/year"));
    CHECK(form.date->settle());
    form.date->setDate({2026, 11, 22});
    form.type("");
    CHECK_FALSE(form.date->date().isValid());
    CHECK(form.field->note().isEmpty());

    form.date->setRequired(true);
    form.next->setFocus();
    CHECK(form.field->note().isEmpty());
    CHECK_FALSE(form.date->settle());
    CHECK_FALSE(form.field->note().isEmpty());
    CHECK(form.date->hasFocus());
}

TEST_CASE("the day counts before the field is left", "[ui][date]")
{
    Form form;
    form.date->setDate({2026, 11, 22});
    QTest::keyClick(form.date, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(form.date, QStringLiteral("20/11/2026"));
    CHECK(form.date->date() == QDate(2026, 11, 20));
    form.date->setDate({2026, 11, 20});
    CHECK(form.date->text() == QStringLiteral("20/11/2026"));
    CHECK(form.date->settle());
    CHECK(form.date->text() == QStringLiteral("20 Nov 2026"));
}

TEST_CASE("arrow keys step a day, page keys a month, within the range", "[ui][date]")
{
    Form form;
    form.date->setDate({2026, 11, 21});
    form.date->setMaximumDate(toQDate(kToday));
    QTest::keyClick(form.date, Qt::Key_Up);
    CHECK(form.date->date() == QDate(2026, 11, 22));
    QTest::keyClick(form.date, Qt::Key_Up);
    CHECK(form.date->date() == QDate(2026, 11, 22));
    QTest::keyClick(form.date, Qt::Key_PageDown);
    QTest::keyClick(form.date, Qt::Key_Down);
    CHECK(form.date->date() == QDate(2026, 10, 21));
    QTest::keyClick(form.date, Qt::Key_PageUp);
    CHECK(form.date->date() == QDate(2026, 11, 21));
    CHECK(form.date->text() == QStringLiteral("21 Nov 2026"));
}

TEST_CASE("a step never overwrites words that are no date", "[ui][date]")
{
    Form form;
    QTest::keyClicks(form.date, QStringLiteral("14/11/202"));
    QTest::keyClick(form.date, Qt::Key_Up);
    CHECK(form.date->text() == QStringLiteral("14/11/202"));
}

TEST_CASE("the calendar opens by key or button, Enter takes the day, Escape leaves it",
          "[ui][date]")
{
    Form form;
    form.date->setAccessibleName(QStringLiteral("Ends on"));
    form.date->setDate({2026, 11, 20});
    QTest::keyClick(form.date, Qt::Key_F4);
    REQUIRE(form.calendar());
    CHECK(form.calendar()->accessibleName().contains(QStringLiteral("Ends on")));
    CHECK(form.calendar()->selectedDate() == QDate(2026, 11, 20));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK_FALSE(form.calendar());
    CHECK(form.date->date() == QDate(2026, 11, 20));

    form.date->setFocus();
    QTest::keyClick(form.date, Qt::Key_Down, Qt::AltModifier);
    REQUIRE(form.calendar());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK_FALSE(form.calendar());
    CHECK(form.date->text() == QStringLiteral("21 Nov 2026"));

    auto* button = form.date->findChild<QToolButton*>();
    REQUIRE(button);
    CHECK_FALSE(button->accessibleName().isEmpty());
    QTest::mouseClick(button, Qt::LeftButton);
    CHECK(form.calendar());
}

TEST_CASE("the calendar offers no day out of range", "[ui][date]")
{
    Form form;
    form.date->setMinimumDate({2026, 11, 1});
    form.date->setMaximumDate({2026, 11, 10});
    form.date->openCalendar();
    REQUIRE(form.calendar());
    CHECK(form.calendar()->selectedDate() == QDate(2026, 11, 10));
    CHECK(form.calendar()->minimumDate() == QDate(2026, 11, 1));
}

TEST_CASE("a date to read only is neither typed over, stepped nor chosen", "[ui][date]")
{
    Form form;
    form.date->setDate({2026, 11, 20});
    form.date->setReadOnly(true);
    QTest::keyClicks(form.date, QStringLiteral("1"));
    QTest::keyClick(form.date, Qt::Key_Up);
    QTest::keyClick(form.date, Qt::Key_F4);
    CHECK_FALSE(form.calendar());
    CHECK(form.date->text() == QStringLiteral("20 Nov 2026"));
    CHECK_FALSE(form.date->findChild<QToolButton*>()->isVisible());
}

TEST_CASE("a form field shows what is wrong with its date, and its own words first", "[ui][date]")
{
    auto* date = new DateField;
    FormField field(QStringLiteral("Review due"), date);
    date->setTyped(QStringLiteral("soon"));
    CHECK(field.hasProblem());
    field.setProblem(QStringLiteral("Too late."));
    CHECK(date->accessibleDescription() == QStringLiteral("Too late."));
    field.setProblem({});
    CHECK(field.hasProblem());
    date->setDate({2026, 11, 20});
    CHECK_FALSE(field.hasProblem());
    CHECK(date->accessibleDescription().isEmpty());
}
