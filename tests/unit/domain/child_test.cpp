#include "domain/child.h"

#include <catch2/catch.hpp>

using namespace homeward;

namespace {

const Date kCheckedOn = Date::fromYmd(2026, 3, 31).value();

Child child()
{
    Child result;
    result.caseNumber = "398768";
    result.givenName = "Testa";
    result.familyName = "Beispiel";
    result.birthDate = Date::fromYmd(2014, 6, 10).value();
    return result;
}

}  // namespace

TEST_CASE("a child is shown by the name the child wants and the family initial", "[domain][child]")
{
    Child shown = child();
    CHECK(displayName(shown) == "Testa B.");
    shown.preferredName = "Tes";
    CHECK(displayName(shown) == "Tes B.");
    shown.preferredName = "  ";
    CHECK(displayName(shown) == "Testa B.");
    shown.familyName = "";
    CHECK(displayName(shown) == "Testa");
    shown.familyName = "Özel";
    CHECK(displayName(shown) == "Testa Ö.");
}

TEST_CASE("who has one name is shown by it", "[domain][child]")
{
    Child shown = child();
    shown.givenName = "";
    shown.familyName = "Madonna";
    CHECK(displayName(shown) == "Madonna");
}

TEST_CASE("a child without a known name is shown by the case number", "[domain][child]")
{
    Child shown = child();
    shown.givenName = "";
    shown.familyName = "";
    CHECK(displayName(shown) == "Child 398768");
}

TEST_CASE("a child needs a case number", "[domain][child]")
{
    Child unnamed = child();
    CHECK(checkChild(unnamed, kCheckedOn).ok());
    unnamed.caseNumber = " ";
    const auto checked = checkChild(unnamed, kCheckedOn);
    REQUIRE_FALSE(checked.ok());
    CHECK(checked.error().facts.at("field") == "caseNumber");
    CHECK(checked.error().facts.at("rule") == "required");
}

TEST_CASE("a birth date lies in the past and not more than 26 years back", "[domain][child]")
{
    const auto ruleFor = [](Date birth) -> std::string {
        Child born = child();
        born.birthDate = birth;
        const auto checked = checkChild(born, kCheckedOn);
        if (checked)
            return "";
        CHECK(checked.error().facts.at("field") == "birthDate");
        return checked.error().facts.at("rule");
    };
    CHECK(ruleFor(kCheckedOn).empty());
    CHECK(ruleFor(kCheckedOn.plusDays(1)) == "in-future");
    CHECK(ruleFor(kCheckedOn.plusMonths(-26 * 12)).empty());
    CHECK(ruleFor(kCheckedOn.plusMonths(-26 * 12).plusDays(-1)) == "implausible");
}

TEST_CASE("sex is read from the codes of the return", "[domain][child]")
{
    CHECK(toKey(Sex::Female) == "F");
    CHECK(fromKey<Sex>("U") == Sex::Unknown);
}
