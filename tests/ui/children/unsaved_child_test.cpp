#include <QPlainTextEdit>

#include "app/session/drafts.h"
#include "tests/ui/children/page_fixture.h"
#include "tests/ui/support/refused_drafts.h"
#include "ui/children/record/child_record_page.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/ratings/level_picker.h"
#include "ui/shared/ratings/rating_row.h"
#include "ui/shared/tasks/draft_keeper.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

/// Two children, the first one on screen.
struct TwoChildren : PageFixture {
    TwoChildren() : first(authority.addChild("398768")), second(authority.addChild("398769")) {}

    static Place at(const ChildId& child, const char* part)
    {
        return {QStringLiteral("child"), text(child.value), QString::fromLatin1(part)};
    }
    std::optional<std::string> draftOf(const ChildId& child) const
    {
        return require(app::readDraft(*authority.session, "about-me", child.value));
    }

    ChildId first;
    ChildId second;
};

bool showsBanner(QWidget& page)
{
    const auto banners = page.findChildren<Banner*>();
    return std::any_of(banners.begin(), banners.end(),
                       [](const Banner* banner) { return banner->isVisible(); });
}

}  // namespace

TEST_CASE("a child whose words cannot be kept stays on screen, and no other child gets them",
          "[ui-page][child][draft]")
{
    TwoChildren fixture;
    auto* const page = fixture.show<ChildRecordPage>(TwoChildren::at(fixture.first, "about-me"));
    auto* hopes = find<QPlainTextEdit>(*page, "myHopesEdit");
    hopes->setPlainText(QStringLiteral("To play in goal."));
    {
        const RefusedDrafts refused(*fixture.authority.session);
        page->open(TwoChildren::at(fixture.second, "about-me"));
        CHECK(page->place().record == text(fixture.first.value));
        CHECK(hopes->toPlainText() == QStringLiteral("To play in goal."));
        CHECK(showsBanner(*page));
    }
    // The keeper tries again by itself, whatever is on screen.
    REQUIRE(waitUntil([&] { return fixture.draftOf(fixture.first).has_value(); }));
    CHECK(fixture.draftOf(fixture.first)->find("To play in goal.") != std::string::npos);
    page->open(TwoChildren::at(fixture.second, "about-me"));
    CHECK(page->place().record == text(fixture.second.value));
    CHECK(hopes->toPlainText().isEmpty());
    CHECK_FALSE(fixture.draftOf(fixture.second));
}

TEST_CASE("levels that cannot be kept stay on screen when another child is asked for",
          "[ui-page][needs][draft]")
{
    TwoChildren fixture;
    auto* const page = fixture.show<ChildRecordPage>(TwoChildren::at(fixture.first, "needs"));
    emit page->findChildren<RatingRow*>().front()->picker()->levelChosen(4);
    const auto draftLevel = [&](const ChildId& child) {
        return require(app::openDraft(*fixture.authority.session, child)).draft.ratings[0].level;
    };
    {
        const RefusedDrafts refused(*fixture.authority.session);
        page->open(TwoChildren::at(fixture.second, "needs"));
        CHECK(page->place().record == text(fixture.first.value));
        CHECK(page->findChildren<RatingRow*>().front()->picker()->level() == level(4));
        CHECK(showsBanner(*page));
    }
    page->open(TwoChildren::at(fixture.second, "needs"));
    CHECK(draftLevel(fixture.first) == level(4));
    QTest::qWait(2 * kDraftDelayMs);
    CHECK_FALSE(draftLevel(fixture.second));
    CHECK_FALSE(require(app::openDraft(*fixture.authority.session, fixture.second)).resumed);
}

TEST_CASE("words that cannot be kept are shown again when they stand on another tab",
          "[ui-page][child][draft]")
{
    TwoChildren fixture;
    auto* const page = fixture.show<ChildRecordPage>(TwoChildren::at(fixture.first, "about-me"));
    find<QPlainTextEdit>(*page, "myHopesEdit")->setPlainText(QStringLiteral("To play in goal."));
    const RefusedDrafts refused(*fixture.authority.session);
    page->open(TwoChildren::at(fixture.first, "history"));
    CHECK(page->place().part == QStringLiteral("history"));
    page->open(TwoChildren::at(fixture.second, "history"));
    CHECK(page->place() == TwoChildren::at(fixture.first, "about-me"));
    CHECK(showsBanner(*page));
}
