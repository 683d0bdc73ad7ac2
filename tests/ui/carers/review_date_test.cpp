#include <QPushButton>

#include "app/records/homes.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/carers/household/home_fields.h"
#include "ui/shared/fields/date_field.h"
#include "ui/shared/fields/form_field.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

void typeOver(DateField& field, const char* words)
{
    field.setFocus();
    field.selectAll();
    QTest::keyClick(&field, Qt::Key_Delete);
    QTest::keyClicks(&field, QLatin1String(words));
    QTest::keyClick(&field, Qt::Key_Return);
}

struct OpenApproval {
    OpenApproval() : page(stage.open({QStringLiteral("home"), home, QStringLiteral("approval")}))
    {
        QApplication::setActiveWindow(page);
        review = page->findChild<DateField*>(QStringLiteral("reviewDueOnEdit"));
        REQUIRE(review);
    }
    void save() const { page->findChild<QPushButton*>(QStringLiteral("saveHomeButton"))->click(); }
    std::optional<Date> stored()
    {
        return app::openHome(*stage.session, HomeId{utf8(home)})->home.approval.reviewDueOn;
    }
    UiStage stage{copyOfDemonstration()};
    QString home = stage.someHome();
    Page* page;
    DateField* review = nullptr;
};

}  // namespace

TEST_CASE("the day a review is due is typed as people write it", "[ui-page][date]")
{
    OpenApproval approval;
    typeOver(*approval.review, "1 Sept 27");
    approval.save();
    CHECK(approval.stored() == Date::fromYmd(2027, 9, 1));
    typeOver(*approval.review, "");
    approval.save();
    CHECK_FALSE(approval.stored());
}

TEST_CASE("a review day that is no day is not saved, and the field keeps it", "[ui-page][date]")
{
    OpenApproval approval;
    const auto before = approval.stored();
    typeOver(*approval.review, "31/4/2027");
    approval.save();
    CHECK(approval.stored() == before);
    CHECK(approval.review->text() == QStringLiteral("31/4/2027"));
    CHECK(approval.review->property("problem").toBool());
}

TEST_CASE("a skills profile is recorded on the day that was typed, never on another",
          "[ui-page][date]")
{
    UiStage stage(copyOfDemonstration());
    const QString home = stage.someHome();
    Page* page = stage.open({QStringLiteral("home"), home, QStringLiteral("skills")});
    QApplication::setActiveWindow(page);
    const auto profiles = [&] {
        return app::openHome(*stage.session, HomeId{utf8(home)})->profiles;
    };
    const auto before = profiles().size();
    page->findChild<QPushButton*>(QStringLiteral("updateSkillsButton"))->click();
    auto* recordedOn = page->findChild<DateField*>(QStringLiteral("recordedOnEdit"));
    auto* record = page->findChild<QPushButton*>(QStringLiteral("recordSkillsButton"));
    REQUIRE(recordedOn);
    CHECK(recordedOn->day() == stageDay());
    typeOver(*recordedOn, text(stageDay().plusDays(1).toDayMonthYear()).toLatin1().constData());
    record->click();
    CHECK(profiles().size() == before);
    CHECK(recordedOn->property("problem").toBool());
    typeOver(*recordedOn, text(stageDay().plusDays(-1).toDayMonthYear()).toLatin1().constData());
    CHECK_FALSE(recordedOn->property("problem").toBool());
    record->click();
    REQUIRE(profiles().size() == before + 1);
    CHECK(profiles().front().recordedOn == stageDay().plusDays(-1));
}

TEST_CASE("the fields of a home hand over a review day as it was typed", "[ui][date]")
{
    HomeFields fields;
    QWidget parent;
    auto* field = fields.addDate("reviewDueOn", &parent);
    auto* edit = qobject_cast<DateField*>(field->editor());
    REQUIRE(edit);
    HomeEntries entries;
    entries["reviewDueOn"] = QStringLiteral("2027-09-01");
    fields.write(entries);
    CHECK(edit->text() == dateText(Date::fromYmd(2027, 9, 1)));
    CHECK(fields.read()["reviewDueOn"] == QStringLiteral("2027-09-01"));
    entries["reviewDueOn"] = QStringLiteral("next summer");
    fields.write(entries);
    CHECK(fields.read()["reviewDueOn"] == QStringLiteral("next summer"));
    CHECK(field->hasProblem());
}
