#include <catch2/catch.hpp>

#include "ui/children/record/about_me_entries.h"
#include "ui/shared/records/record_draft.h"

using namespace homeward;
using namespace homeward::ui;

namespace {

Child tyler()
{
    Child child;
    child.caseNumber = "398768";
    child.givenName = "Tyler";
    child.birthDate = *Date::fromIso("2014-05-01");
    child.ethnicity = "WBRI";
    child.likesPets = true;
    child.familyLocation = GridReference{453'200, 389'100};
    child.aboutMe.myHopes = "To be a vet.";
    return child;
}

NeedsFramework twoDomains()
{
    NeedsFramework framework;
    framework.id = {"f1"};
    for (const char* key : {"a", "b"}) {
        NeedsFramework::Domain domain;
        domain.key = key;
        framework.domains.push_back(domain);
    }
    return framework;
}

Rating rating(const std::string& domain, int level, bool confirmed)
{
    Rating result;
    result.domainKey = domain;
    result.level = Level::fromInt(level);
    result.evidence = "words of " + domain + std::to_string(level);
    result.confirmed = confirmed;
    return result;
}

}  // namespace

TEST_CASE("entries of About me give back the same child, with fields they do not show",
          "[ui-draft]")
{
    const Child child = tyler();
    const auto back = AboutMeEntries::of(child).applyTo(child);
    REQUIRE(back);
    CHECK(*back == child);
}

TEST_CASE("a place that cannot be read is refused and names its field", "[ui-draft]")
{
    AboutMeEntries entries = AboutMeEntries::of(tyler());
    entries["schoolLocation"] = QStringLiteral("near the park");
    const auto refused = entries.applyTo(tyler());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().facts.at("field") == "schoolLocation");
}

TEST_CASE("a draft of About me comes back from its JSON whole", "[ui-draft]")
{
    AboutMeEntries typed = AboutMeEntries::of(tyler());
    RecordDraft draft{{typed.texts(), 4}, {}};
    typed["whatMattersToMe"] = QStringLiteral("My \"dog\",\nand Nan's café");
    draft.mine = typed.texts();
    const auto back = RecordDraft::fromJson(draft.toJson());
    REQUIRE(back);
    CHECK(AboutMeEntries::from(back->mine, typed) == typed);
    CHECK(back->base.fields == draft.base.fields);
    CHECK(back->base.rowVersion == 4);
    CHECK_FALSE(RecordDraft::fromJson("[1]"));
}

TEST_CASE("a draft from before a field was added leaves that field as it is stored", "[ui-draft]")
{
    AboutMeEntries entries = AboutMeEntries::of(tyler());
    entries.remove("givenName");
    entries["myHopes"] = QStringLiteral("To sing.");
    const auto child = entries.applyTo(tyler());
    REQUIRE(child);
    CHECK(child->givenName == "Tyler");
    CHECK(child->aboutMe.myHopes == "To sing.");
}

TEST_CASE("what no form has is no entry", "[ui-draft]")
{
    const AboutMeEntries entries = AboutMeEntries::of(tyler());
    CHECK_FALSE(entries.texts().contains("ethnicity"));
    CHECK(entries.texts().contains("givenName"));
}

TEST_CASE("what a colleague changed is taken over only where I did not write",
          "[ui-draft][conflict]")
{
    const AboutMeEntries seen = AboutMeEntries::of(tyler());
    AboutMeEntries mine = seen;
    mine["myHopes"] = QStringLiteral("To be a vet or a keeper.");
    AboutMeEntries newer = seen;
    newer["myHopes"] = QStringLiteral("To play in goal.");
    newer["preferredName"] = QStringLiteral("Ty");
    const auto result =
        AboutMeEntries::from(rebased(seen.texts(), mine.texts(), newer.texts()), seen);
    CHECK(result["myHopes"] == mine["myHopes"]);
    CHECK(result["preferredName"] == QStringLiteral("Ty"));
    CHECK(result.differencesFrom(newer) == QStringList{QStringLiteral("myHopes")});
}

TEST_CASE("a draft begun anew on a newer assessment keeps what I rated and asks for the rest",
          "[ui-draft][conflict]")
{
    const NeedsFramework framework = twoDomains();
    AssessmentDraft mine;
    mine.child = {"c"};
    mine.basedOn = AssessmentId{"old"};
    mine.ratings = {rating("a", 1, true), rating("b", 2, false)};
    Rating view = rating("b", 4, true);
    view.perspective = Perspective::Child;
    mine.ratings.push_back(view);
    Assessment newer;
    newer.id = {"new"};
    newer.ratings = {rating("a", 3, true), rating("b", 3, true)};

    const AssessmentDraft draft = rebased(mine, newer, framework);
    CHECK(draft.basedOn == AssessmentId{"new"});
    CHECK(*agreedRating(draft.ratings, "a") == rating("a", 1, true));
    CHECK(*agreedRating(draft.ratings, "b") == rating("b", 3, false));
    CHECK(draft.ratings.back() == view);
}
