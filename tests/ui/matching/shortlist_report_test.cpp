#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ui/matching/answers.h"
#include "ui/matching/shortlist/shortlist_report.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

TEST_CASE("the printed shortlist says that a demonstration is invented", "[ui-model]")
{
    const app::ShortlistAnswer answer = answerFor({household("a", {3, 2, 1})});
    ShortlistReport report;
    report.authority = QStringLiteral("Test authority");
    CHECK_FALSE(shortlistHtml(answer, report).contains(QStringLiteral("invented")));
    report.invented = true;
    CHECK(shortlistHtml(answer, report).contains(QStringLiteral("invented")));
}

TEST_CASE("the printed explanation holds every line and the score", "[ui-model]")
{
    const app::ShortlistAnswer answer = answerFor({household("a", {1, 2, 1})});
    ShortlistReport report;
    report.explained = explain(answer, answer.list.candidates.front());
    const QString html = shortlistHtml(answer, report);
    for (const ExplanationLine& line : report.explained->needs)
        CHECK(html.contains(line.title));
    for (const ExplanationLine& line : report.explained->practical)
        CHECK(html.contains(line.sentence));
    CHECK(html.contains(tenthsText(report.explained->scoreTenths)));
}

TEST_CASE("a name with angle brackets stays text", "[ui-model]")
{
    app::ShortlistAnswer answer = answerFor({household("a", {3, 2, 1})});
    answer.childName = "Robin <b> T.";
    CHECK(shortlistHtml(answer, {}).contains(QStringLiteral("Robin &lt;b&gt; T.")));
}

TEST_CASE("the CSV has every household once and no formula", "[ui-model]")
{
    matching::Household full = household("full", {3, 3, 3});
    full.places = 0;
    app::ShortlistAnswer answer = answerFor({household("a", {3, 2, 1}), full});
    answer.households[HomeId{"a"}].name = "=HYPERLINK(\"x\")";
    const std::string csv = shortlistCsv(answer);
    CHECK(std::count(csv.begin(), csv.end(), '\n') == 3);
    CHECK(csv.find("\"'=HYPERLINK(\"\"x\"\")\"") != std::string::npos);
    CHECK(csv.find("not eligible") != std::string::npos);
}

TEST_CASE("ten households with their gaps and one explained take two pages", "[ui-model]")
{
    std::vector<matching::Household> households;
    for (int i = 0; i < 10; ++i)
        households.push_back(household(std::string(1, static_cast<char>('a' + i)), {1, -1, 0}));
    const app::ShortlistAnswer answer = answerFor(households);
    REQUIRE(answer.list.candidates.size() == 10);
    ShortlistReport report;
    report.explained = explain(answer, answer.list.candidates.front());
    report.ownWords.whatMattersToMe = "My brother. And football on Saturdays.";
    const QByteArray pdf = reportPdf(shortlistHtml(answer, report), QStringLiteral("List"), {});
    CHECK(pdf.count("/Type /Page\n") == 2);
}

TEST_CASE("the printed shortlist begins with the child: own words and needs, then the homes",
          "[ui-model]")
{
    const app::ShortlistAnswer answer = answerFor({household("a", {3, 2, 1})});
    ShortlistReport report;
    report.ownWords.myHopes = "To be a <nurse>";
    const QString html = shortlistHtml(answer, report);
    const auto own = html.indexOf(QStringLiteral("To be a &lt;nurse&gt;"));
    const auto needs = html.indexOf(QStringLiteral("level 3: "));
    const auto homes = html.indexOf(QStringLiteral("Shortlist (1)"));
    CHECK(own > 0);
    CHECK(needs > own);
    CHECK(homes > needs);
}

TEST_CASE("the report is written as a PDF", "[ui-model]")
{
    const app::ShortlistAnswer answer = answerFor({household("a", {3, 2, 1})});
    CHECK(reportPdf(shortlistHtml(answer, {}), QStringLiteral("List"), {}).startsWith("%PDF-"));
}
