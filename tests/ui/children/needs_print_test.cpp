#include "tests/ui/support/ui_harness.h"
#include "ui/children/needs/needs_print.h"

using namespace homeward;
using namespace homeward::ui;

namespace {

PrintedNeeds printed()
{
    PrintedNeeds needs;
    needs.page.summary.displayName = "Tyler B.";
    needs.page.child.aboutMe.whatMattersToMe = "My dog & Nan";
    needs.framework.needLevels = {"None", "Some", "Moderate", "High", "Intensive"};
    needs.framework.outcomes = {{"safe", "Be Safe"}};
    for (const char* key : {"keeping-safe", "behaviour"}) {
        NeedsFramework::Domain domain;
        domain.key = domain.title = key;
        domain.outcomeKey = "safe";
        needs.framework.domains.push_back(domain);
    }
    Rating known;
    known.domainKey = "keeping-safe";
    known.level = Level::fromInt(3);
    known.evidence = "Home <late> twice";
    Rating unknown;
    unknown.domainKey = "behaviour";
    needs.ratings = {known, unknown};
    needs.state = QStringLiteral("draft, not completed");
    return needs;
}

}  // namespace

TEST_CASE("a printed assessment opens with the child's own words", "[ui-print]")
{
    const QString html = needsHtml(printed());
    REQUIRE(html.contains(QStringLiteral("My dog &amp; Nan")));
    CHECK(html.indexOf(QStringLiteral("My dog")) < html.indexOf(QStringLiteral("Be Safe")));
}

TEST_CASE("a printed assessment says unknown where a level is unknown, never 0", "[ui-print]")
{
    const QString html = needsHtml(printed());
    CHECK(html.contains(QStringLiteral("unknown")));
    CHECK_FALSE(html.contains(QStringLiteral("0 None")));
    CHECK(html.contains(QStringLiteral("Total need: 3")));
}

TEST_CASE("evidence is printed as it was typed, marks of HTML included", "[ui-print]")
{
    CHECK(needsHtml(printed()).contains(QStringLiteral("Home &lt;late&gt; twice")));
}

TEST_CASE("a draft is printed as a draft", "[ui-print]")
{
    CHECK(needsHtml(printed()).contains(QStringLiteral("draft, not completed")));
}
