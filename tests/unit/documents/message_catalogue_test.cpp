#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <set>

#include "analytics/needs_change.h"
#include "app/authority/backups.h"
#include "app/trust/verify.h"
#include "documents/message_catalogue.h"
#include "documents/wording.h"
#include "domain/account.h"
#include "domain/home.h"
#include "domain/needs/assessment.h"
#include "domain/statutory_codes.h"
#include "exchange/ssda903/reasons.h"
#include "matching/policy.h"
#include "matching/shortlist.h"
#include "support/files/resource.h"
#include "tests/unit/documents/english.h"

using namespace homeward;
using documents::MessageCatalogue;
using homeward::test::english;

namespace {

template <typename E>
void checkKeys(const std::string& before, const std::string& after = "")
{
    for (const auto& entry : EnumKeys<E>::table) {
        const std::string key = before + std::string(entry.second) + after;
        INFO(key);
        CHECK(english().has(key));
    }
}

}  // namespace

TEST_CASE("[documents][errors] every error code has a sentence and never shows the detail")
{
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
        const auto code = static_cast<ErrorCode>(i);
        INFO(toKey(code));
        CHECK(english().has(std::string("error.") + toKey(code)));
        const std::string text = english().text(Error{code, "secret-detail", {}});
        CHECK(text.find("secret-detail") == std::string::npos);
        CHECK(text.find("error.") == std::string::npos);
        const documents::Message message = english().message(Error{code, {}, {}});
        CHECK_FALSE(message.title.empty());
        CHECK_FALSE(message.text.empty());
        // Who stopped it needs no advice.
        CHECK(message.next.empty() == (code == ErrorCode::Cancelled));
    }
}

TEST_CASE("[documents] every key that core code returns has its words")
{
    checkKeys<matching::Limit>("limit.");
    checkKeys<matching::Limit>("limit.", ".not-met");
    checkKeys<matching::Limit>("limit.", ".unknown");
    checkKeys<matching::Limit>("waiver.");
    checkKeys<matching::Band>("band.");
    checkKeys<matching::Factor>("factor.", ".title");
    // Distances are one question, and who lives with whom is always known.
    for (const char* factor : {"age-experience", "language", "pets"}) {
        INFO(factor);
        CHECK(english().has("factor." + std::string(factor) + ".unknown"));
        CHECK(english().has("unknown.factor." + std::string(factor)));
    }
    for (const char* limit : {"sex-terms", "type-terms", "distance", "review"})
        CHECK(english().has("unknown.limit." + std::string(limit)));
    checkKeys<HomeKind>("number-of-homes.");
    checkKeys<ApprovalStatus>("status.");
    checkKeys<PlacementType>("type.");
    checkKeys<Sex>("sex.");
    checkKeys<Right>("right.");
    checkKeys<CompletionIssue::Kind>("rule.");
    for (const auto warning : {app::PlaceWarning::InsideAuthority, app::PlaceWarning::SameDisk})
        CHECK(english().has("backup." + std::string(toKey(warning))));
    for (const std::string_view what : app::kVerifyFindings) {
        INFO(what);
        CHECK(english().has("verify." + std::string(what)));
    }
}

TEST_CASE("[documents] every finding of an import has its words")
{
    for (const char* reason : exchange::ssda903::reason::kAll) {
        INFO(reason);
        CHECK(english().has(reason));
    }
    for (const char* reason :
         {"decided-placement", "older-header", "history-before-birth", "history-overlap",
          "history-open-before-another", "history-ends-before-start"})
        CHECK(english().has(std::string("finding.") + reason));
}

TEST_CASE("[documents] a finding says what its facts let it say, and no fact is left out")
{
    const auto says = [](const std::string& reason, documents::Facts facts, bool rejected = true) {
        return documents::findingSentence("finding." + reason, std::move(facts), "DECOM", rejected,
                                          english());
    };
    CHECK(says("required", {}) == "DECOM is empty and has to be filled in.");
    CHECK(documents::findingSentence("finding.required", {}, "", true, english()) ==
          "This is empty and has to be filled in.");
    CHECK(says("duplicate-row", {{"firstLine", "3"}}, false) ==
          "The same as line 3; it is taken once.");
    CHECK(says("duplicate-row", {{"firstLine", "3"}}) ==
          "This child is in the file twice and the two rows differ; the one in line 3 is taken.");
    CHECK(says("code-not-in-year",
               {{"field", "PLACE"}, {"year", "2024-25"}, {"validTo", "2015-03-31"}}) ==
          "This code was used until 31 March 2015, not in the year 2024/25.");
    for (const char* reason : exchange::ssda903::reason::kAll) {
        INFO(reason);
        const std::string words = documents::findingSentence(reason, {}, "", true, english());
        CHECK(words.find("finding.") == std::string::npos);
        CHECK(words.size() > 15);
    }
}

