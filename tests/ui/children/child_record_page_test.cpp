#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>

#include "app/session/drafts.h"
#include "app/care/placements.h"
#include "exchange/json_documents.h"
#include "tests/ui/children/page_fixture.h"
#include "ui/children/record/child_record_page.h"
#include "ui/children/record/about_me_entries.h"
#include "ui/children/record/about_me_tab.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/records/record_draft.h"
#include "ui/shared/ratings/level_picker.h"
#include "ui/shared/ratings/rating_row.h"
#include "ui/shared/ratings/ratings_editor.h"
#include "ui/shared/tasks/draft_keeper.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

struct ChildFixture : PageFixture {
    ChildFixture() : child(authority.addChild("398768")) {}

    ChildRecordPage* showPart(const char* part) { return show<ChildRecordPage>(at(part)); }
    ChildRecordPage* showPartAnew(const char* part) { return showAnew<ChildRecordPage>(at(part)); }
    Place at(const char* part) const
    {
        return {QStringLiteral("child"), text(child.value), QString::fromLatin1(part)};
    }
    Child stored() const { return require(app::openChild(*authority.session, child)).child; }
    /// A colleague saves other hopes meanwhile.
    void colleagueSaves(const std::string& hopes)
    {
        const auto other = authority.signInAs(Role::SocialWorker, "colleague");
        Child theirs = require(app::openChild(*other, child)).child;
        theirs.aboutMe.myHopes = hopes;
        require(app::saveChild(*other, theirs));
    }

    ChildId child;
};

QPlainTextEdit* hopes(QWidget& page)
{
    return find<QPlainTextEdit>(page, "myHopesEdit");
}

bool showsBanner(QWidget& page)
{
    const auto banners = page.findChildren<Banner*>();
    return std::any_of(banners.begin(), banners.end(),
                       [](const Banner* banner) { return banner->isVisible(); });
}

/// Rates every domain at `level` with evidence.
void rateAll(QWidget& page, int level)
{
    for (RatingRow* row : page.findChildren<RatingRow*>()) {
        emit row->picker()->levelChosen(level);
        row->findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("Seen at home."));
    }
}

}  // namespace

TEST_CASE("saving About me keeps every word and clears the draft", "[ui-page][child]")
{
    ChildFixture fixture;
    auto* const page = fixture.showPart("about-me");
    auto* save = find<QPushButton>(*page, "saveButton");
    CHECK_FALSE(save->isEnabled());
    hopes(*page)->setPlainText(QStringLiteral("To be a vet.\nOr a keeper."));
    find<QLineEdit>(*page, "preferredNameField")->setText(QStringLiteral("Ty"));
    QTest::keyClicks(find<QLineEdit>(*page, "preferredNameField"), QStringLiteral("!"));
    REQUIRE(save->isEnabled());
    save->click();
    CHECK(fixture.stored().aboutMe.myHopes == "To be a vet.\nOr a keeper.");
    CHECK(fixture.stored().preferredName == "Ty!");
    CHECK_FALSE(save->isEnabled());
    CHECK_FALSE(
        require(app::readDraft(*fixture.authority.session, "about-me", fixture.child.value)));
}

TEST_CASE("a broken rule shows beside its field and nothing is written", "[ui-page][child]")
{
    ChildFixture fixture;
    auto* const page = fixture.showPart("about-me");
    auto* school = find<QLineEdit>(*page, "schoolLocationField");
    school->clear();
    QTest::keyClicks(school, QStringLiteral("near the park"));
    find<QPushButton>(*page, "saveButton")->click();
    CHECK(school->property("problem").toBool());
    CHECK_FALSE(school->accessibleDescription().isEmpty());
    CHECK_FALSE(fixture.stored().schoolLocation);
}

TEST_CASE("what was typed is in a draft when the page is left, and comes back",
          "[ui-page][child][draft]")
{
    ChildFixture fixture;
    hopes(*fixture.showPart("about-me"))->setPlainText(QStringLiteral("To play in goal."));
    auto* const page = fixture.showPartAnew("about-me");
    CHECK(hopes(*page)->toPlainText() == QStringLiteral("To play in goal."));
    CHECK(showsBanner(*page));
    CHECK(find<QPushButton>(*page, "saveButton")->isEnabled());
    CHECK(fixture.stored().aboutMe.myHopes.empty());
}

