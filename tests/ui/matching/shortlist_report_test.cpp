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

TEST_CASE("the report is written as a PDF", "[ui-model]")
{
    const app::ShortlistAnswer answer = answerFor({household("a", {3, 2, 1})});
    CHECK(reportPdf(shortlistHtml(answer, {}), QStringLiteral("List"), {}).startsWith("%PDF-"));
}