TEST_CASE("[documents] every rule that refuses input has its words")
{
    const auto rule = GENERATE(values<std::string>(
        {"required",        "out-of-range",      "in-future",          "implausible",
         "too-many",        "not-a-location",    "already-exists",     "bad-name",
         "weak-passphrase", "not-empty",         "last-administrator", "own-account",
         "not-eligible",    "ends-before-start", "overlaps",           "one-per-domain",
         "unknown-code",    "unknown-domain",    "not-json",           "invalid-document",
         "line-too-long",   "unclosed-quote",    "not-utf8",           "wrong-header",
         "duplicate-key",   "too-deep",          "too-many-values",    "text-too-long",
         "nul-in-text",     "number-too-large",  "too-large",          "too-many-columns"}));
    INFO(rule);
    CHECK(english().has("rule." + rule));
    const Error error = invalidInput("name", rule);
    CHECK(english().text(error).find("rule.") == std::string::npos);
}

TEST_CASE("[documents][errors] an error says why and by what cause, where there are words for it")
{
    const auto words = [](ErrorCode code, std::map<std::string, std::string> facts) {
        return english().text(Error{code, {}, std::move(facts)});
    };
    const auto says = [](const std::string& text, const char* part) {
        return text.find(part) != std::string::npos;
    };
    const std::string general = words(ErrorCode::ReadOnly, {});
    const std::string opened =
        words(ErrorCode::ReadOnly, {{"why", "synchronised"}, {"where", "OneDrive"}});
    const std::string made = words(
        ErrorCode::ReadOnly, {{"why", "synchronised"}, {"where", "OneDrive"}, {"creating", "yes"}});
    CHECK(general != opened);
    CHECK(says(opened, "OneDrive"));
    CHECK(says(opened, "write-ahead log"));
    CHECK(says(made, "An authority cannot be kept here"));
    CHECK(says(words(ErrorCode::AuthorityMissing, {{"folder", "/x"}, {"why", "unfinished"}}),
               "interrupted"));
    const std::string closed =
        words(ErrorCode::AuthorityMissing, {{"folder", "/x"}, {"cause", "no-permission"}});
    CHECK(says(closed, "Nothing was touched in /x"));
    CHECK(says(closed, "no right"));
    CHECK(says(words(ErrorCode::StorageFailed, {{"cause", "read-only-disk"}}), "read only"));
    CHECK(says(english().text(invalidInput("folder", "name-too-long")), "longer than"));
    CHECK(words(ErrorCode::ReadOnly, {{"why", "no such reason"}}) == general);
}

TEST_CASE("[documents] facts that are keys are said in words, in lists too")
{
    CHECK(english().text("limit.type-terms.not-met",
                         {{"type", "short-breaks"}, {"types", "short-term,long-term"}}) ==
          "Approved for short term, long term, not for short breaks.");
    CHECK(english().text("limit.status.not-met", {{"status", "on-hold"}}).find("on hold") !=
          std::string::npos);
    CHECK(english().text(invalidInput("caseNumber", "required")) ==
          "Something needs another look. Case number: This is needed and cannot be left empty. "
          "Nothing was saved yet; correct it and try again.");
}

TEST_CASE("[documents] a number stays a number where a limit could be named")
{
    CHECK(english().text("suppressed", {{"limit", "5"}}) == "Not shown: fewer than 5 children.");
    CHECK(english()
              .rule(invalidInput("home", "not-eligible", {{"limit", "vacancy,status"}}))
              .find("no free place") != std::string::npos);
}