TEST_CASE("typing is in the draft within two seconds", "[ui-page][child][draft]")
{
    STATIC_REQUIRE(kDraftDelayMs <= 2000);
    ChildFixture fixture;
    auto* const page = fixture.showPart("about-me");
    hopes(*page)->setPlainText(QStringLiteral("To play in goal."));
    const auto kept = [&] {
        return require(app::readDraft(*fixture.authority.session, "about-me", fixture.child.value))
            .has_value();
    };
    CHECK_FALSE(kept());
    CHECK(QTest::qWaitFor(kept, 4000));
}

TEST_CASE("what I wrote at another computer is offered beside what I wrote here",
          "[ui-page][child][draft]")
{
    ChildFixture fixture;
    const auto elsewhere = fixture.authority.signIn("admin");
    auto* const page = fixture.showPart("about-me");
    const Child child = fixture.stored();
    FieldTexts typed = AboutMeEntries::of(child).texts();
    typed["myHopes"] = "Typed at the desk.";
    require(app::keepDraft(
        *elsewhere, "about-me", child.id.value,
        RecordDraft{{AboutMeEntries::of(child).texts(), child.rowVersion}, typed}.toJson()));
    hopes(*page)->setPlainText(QStringLiteral("Typed on the way."));

    auto* const again = fixture.showPartAnew("about-me");
    CHECK(hopes(*again)->toPlainText() == QStringLiteral("Typed on the way."));
    auto* other = find<Banner>(*again->findChild<AboutMeTab*>(), "otherDraftsBanner");
    REQUIRE(other->isVisible());
    auto* show = find<QPushButton>(*other, "bannerAction");
    show->click();
    CHECK(hopes(*again)->toPlainText() == QStringLiteral("Typed at the desk."));
    CHECK(other->isVisible());
    show->click();
    CHECK(hopes(*again)->toPlainText() == QStringLiteral("Typed on the way."));
}

TEST_CASE("a conflict keeps what I typed, shows theirs beside it and saves what I decide",
          "[ui-page][child][conflict]")
{
    ChildFixture fixture;
    auto* const page = fixture.showPart("about-me");
    hopes(*page)->setPlainText(QStringLiteral("To be a vet."));
    fixture.colleagueSaves("To play in goal.");
    find<QPushButton>(*page, "saveButton")->click();
    CHECK(fixture.stored().aboutMe.myHopes == "To play in goal.");
    CHECK(hopes(*page)->toPlainText() == QStringLiteral("To be a vet."));
    REQUIRE(showsBanner(*page));

    for (Banner* banner : page->findChildren<Banner*>())
        if (banner->isVisible())
            emit banner->actionRequested();
    CHECK(find<QWidget>(*page, "conflictCard")->isVisible());
    CHECK(hopes(*page)->toPlainText() == QStringLiteral("To be a vet."));
    SECTION("mine stands")
    {
        find<QPushButton>(*page, "saveButton")->click();
        CHECK(fixture.stored().aboutMe.myHopes == "To be a vet.");
    }
    SECTION("theirs is taken over")
    {
        find<QPushButton>(*page, "theirsButton-myHopes")->click();
        CHECK(QTest::qWaitFor(
            [&] { return hopes(*page)->toPlainText() == QStringLiteral("To play in goal."); }));
        CHECK_FALSE(find<QPushButton>(*page, "saveButton")->isEnabled());
    }
}

TEST_CASE("a record changed by a colleague shows anew while nothing is typed", "[ui-page][child]")
{
    ChildFixture fixture;
    auto* const page = fixture.showPart("about-me");
    fixture.colleagueSaves("To play in goal.");
    CHECK(waitUntil(
        [&] { return hopes(*page)->toPlainText() == QStringLiteral("To play in goal."); }));
    CHECK_FALSE(showsBanner(*page));
}

TEST_CASE("completing is blocked until every domain is rated with evidence", "[ui-page][needs]")
{
    ChildFixture fixture;
    auto* const page = fixture.showPart("needs");
    auto* complete = find<QPushButton>(*page, "completeButton");
    const auto assessments = [&] {
        return require(app::assessmentsOf(*fixture.authority.session, fixture.child)).size();
    };
    rateAll(*page, 2);
    RatingRow* first = page->findChildren<RatingRow*>().front();
    first->findChild<QPlainTextEdit*>()->clear();
    complete->click();
    CHECK(assessments() == 0);
    CHECK(first->findChild<QLabel*>(QStringLiteral("issueLabel"))->isVisible());
    CHECK(showsBanner(*page));
    first->findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("Home on time."));
    complete->click();
    REQUIRE(assessments() == 1);
    CHECK_FALSE(require(app::openDraft(*fixture.authority.session, fixture.child)).resumed);
    // It is shown to read, and a new review is one choice away.
    CHECK_FALSE(complete->isVisible());
    CHECK(find<QComboBox>(*page, "assessmentChoice")->currentIndex() == 1);
}

