#include <catch2/catch.hpp>
#include <kainjow/mustache.hpp>

#include <numeric>
#include <random>

#include "documents/needs_change_report.h"
#include "documents/points.h"
#include "documents/shortlist_report.h"
#include "documents/wording.h"
#include "support/files/resource.h"
#include "support/text/rounding.h"
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
    first.score = 60.16;
    first.band = matching::Band::Good;
    first.needsFit = 70.0;
    first.freePlaces = 2;
    first.miles = 7.9;
    first.gaps = {{0, 3, 2, true, false}};
    first.contributions = {domainShare(0, 33.33, 70, 3, 1)};
    Contribution distance;
    distance.kind = Contribution::Kind::Factor;
    distance.factor = matching::Factor::FamilyDistance;
    distance.points = 26.83;
    distance.possible = 30;
    distance.facts = {{"miles", "7.9"}};
    first.contributions.push_back(distance);
    matching::Question pets;
    pets.about = matching::Question::About::Factor;
    pets.factor = matching::Factor::Pets;
    pets.points = 5.04;
    first.questions = {pets};
    first.tiedFrom = 1;
    first.tiedTo = 2;
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

TEST_CASE("[documents] tenths are apportioned by the largest remainder and never above the most")
{
    CHECK(apportioned({0.04, 0.04, 0.04}, 1) == std::vector<int>{1, 0, 0});
    CHECK(apportioned({33.333, 33.333, 33.334}, 1000) == std::vector<int>{333, 333, 334});
    CHECK(apportioned({}, 0).empty());
    CHECK(apportioned({3.26, 5.01}, 83, {32, 60}) == std::vector<int>{32, 51});
}

TEST_CASE("[documents] figures of a score agree with each other to the tenth", "[property]")
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> share(0, 1);
    for (int run = 0; run < 2'000; ++run) {
        Candidate candidate;
        const std::size_t lines = 1 + static_cast<std::size_t>(run % 17);
        double possible = 0;
        for (std::size_t i = 0; i < lines; ++i) {
            candidate.contributions.push_back(domainShare(i, 0, 0.05 + share(random), 1, 1));
            if (i % 3 == 2)
                candidate.contributions.back().kind = Contribution::Kind::Factor;
            possible += candidate.contributions.back().possible;
        }
        for (Contribution& line : candidate.contributions) {
            line.possible *= 100 / possible;
            // All of it, nothing, or some: rounding goes wrong at the ends.
            const double part = share(random);
            line.points = line.possible * (part > 0.7 ? 1 : part < 0.2 ? 0 : part);
            candidate.score += line.points;
        }
        const PointsShown shown = shownPoints(candidate);
        int needs = 0;
        int practical = 0;
        for (std::size_t i = 0; i < lines; ++i) {
            const bool factor = candidate.contributions[i].kind == Contribution::Kind::Factor;
            (factor ? practical : needs) += shown.points[i];
            REQUIRE(shown.points[i] <= shown.possible[i]);
            REQUIRE(std::abs(shown.points[i] - candidate.contributions[i].points * 10) < 1.5);
            REQUIRE(std::abs(shown.possible[i] - candidate.contributions[i].possible * 10) < 1);
        }
        REQUIRE(needs == shown.needs);
        REQUIRE(practical == shown.practical);
        REQUIRE(shown.needs + shown.practical == shown.score);
        REQUIRE(shown.needs <= shown.needsPossible);
        REQUIRE(shown.practical <= shown.practicalPossible);
        REQUIRE(shown.needsPossible + shown.practicalPossible == 1000);
        REQUIRE(fromTenths(shown.score) == oneDecimal(candidate.score));
    }
}

