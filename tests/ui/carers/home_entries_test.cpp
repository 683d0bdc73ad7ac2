#include <catch2/catch.hpp>

#include <set>

#include "ui/carers/household/home_entries.h"
#include "ui/shared/records/record_draft.h"

using namespace homeward;
using namespace homeward::ui;

namespace {

Home marsh()
{
    Home home;
    home.id.value = "h";
    home.name = "Marsh household";
    home.reference = "F-101";
    home.carers = {"Ana Marsh", "Jon Marsh"};
    home.provider.value = "p";
    home.approval.places = 3;
    home.approval.oldestYears = 10;
    home.approval.onlySex = Sex::Female;
    home.approval.types = {PlacementType::LongTerm, PlacementType::Emergency};
    home.approval.reviewDueOn = Date::fromYmd(2026, 9, 1);
    home.location = GridReference{453'200, 389'100};
    home.postcode = "S11 8AA";
    home.languages = {"English", "Polish"};
    home.hasPets = false;
    home.weeklyCostPence = 61'250;
    home.note = "Rings before visits.\nGarden.";
    home.rowVersion = 4;
    return home;
}

std::string factOf(const Error& error, const char* name)
{
    const auto found = error.facts.find(name);
    return found == error.facts.end() ? std::string() : found->second;
}

}  // namespace

TEST_CASE("a home survives being typed", "[ui-model]")
{
    const Home home = marsh();
    const auto back = homeFrom(entriesOf(home), home);
    REQUIRE(back);
    CHECK(*back == home);
    CHECK(HomeEntries::from(entriesOf(home).texts(), entriesOf(Home{})) == entriesOf(home));
}

TEST_CASE("an entry that cannot be right names its field and rule", "[ui-model]")
{
    HomeEntries entries = entriesOf(marsh());
    std::string field;
    std::string rule;
    SECTION("a place that is none")
    {
        entries["location"] = QStringLiteral("behind the church");
        field = "location";
        rule = "not-a-location";
    }
    SECTION("a cost in words")
    {
        entries["weeklyCost"] = QStringLiteral("a lot");
        field = "weeklyCost";
        rule = "not-money";
    }
    SECTION("a review on the 31st of April")
    {
        entries["reviewDueOn"] = QStringLiteral("31/04/2026");
        field = "reviewDueOn";
        rule = "not-a-date";
    }
    SECTION("no name")
    {
        entries["name"] = QStringLiteral("   ");
        field = "name";
        rule = "required";
    }
    SECTION("the oldest age below the youngest")
    {
        entries["youngestYears"] = QStringLiteral("12");
        field = "oldestYears";
        rule = "out-of-range";
    }
    const auto home = homeFrom(entries, marsh());
    REQUIRE_FALSE(home);
    CHECK(factOf(home.error(), "field") == field);
    CHECK(factOf(home.error(), "rule") == rule);
}

TEST_CASE("everything that cannot be right is named at once, in the order of the form",
          "[ui-model]")
{
    HomeEntries entries = entriesOf(marsh());
    entries["name"] = QStringLiteral(" ");
    entries["weeklyCost"] = QStringLiteral("612,50");
    entries["reviewDueOn"] = QStringLiteral("31/04/2026");
    entries["location"] = QStringLiteral("behind the church");
    const auto home = homeFrom(entries, marsh());
    REQUIRE_FALSE(home);
    std::set<std::string> fields{factOf(home.error(), "field")};
    for (const Error& another : home.error().more)
        fields.insert(factOf(another, "field"));
    CHECK(fields == std::set<std::string>{"name", "weeklyCost", "reviewDueOn", "location"});
    CHECK(factOf(home.error(), "field") == "name");
}

TEST_CASE("money is read with and without its sign", "[ui-model]")
{
    HomeEntries entries = entriesOf(marsh());
    entries["weeklyCost"] = QStringLiteral("£1,150.50");
    CHECK(homeFrom(entries, marsh())->weeklyCostPence == 115'050);
    entries["weeklyCost"].clear();
    CHECK_FALSE(homeFrom(entries, marsh())->weeklyCostPence.has_value());
}

TEST_CASE("a place is read back in words", "[ui-model]")
{
    CHECK(locationEcho(QStringLiteral("53.3811, -1.4701"))->contains(QStringLiteral("west")));
    CHECK(locationEcho(QStringLiteral("453200, 389100"))->contains(QStringLiteral("453,200")));
    CHECK_FALSE(locationEcho(QStringLiteral("somewhere")));
}

TEST_CASE("after a conflict my changes stay and everything else is theirs", "[ui-model]")
{
    const HomeEntries base = entriesOf(marsh());
    HomeEntries mine = base;
    mine["note"] = QStringLiteral("Rings first, please.");
    HomeEntries theirs = base;
    theirs["note"] = QStringLiteral("No visits on Mondays.");
    theirs["places"] = QStringLiteral("2");
    const auto merged =
        HomeEntries::from(rebased(base.texts(), mine.texts(), theirs.texts()), base);
    CHECK(merged["note"] == mine["note"]);
    CHECK(merged["places"] == QStringLiteral("2"));
    CHECK(merged["name"] == base["name"]);
}