TEST_CASE("a draft of needs is kept when the page is left and when another assessment is looked at",
          "[ui-page][needs][draft]")
{
    ChildFixture fixture;
    fixture.authority.assess(fixture.child, 3, day("2025-09-01"));
    auto* const page = fixture.showPart("needs");
    auto* picker = page->findChildren<RatingRow*>().front()->picker();
    emit picker->levelChosen(1);
    const auto draftLevel = [&] {
        return require(app::openDraft(*fixture.authority.session, fixture.child))
            .draft.ratings[0]
            .level;
    };
    SECTION("when it is left")
    {
        CHECK(draftLevel() == level(3));
        page->keepUnsaved();
        CHECK(draftLevel() == level(1));
    }
    SECTION("when another one is looked at")
    {
        auto* choice = find<QComboBox>(*page, "assessmentChoice");
        choice->setCurrentIndex(1);
        CHECK(draftLevel() == level(1));
        choice->setCurrentIndex(0);
        CHECK(page->findChildren<RatingRow*>().front()->picker()->level() == level(1));
    }
}

TEST_CASE("a newer assessment of a colleague does not cost a word of my draft",
          "[ui-page][needs][conflict]")
{
    ChildFixture fixture;
    fixture.authority.assess(fixture.child, 3, day("2025-09-01"));
    auto* const page = fixture.showPart("needs");
    rateAll(*page, 1);
    RatingRow* first = page->findChildren<RatingRow*>().front();
    first->findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("My words."));
    page->keepUnsaved();

    const auto other = fixture.authority.signInAs(Role::SocialWorker, "colleague");
    auto theirs = require(app::openDraft(*other, fixture.child)).draft;
    for (Rating& rating : theirs.ratings)
        rating.confirmed = true;
    require(app::completeAssessment(*other, theirs));

    find<QPushButton>(*page, "completeButton")->click();
    CHECK(require(app::assessmentsOf(*fixture.authority.session, fixture.child)).size() == 2);
    REQUIRE(showsBanner(*page));
    for (Banner* banner : page->findChildren<Banner*>())
        if (banner->isVisible())
            emit banner->actionRequested();
    first = page->findChildren<RatingRow*>().front();
    CHECK(first->findChild<QPlainTextEdit*>()->toPlainText() == QStringLiteral("My words."));
    CHECK(first->picker()->level() == level(1));
    find<QPushButton>(*page, "completeButton")->click();
    CHECK(require(app::assessmentsOf(*fixture.authority.session, fixture.child)).size() == 3);
}

TEST_CASE("what is missing is named whole, and Ctrl+Enter and Ctrl+S reach the tab",
          "[ui-page][needs]")
{
    PageFixture fixture;
    const ChildId child = fixture.authority.addChild("100");
    fixture.authority.assess(child, 2, day("2026-01-10"));
    auto* page = fixture.show<ChildRecordPage>(
        {QStringLiteral("child"), text(child.value), QStringLiteral("needs")});
    auto* editor = find<RatingsEditor>(*page, "needsEditor");
    const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
    editor->focusDomain("physical-health");
    press(Qt::Key_4);
    CHECK(page->save());
    CHECK(require(app::openDraft(*fixture.authority.session, child)).resumed);
    CHECK(page->complete());
    QString said;
    for (const QLabel* label : page->findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(QStringLiteral("Not confirmed yet: ")))
            said = label->text();
    CHECK(said.contains(QStringLiteral("The level changed")));
    for (const auto& domain : exchange::defaultFramework().domains)
        CHECK(said.contains(text(domain.title)));
    CHECK(require(app::assessmentsOf(*fixture.authority.session, child)).size() == 1);
}