TEST_CASE("[documents] one number has one form, halves away from zero")
{
    CHECK(oneDecimal(0.25) == "0.3");
    CHECK(oneDecimal(96.15) == "96.2");
    CHECK(oneDecimal(0.3 * 71) == "21.3");
    CHECK(oneDecimal(-0.25) == "-0.3");
    CHECK(oneDecimal(0) == "0.0");
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
    CHECK(said(F::SiblingsTogether, 1, {{"there", "1"}, {"together", "3"}, {"free", "1"}}) ==
          "1 brother or sister lives there");
    CHECK(said(F::SiblingsTogether, 1, {{"there", "0"}, {"together", "2"}, {"free", "2"}}) ==
          "Room for all 2 children together");
    CHECK(said(F::SiblingsTogether, 0, {{"there", "0"}, {"together", "3"}, {"free", "1"}}) ==
          "No brother or sister lives there, and 1 place is free for 3 children");
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

TEST_CASE("[documents] what is not known is asked, with the points that it is worth")
{
    using About = matching::Question::About;
    Candidate candidate;
    candidate.score = 50;
    candidate.limits = {{matching::Limit::Review, matching::Verdict::Unknown, true, {}}};
    const auto question = [](About about, double points) {
        matching::Question asked;
        asked.about = about;
        asked.points = points;
        return asked;
    };
    candidate.questions = {question(About::Location, 8.26), question(About::Skill, 4.04),
                           question(About::Factor, 2), question(About::Limit, 0)};
    candidate.questions[2].factor = matching::Factor::AgeExperience;
    candidate.questions[3].limit = matching::Limit::Review;
    matching::Request request;
    const auto framework = oneOfEach().framework;
    const auto asked = reportedQuestions(candidate, request, framework, english());
    REQUIRE(asked.size() == 4);
    CHECK(asked[0].sentence == "Where is the household? No place is recorded.");
    CHECK(asked[1].sentence == "What can they do in: Learning & work?");
    CHECK(has(asked[2].sentence, "a child under one"));
    CHECK(has(asked[3].sentence, "When is the approval reviewed"));
    CHECK(asked[0].tenths + asked[1].tenths + asked[2].tenths == 143);  // up to 64.3
    CHECK(asked[3].tenths == 0);
    CHECK(scoreText(candidate, framework, english()) ==
          "50.0, up to 64.3: location not recorded and more");
    candidate.questions.resize(1);
    CHECK(scoreText(candidate, framework, english()) == "50.0, up to 58.3: location not recorded");
    candidate.questions.clear();
    CHECK(scoreText(candidate, framework, english()) == "50.0");
}

TEST_CASE("[documents] who is to be placed together is said with age and home")
{
    CHECK(siblingsSentence({}, english()).empty());
    CHECK(siblingsSentence({{"Ava C.", 8, "Tern household"}}, english()) ==
          "Has a brother or sister in care: Ava C., 8, with Tern household. Unless the plan is for "
          "them to live apart, look for one home with 2 places.");
    CHECK(has(siblingsSentence({{"Ava C.", 8, "Tern household"}, {"Ben C.", 3, ""}}, english()),
              "2 brothers and sisters in care: Ava C., 8, with Tern household; Ben C., 3."));
}

TEST_CASE("[documents] the text report names versions, points, gaps, questions and who decides")
{
    const std::string text = shortlistText(oneOfEach(), 10, english());
    INFO(text);
    CHECK(has(text, "22 November 2025"));
    CHECK(has(text, "Matching policy 7; Test framework, version 1.0."));
    CHECK(has(text, "A person decides"));
    CHECK(has(text,
              "1. Marsh household (H0001)  60.2, up to 65.2: pets not recorded  Good  tied, ranks "
              "1 to 2"));
    CHECK(has(text, "£560 a week"));
    CHECK(has(text, "33.4  Learning & work: need 3, skill 1"));
    CHECK(has(text, "26.8  Distance to family: 7.9 miles to the family"));
    CHECK(has(text, "Learning & work: 2 levels short. Critical:"));
    CHECK(has(text, "To ask: Are there pets in the household? (up to 5.0 points)"));
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