TEST_CASE("[documents] a missing fact is a dash, a missing key is itself")
{
    CHECK(english().text("band.good") == "Good");
    CHECK(english().text("no.such.key", {{"a", "b"}}) == "no.such.key");
    CHECK(english().text("month.13") == "month.13");
    CHECK(english().text("factor.family-distance") == "- miles to the family");
}

TEST_CASE("[documents] a sentence takes the form of its number, by the rule of its language")
{
    const auto free = [](const char* count) {
        return english().text("report.free-places", {{"count", count}});
    };
    CHECK(free("0") == "0 free places");
    CHECK(free("1") == "1 free place");
    CHECK(free("2") == "2 free places");
    CHECK(english().text("report.free-places") == "- free places");

    const auto welsh = MessageCatalogue::parse(R"({
        "plural.zero": "0", "plural.one": "1", "plural.two": "2", "plural.few": "3", "plural.many": "6",
        "cats": {"by": "n", "zero": "{n} cathod", "one": "{n} gath", "two": "{n} gath.", "few": "{n} cath",
                 "many": "{n} chath", "other": "{n} cath."},
        "ages": {"by": "years", "0": "under one", "other": "{years}"},
        "both": "{first:cats}, {second:cats}"})");
    REQUIRE(welsh);
    const auto cats = [&](const char* n) { return welsh->text("cats", {{"n", n}}); };
    CHECK(cats("0") == "0 cathod");
    CHECK(cats("1") == "1 gath");
    CHECK(cats("2") == "2 gath.");
    CHECK(cats("3") == "3 cath");
    CHECK(cats("4") == "4 cath.");
    CHECK(cats("6") == "6 chath");
    CHECK(cats("16") == "16 cath.");
    CHECK(welsh->text("ages", {{"years", "0"}}) == "under one");
    CHECK(welsh->text("ages", {{"years", "1"}}) == "1");
    CHECK(welsh->text("both", {{"first", "1"}, {"second", "3"}}) == "1 gath, 3 cath");

    for (const char* wrong :
         {R"({"a": {"one": "x", "other": "y"}})", R"({"a": {"by": "n", "one": "x"}})",
          R"({"a": {"by": "n", "other": {}}})"})
        CHECK(MessageCatalogue::parse(wrong).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("[documents][errors] an error with every fact at once is told, by its reason")
{
    Error error{ErrorCode::ReadOnly, {}, {{"why", "network"}, {"where", "SMB"}}};
    const documents::Message alone = english().message(error);
    // Every order of so many facts would never end.
    for (const char* fact :
         {"cause", "child", "column", "entity", "field", "file", "folder", "key", "limit", "line",
          "more", "most", "path", "problems", "record", "right"})
        error.facts.emplace(fact, "x");
    const documents::Message told = english().message(error);
    CHECK(told.text == alone.text);
    CHECK(told.text.find("network share (SMB)") != std::string::npos);
}

TEST_CASE("[documents][errors] what is no catalogue is refused")
{
    CHECK(MessageCatalogue::load("xx").error().code == ErrorCode::NotFound);
    CHECK(MessageCatalogue::parse("[1]").error().code == ErrorCode::InvalidInput);
    CHECK(MessageCatalogue::parse("{\"a\": 1}").error().code == ErrorCode::InvalidInput);
    CHECK(MessageCatalogue::parse("[1e999]").error().code == ErrorCode::InvalidInput);
    CHECK(MessageCatalogue::parse("{\"a\": \"b\", \"a\": \"c\"}").error().facts.at("rule") ==
          "duplicate-key");
    CHECK(MessageCatalogue::parse("{").error().code == ErrorCode::InvalidInput);
    CHECK(MessageCatalogue::parse("{\"a\": \"b\"}")->text("a") == "b");
}

TEST_CASE("[documents] every sentence has its places closed and says something")
{
    const auto text = resource("resources/messages/en.json");
    REQUIRE(text);
    const auto messages = nlohmann::json::parse(*text);
    REQUIRE(messages.size() > 300);
    for (const auto& [key, sentence] : messages.items()) {
        INFO(key);
        const auto forms = sentence.is_string() ? nlohmann::json::array({sentence}) : sentence;
        for (const std::string words : forms) {
            CHECK_FALSE(words.empty());
            CHECK(std::count(words.begin(), words.end(), '{') ==
                  std::count(words.begin(), words.end(), '}'));
        }
    }
}
