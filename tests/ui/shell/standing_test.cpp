#include <catch2/catch.hpp>

#include <QLabel>
#include <QPushButton>

#include "app/session/drafts.h"
#include "app/records/children.h"
#include "app/session/rescue.h"
#include "app/trust/trust.h"
#include "tests/support/authority_fixture.h"
#include "tests/ui/support/ui_stage.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/toast.h"
#include "ui/shell/frame/standing_banner.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;
namespace fs = std::filesystem;

namespace {

QString wordsOf(const Banner* banner)
{
    QString words;
    for (const QLabel* label : banner->findChildren<QLabel*>())
        words += label->text() + QLatin1Char(' ');
    return words;
}

}  // namespace

TEST_CASE("files exchanged under the window are told before anybody saves", "[ui-standing]")
{
    homeward::test::AuthorityFixture fixture;
    UiStage stage(fixture.signIn("admin"));
    StandingBanner standing(stage.context());
    standing.show();
    const auto* const banner = standing.findChild<Banner*>(QStringLiteral("standingBanner"));
    CHECK(banner->isHidden());
    fs::copy_file(fixture.folder / "authority.homeward", fixture.folder / "new");
    fs::rename(fixture.folder / "new", fixture.folder / "authority.homeward");
    REQUIRE(waitUntil([&] { return stage.session->standing().replaced; }));
    standing.refresh();
    CHECK_FALSE(banner->isHidden());
    CHECK(wordsOf(banner).contains(QLatin1String("Nothing more is saved")));
}

TEST_CASE("a contradiction is shown to all, and an administrator is led to the decision",
          "[ui-standing]")
{
    homeward::test::AuthorityFixture fixture;
    (void)fixture.signInAs(Role::SocialWorker, "worker");
    fixture.session.reset();
    fs::remove(fixture.folder / "audit.head");
    const bool admin = GENERATE(true, false);
    UiStage stage(fixture.signIn(admin ? "admin" : "worker"));
    StandingBanner standing(stage.context());
    auto* const banner = standing.findChild<Banner*>(QStringLiteral("standingBanner"));
    CHECK_FALSE(banner->isHidden());
    CHECK(wordsOf(banner).contains(QLatin1String("audit.head is missing")));
    bool leads = false;
    for (const QPushButton* button : banner->findChildren<QPushButton*>())
        leads =
            leads || (!button->isHidden() && button->text() == QLatin1String("Look and decide"));
    CHECK(leads == admin);
}

TEST_CASE("rescued words are offered and become drafts", "[ui-standing]")
{
    homeward::test::AuthorityFixture fixture;
    fixture.environment.rescueFolder = fixture.temporary.path() / "rescue";
    fixture.session = fixture.signIn("admin");
    homeward::test::require(app::rescueDraft(*fixture.session, "about-me", "child-1", "Words"));
    fixture.session.reset();
    UiStage stage(fixture.signIn("admin"));
    StandingBanner standing(stage.context());
    auto* const banner = standing.findChild<Banner*>(QStringLiteral("rescueBanner"));
    REQUIRE_FALSE(banner->isHidden());
    emit banner->actionRequested();
    CHECK(homeward::test::require(app::readDraft(*stage.session, "about-me", "child-1")) ==
          "Words");
    auto* const told = standing.findChild<Toast*>();
    REQUIRE(told);
    CHECK(told->accessibleName().contains(QLatin1String("They are drafts now")));
    CHECK(banner->isHidden());
}
