#include <catch2/catch.hpp>
#include <kainjow/mustache.hpp>

#include <numeric>
#include <random>

#include "documents/needs_change_report.h"
#include "documents/shortlist_report.h"
#include "documents/wording.h"
#include "support/files/resource.h"
#include "tests/unit/documents/english.h"

using namespace homeward;
using homeward::test::english;
using namespace homeward::documents;
using matching::Candidate;
using matching::Contribution;

namespace {

Contribution domainShare(std::size_t domain, double points, double possible, int need, int skill)
{
    Contribution share;
    share.domain = domain;
    share.points = points;
    share.possible = possible;
    share.need = need;
    share.skill = Level::fromInt(skill);
    return share;
}

ShortlistReport oneOfEach()
{
    ShortlistReport report;
    report.authority = "Test authority";
    report.childName = "Robin <script>";
    report.caseNumber = "D1";
    report.request.on = *Date::fromYmd(2025, 11, 22);
    report.assessedOn = Date::fromYmd(2025, 10, 1);
    report.lookedAt = 3;
    report.framework.title = "Test framework";
    report.framework.version = "1.0";
    NeedsFramework::Domain learning;
    learning.key = "learning";
    learning.title = "Learning & work";
    report.framework.domains = {learning};
    report.list.policyVersion = "7";
    report.list.childAssessed = true;
    report.households = {{{"h1"}, {"Marsh household", "H0001", "Own service", 56'000}},
                         {{"h2"}, {"Tern household", "H0002", "", std::nullopt}},
                         {{"h3"}, {"Elm \"best\" household", "H0003", "", std::nullopt}}};

    Candidate first;
    first.home = {"h1"};
    first.rank = 1;
    first.score = 66.66;
    first.band = matching::Band::Good;
    first.needsFit = 70.0;
    first.freePlaces = 2;
    first.miles = 7.9;
    first.gaps = {{0, 3, 2, true, false}};
    first.contributions = {domainShare(0, 33.33, 70, 3, 1)};
    Contribution distance;
    distance.kind = Contribution::Kind::Factor;
    distance.factor = matching::Factor::FamilyDistance;
    distance.points = 33.33;
    distance.possible = 30;
    distance.facts = {{"miles", "7.9"}};
    first.contributions.push_back(distance);
    first.unknownFactors = {matching::Factor::Pets};
    report.list.candidates = {first};

    Candidate near;
    near.home = {"h2"};
    near.score = 50;
    near.limits = {{matching::Limit::AgeTerms,
                    matching::Verdict::NotMet,
                    true,
                    {{"age", "12"}, {"youngest", "0"}, {"oldest", "10"}}}};
    report.list.nearMisses = {near};
    report.list.notEligible = {
        {{"h3"},
         {{matching::Limit::Status, matching::Verdict::NotMet, false, {{"status", "on-hold"}}},
          {matching::Limit::Vacancy,
           matching::Verdict::NotMet,
           false,
           {{"placed", "2"}, {"places", "2"}}}}}};
    return report;
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("[documents] tenths of points add up to the rounded sum")
{
    CHECK(tenthsThatAddUp({0.04, 0.04, 0.04}) == std::vector<int>{1, 0, 0});
    CHECK(tenthsThatAddUp({33.333, 33.333, 33.334}) == std::vector<int>{333, 333, 334});
    CHECK(tenthsThatAddUp({}).empty());
    std::mt19937 random(7);
    std::uniform_real_distribution<double> points(0, 20);
    for (int run = 0; run < 500; ++run) {
        std::vector<double> values(static_cast<std::size_t>(run % 17));
        for (double& value : values)
            value = points(random);
        const std::vector<int> tenths = tenthsThatAddUp(values);
        const double sum = std::accumulate(values.begin(), values.end(), 0.0);
        REQUIRE(std::accumulate(tenths.begin(), tenths.end(), 0) == std::lround(sum * 10));
        for (std::size_t i = 0; i < values.size(); ++i)
            REQUIRE(std::abs(tenths[i] - values[i] * 10) < 1);
    }
}

TEST_CASE("[documents] points shown in tenths add up to the score shown")
{
    const auto points = GENERATE(values<std::vector<double>>(
        {{33.33, 33.33}, {0.04, 0.04, 0.04}, {10.06, 20.06, 30.06, 0.02}, {100}, {}}));
    std::vector<Contribution> contributions;
    for (const double share : points)
        contributions.push_back(domainShare(0, share, share, 1, 1));
    const double score = std::accumulate(points.begin(), points.end(), 0.0);
    const auto tenths = pointTenths(contributions);
    const int sum = std::accumulate(tenths.begin(), tenths.end(), 0);
    CHECK(fromTenths(sum) == oneDecimal(score));
    for (std::size_t i = 0; i < tenths.size(); ++i)
        CHECK(std::abs(tenths[i] / 10.0 - points[i]) < 0.1);
}

TEST_CASE("[documents] what is known of a factor is said, and of one, none or some")
{
    const auto said = [](matching::Factor factor, double value,
                         std::map<std::string, std::string> facts) {
        Contribution share;
        share.kind = Contribution::Kind::Factor;
        share.factor = factor;
        share.value = value;
        share.facts = std::move(facts);
        return contributionSentence(share, english());
    };
    using F = matching::Factor;
    CHECK(said(F::FamilyDistance, 0.5, {{"miles", "7.9"}}) == "7.9 miles to the family");
    CHECK(said(F::SchoolDistance, 0.5, {{"miles", "1.0"}}) == "1.0 miles to the school");
    CHECK(said(F::PlacementType, 1, {{"type", "long-term"}}) == "Approved for long term");
    CHECK(said(F::PlacementType, 0, {{"type", "long-term"}}) == "Not approved for long term");
    CHECK(said(F::Language, 1, {{"language", "Polish"}}) == "Polish is spoken at home");
    CHECK(has(said(F::Language, 0, {{"language", "Polish"}}), "Polish is not recorded"));
    CHECK(has(said(F::AgeExperience, 0, {{"cared", "0"}}), "none of about this age"));
    CHECK(has(said(F::AgeExperience, 1, {{"cared", "1"}}), "for 1 child of"));
    CHECK(has(said(F::AgeExperience, 1, {{"cared", "2"}}), "for 2 children of"));
    const auto pets = [&](const char* likes, const char* has) {
        return said(F::Pets, std::string_view(likes) == has ? 1 : 0,
                    {{"likes", likes}, {"has", has}});
    };
    CHECK(pets("yes", "yes") == "Has pets, as the child would like");
    CHECK(pets("yes", "no") == "No pets; the child would like some");
    CHECK(pets("no", "no") == "No pets, as the child would like");
    CHECK(pets("no", "yes") == "Has pets; the child would rather live without");
}

TEST_CASE("[documents] what is not known is asked, of skills, limits and factors")
{
    Candidate candidate;
    candidate.gaps = {{0, 3, 3, false, true}, {0, 3, 1, false, false}};
    candidate.limits = {{matching::Limit::Status, matching::Verdict::Unknown, false, {}}};
    candidate.unknownFactors = {matching::Factor::Language, matching::Factor::AgeExperience};
    matching::Request request;
    request.language = "Polish";
    request.ageYears = 0;
    const auto asked = questionSentences(candidate, request, oneOfEach().framework, english());
    REQUIRE(asked.size() == 4);
    CHECK(asked[0] == "What can they do in: Learning & work?");
    CHECK(has(asked[1], "Is the household approved?"));
    CHECK(asked[2] == "Does somebody there speak Polish?");
    CHECK(has(asked[3], "a child under one"));
}

TEST_CASE("[documents] the text report names versions, points, gaps, questions and who decides")
{
    const std::string text = shortlistText(oneOfEach(), 10, english());
    INFO(text);
    CHECK(has(text, "22 November 2025"));
    CHECK(has(text, "Matching policy 7; Test framework, version 1.0."));
    CHECK(has(text, "A person decides"));
    CHECK(has(text, "1. Marsh household (H0001)  66.7  Good"));
    CHECK(has(text, "£560 a week"));
    CHECK(has(text, "33.4  Learning & work: need 3, skill 1"));
    CHECK(has(text, "33.3  Distance to family: 7.9 miles to the family"));
    CHECK(has(text, "Learning & work: 2 levels short. Critical:"));
    CHECK(has(text, "To ask: Are there pets in the household?"));
    CHECK(has(text, "Approved for ages 0 to 10; this child is 12. Possible with a variation"));
    CHECK(has(text, "1  approval status"));
    CHECK_FALSE(has(text, "{"));
}

TEST_CASE("[documents] the HTML report gives every reason and escapes what people typed")
{
    ShortlistReport report = oneOfEach();
    report.demonstration = true;
    const std::string html = shortlistHtml(report, 10, english());
    CHECK(has(html, "<!DOCTYPE html>"));
    CHECK(has(html, "Robin &lt;script&gt;"));
    CHECK_FALSE(has(html, "<script"));
    CHECK(has(html, "Elm &quot;best&quot; household"));
    CHECK(has(html, "Cannot be asked at present: on hold."));
    CHECK(has(html, "No free place on that day: 2 placed or to come, 2 approved."));
    CHECK(has(html, "class=\"notice\">This is a demonstration."));
    CHECK(has(html, "Matching policy 7"));
    CHECK_FALSE(has(html, "http"));
}

TEST_CASE("[documents] an empty shortlist says so, and a child without assessment too")
{
    ShortlistReport report = oneOfEach();
    report.list.candidates.clear();
    report.assessedOn.reset();
    const std::string text = shortlistText(report, 10, english());
    CHECK(has(text, "No home can be asked as things are."));
    CHECK(has(text, "This child has no completed assessment"));
}

TEST_CASE("[documents] groups too small to show are not shown in the table of change")
{
    NeedsFramework framework = oneOfEach().framework;
    analytics::PublishedChange change;
    change.cohortSize = 20;
    change.comparable = 10;
    change.firstYear = 2021;
    change.latestYear = 2025;
    change.domains = {{"learning", 10, 2.0, 1.5, -25, 5, 5, 0, false}};
    change.total.suppressed = true;
    const std::string text = needsChangeText(change, framework, english());
    INFO(text);
    CHECK(has(text, "Learning & work"));
    CHECK(has(text, "-25%"));
    CHECK(has(text, "Children: 20. Assessed: fewer than 5."));
    CHECK(has(text, "2021 to 2025"));
    CHECK(has(text, "rounded to 5"));
    CHECK(has(text, "nobody can be worked out"));
    CHECK(has(text, "Not shown: fewer than 5 children."));
}

namespace {

const std::string kHostile =
    "Zq<h1>big</h1><img src=\"file:///etc/hostname\">A & B &lt;{child}{{heading}}{{#lists}}qZ";

/// oneOfEach with kHostile in every field that people or files fill.
ShortlistReport hostileReport()
{
    ShortlistReport report = oneOfEach();
    for (std::string* field : {&report.authority, &report.childName, &report.caseNumber,
                               &report.framework.title, &report.framework.version,
                               &report.framework.domains.front().title, &report.list.policyVersion})
        *field = kHostile;
    for (auto& [home, household] : report.households)
        household.name = household.reference = household.provider = kHostile;
    report.list.candidates.front().contributions.back().facts = {{"miles", kHostile}};
    report.list.nearMisses.front().limits.front().facts = {
        {"age", kHostile}, {"youngest", kHostile}, {"oldest", kHostile}};
    for (auto& reason : report.list.notEligible.front().reasons)
        for (auto& [name, fact] : reason.facts)
            fact = kHostile;
    return report;
}

std::size_t countOf(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

}  // namespace

TEST_CASE("[documents] no text of a record is anything but letters in the HTML report")
{
    const std::string html = shortlistHtml(hostileReport(), 10, english());
    INFO(html);
    CHECK(countOf(html, "Zq") > 15);
    CHECK(countOf(html, "Zq") == countOf(html, escapedHtml(kHostile)));
    for (const char* loads : {"<img", "<link", "<script", "<a ", "src=\"", "href=", "url("})
        CHECK_FALSE(has(html, loads));
    CHECK_FALSE(has(html, "<h1>big"));
}

TEST_CASE("[documents] a form of a document makes letters of everything that is put into it")
{
    const auto forms = resourcesUnder("resources/documents/");
    REQUIRE_FALSE(forms.empty());
    for (const std::string_view name : forms) {
        INFO(name);
        const std::string form(resource(name).value());
        CHECK(kainjow::mustache::mustache(form).is_valid());
        for (const char* unescaped : {"{{{", "{{&", "{{=", "{{>"})
            CHECK_FALSE(has(form, unescaped));
    }
}

TEST_CASE("[documents] no text of a record is anything but letters in text reports")
{
    const ShortlistReport report = hostileReport();
    const std::string list = shortlistText(report, 10, english());
    INFO(list);
    CHECK(countOf(list, "Zq") > 10);
    CHECK(countOf(list, "Zq") == countOf(list, kHostile));
    analytics::PublishedChange change;
    change.comparable = 10;
    change.domains = {{"learning", 10, 2.0, 1.5, -25, 5, 5, 0, false}};
    CHECK(has(needsChangeText(change, report.framework, english()), kHostile));
}

TEST_CASE("[documents] a fact in a sentence is never filled in itself")
{
    const auto words = MessageCatalogue::parse(R"({"a": "{one} and {two}"})");
    REQUIRE(words);
    CHECK(words->text("a", {{"one", "{two}"}, {"two", "{one}"}}) == "{two} and {one}");
}