TEST_CASE("a completed assessment is shown with the way to a review and to its correction",
          "[ui-page][needs]")
{
    PageFixture fixture;
    const ChildId child = fixture.authority.addChild("100");
    fixture.authority.assess(child, 4, day("2026-02-27"));
    auto* page = fixture.show<ChildRecordPage>(
        {QStringLiteral("child"), text(child.value), QStringLiteral("needs")});
    auto* choice = find<QComboBox>(*page, "assessmentChoice");
    choice->setCurrentIndex(1);
    CHECK(find<QPushButton>(*page, "startReviewButton")->isVisible());
    CHECK_FALSE(find<QLineEdit>(*page, "correctionReasonEdit")->isVisible());
    find<QPushButton>(*page, "correctButton")->click();
    REQUIRE(fixture.settle());
    auto* reason = find<QLineEdit>(*page, "correctionReasonEdit");
    REQUIRE(waitUntil([&] { return reason->isVisible(); }));
    auto* editor = find<RatingsEditor>(*page, "needsEditor");
    CHECK(editor->confirmedCount() == editor->domainCount());
    editor->focusDomain("physical-health");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
    CHECK(page->complete());
    CHECK(require(app::assessmentsOf(*fixture.authority.session, child)).front().ratings.size() ==
          12);
    CHECK(QApplication::focusWidget() == reason);
    QTest::keyClicks(reason, QStringLiteral("Typed for another child"));
    CHECK(page->complete());
    REQUIRE(fixture.settle());
    const auto completed = require(app::assessmentsOf(*fixture.authority.session, child));
    REQUIRE(completed.size() == 1);
    REQUIRE(agreedRating(completed.front().ratings, "physical-health"));
    CHECK(completed.front().reason == "Typed for another child");
    CHECK(agreedRating(completed.front().ratings, "physical-health")->level == Level::fromInt(1));
}

TEST_CASE("discarding a draft asks first and says what is lost", "[ui-page][needs][draft]")
{
    ChildFixture fixture;
    auto* const page = fixture.showPart("needs");
    emit page->findChildren<RatingRow*>().front()->picker()->levelChosen(4);
    page->keepUnsaved();
    auto* discard = find<QPushButton>(*page, "discardButton");
    REQUIRE(discard->isVisible());
    fixture.dialogs.answer = false;
    discard->click();
    CHECK(require(app::openDraft(*fixture.authority.session, fixture.child)).resumed);
    fixture.dialogs.answer = true;
    discard->click();
    CHECK_FALSE(require(app::openDraft(*fixture.authority.session, fixture.child)).resumed);
    CHECK_FALSE(page->findChildren<RatingRow*>().front()->picker()->level());
    CHECK(fixture.dialogs.asked.size() == 2);
}

TEST_CASE("who may not edit sees the record to read only", "[ui-page][child][rights]")
{
    ChildFixture fixture;
    fixture.authority.assess(fixture.child, 2, day("2025-09-01"));
    const auto session = fixture.authority.signInAs(Role::FosteringWorker, "fostering");
    REQUIRE_FALSE(session->may(Right::EditChildren));
    ChangeRelay relay(*session);
    Jobs jobs(*session);
    ChildRecordPage page({*session, jobs, relay, fixture.dialogs, nullptr});
    page.resize(1160, 640);
    page.show();
    page.open({QStringLiteral("child"), text(fixture.child.value), QStringLiteral("about-me")});
    CHECK(hopes(page)->isReadOnly());
    CHECK_FALSE(find<QPushButton>(page, "saveButton")->isVisible());
    page.open({QStringLiteral("child"), text(fixture.child.value), QStringLiteral("needs")});
    CHECK_FALSE(find<QPushButton>(page, "completeButton")->isVisible());
    CHECK(page.findChildren<RatingRow*>().front()->picker()->level() == level(2));
    emit page.findChildren<RatingRow*>().front()->picker()->levelChosen(0);
    CHECK(page.findChildren<RatingRow*>().front()->picker()->level() == level(2));
}

TEST_CASE("a child that is not on record says so and leads back to the list", "[ui-page][child]")
{
    ChildFixture fixture;
    auto* const page = fixture.show<ChildRecordPage>(
        {QStringLiteral("child"), QStringLiteral("nobody"), QStringLiteral("needs")});
    CHECK_FALSE(find<QTabBar>(*page, "childTabs")->isVisible());
    QString asked;
    QObject::connect(page, &Page::placeRequested, [&](const Place& place) { asked = place.page; });
    for (QPushButton* button : page->findChildren<QPushButton*>())
        if (button->isVisible())
            button->click();
    CHECK(asked == QStringLiteral("children"));
}

TEST_CASE("the place of the page names record and tab", "[ui-page][child]")
{
    ChildFixture fixture;
    auto* const page = fixture.showPart("history");
    CHECK(find<QTabBar>(*page, "childTabs")->isVisible());
    CHECK(find<QTabBar>(*page, "childTabs")->height() > 16);
    CHECK(page->place() ==
          Place{QStringLiteral("child"), text(fixture.child.value), QStringLiteral("history")});
    page->open({QStringLiteral("child"), text(fixture.child.value), {}});
    CHECK(page->place().part == QStringLiteral("history"));
}
