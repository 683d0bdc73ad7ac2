#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

#include "app/session/drafts.h"
#include "app/records/children.h"
#include "app/records/homes.h"
#include "tests/ui/support/refused_drafts.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/ratings/level_picker.h"
#include "ui/shared/ratings/rating_row.h"
#include "ui/shared/tasks/draft_keeper.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

/// Two households of a copy of the demonstration, the first one on screen.
struct TwoHomes {
    explicit TwoHomes(const char* tab)
        : stage(copyOfDemonstration()),
          first(text(stage.homes()[0].id.value)),
          second(text(stage.homes()[1].id.value)),
          page(stage.open(at(first, tab)))
    {
    }
    static Place at(const QString& id, const char* tab)
    {
        return {QStringLiteral("home"), id, QLatin1String(tab)};
    }
    template <typename T>
    T& part(const char* name) const
    {
        return homeward::ui::test::part<T>(*page, name);
    }
    std::optional<std::string> draft(const char* kind, const QString& id)
    {
        const auto stored = app::readDraft(*stage.session, kind, utf8(id));
        REQUIRE(stored);
        return *stored;
    }
    bool showsBanner() const
    {
        const auto banners = page->findChildren<Banner*>();
        return std::any_of(banners.begin(), banners.end(),
                           [](const Banner* banner) { return banner->isVisible(); });
    }

    UiStage stage;
    QString first;
    QString second;
    Page* page;
};

}  // namespace

TEST_CASE("a household whose words cannot be kept stays on screen, and no other one gets them",
          "[ui-page][draft]")
{
    TwoHomes homes("household");
    auto& note = homes.part<QPlainTextEdit>("noteEdit");
    note.setPlainText(QStringLiteral("Half a sent"));
    {
        const RefusedDrafts refused(*homes.stage.session);
        homes.page->open(TwoHomes::at(homes.second, "household"));
        CHECK(homes.page->place().record == homes.first);
        CHECK(note.toPlainText() == QStringLiteral("Half a sent"));
        CHECK(homes.showsBanner());
    }
    CHECK(waitUntil([&] { return homes.draft("home", homes.first).has_value(); }));
    homes.page->open(TwoHomes::at(homes.second, "household"));
    CHECK(homes.page->place().record == homes.second);
    CHECK_FALSE(homes.draft("home", homes.second));
}

TEST_CASE("skills that cannot be kept stay on screen and are never said to be saved",
          "[ui-page][draft]")
{
    TwoHomes homes("skills");
    auto& update = homes.part<QPushButton>("updateSkillsButton");
    if (update.isVisible())
        update.click();
    else
        FAIL("the first household of the demonstration has no profile");
    LevelPicker* const picker = homes.page->findChildren<RatingRow*>().front()->picker();
    emit picker->levelChosen(picker->level() == Level::fromInt(4) ? 3 : 4);
    QString said;
    QObject::connect(homes.page, &Page::saveStateChanged,
                     [&](const QString& state) { said = state; });
    {
        const RefusedDrafts refused(*homes.stage.session);
        homes.page->open(TwoHomes::at(homes.second, "household"));
        CHECK(homes.page->place() == TwoHomes::at(homes.first, "skills"));
        CHECK(homes.part<QPushButton>("recordSkillsButton").isVisible());
        CHECK(homes.showsBanner());
        QTest::qWait(2 * kDraftDelayMs);
        CHECK_FALSE(said.contains(QStringLiteral("Draft saved")));
    }
    homes.page->open(TwoHomes::at(homes.second, "household"));
    CHECK(homes.page->place().record == homes.second);
    CHECK(homes.draft("skills", homes.first));
    CHECK_FALSE(homes.draft("skills", homes.second));
}
