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

TEST_CASE("a child is shown by the name the child wants and the family name", "[domain][child]")
{
    Child shown = child();
    CHECK(displayName(shown) == "Testa Beispiel");
    shown.preferredName = "Tes";
    CHECK(displayName(shown) == "Tes Beispiel");
    shown.preferredName = "  ";
    CHECK(displayName(shown) == "Testa Beispiel");
    shown.familyName = "";
    CHECK(displayName(shown) == "Testa");
    shown.familyName = "Özel";
    CHECK(displayName(shown) == "Testa Özel");
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
    CHECK(ruleFor(kCheckedOn.plusDays(1)) == "birth-in-future");
    CHECK(ruleFor(kCheckedOn.plusMonths(-26 * 12)).empty());
    CHECK(ruleFor(kCheckedOn.plusMonths(-26 * 12).plusDays(-1)) == "implausible");
}

TEST_CASE("sex is read from the codes of the return", "[domain][child]")
{
    CHECK(toKey(Sex::Female) == "F");
    CHECK(fromKey<Sex>("U") == Sex::Unknown);
}

TEST_CASE("a birth may be expected within ten months", "[domain][child]")
{
    Child unborn = child();
    unborn.birthExpected = true;
    unborn.birthDate = kCheckedOn.plusMonths(10);
    CHECK(checkChild(unborn, kCheckedOn).ok());
    unborn.birthDate = unborn.birthDate.plusDays(1);
    CHECK(checkChild(unborn, kCheckedOn).error().facts.at("rule") == "birth-too-far");
    // Born late, and nobody has said so yet.
    unborn.birthDate = kCheckedOn.plusDays(-9);
    CHECK(checkChild(unborn, kCheckedOn).ok());
}

TEST_CASE("a rule about a date is applied where the date was changed", "[domain][child]")
{
    Child grown = child();
    grown.birthDate = kCheckedOn.plusMonths(-27 * 12);
    Child named = grown;
    named.preferredName = "Tes";
    CHECK(checkChild(named, kCheckedOn, &grown).ok());
    named.birthDate = named.birthDate.plusDays(-1);
    CHECK(checkChild(named, kCheckedOn, &grown).error().facts.at("rule") == "implausible");
    named.caseNumber = "";
    CHECK(checkChild(named, kCheckedOn, &grown).error().facts.at("field") == "caseNumber");
}

TEST_CASE("two records seem to be about one person by pupil number or names, and birth date",
          "[domain][child]")
{
    const auto named = [](const char* given, const char* family, const char* upn = "") {
        Child one = child();
        one.givenName = given;
        one.familyName = family;
        one.upn = upn;
        return one;
    };
    const Child testa = named("Testa", "Beispiel", "A123456789012");
    CHECK(seemsSamePerson(testa, named("TESTA", "Beispiel")));
    CHECK(seemsSamePerson(testa, named("Tésta", "Beispiel ")));
    CHECK(seemsSamePerson(testa, named("Beispiel", "Testa")));
    CHECK(seemsSamePerson(testa, named("Tess", "Andere", "a123456789012")));
    CHECK_FALSE(seemsSamePerson(testa, named("Tess", "Beispiel")));
    CHECK_FALSE(seemsSamePerson(named("", "Beispiel"), named("", "Beispiel")));
    CHECK_FALSE(seemsSamePerson(named("Tess", "Andere", "UN1"), named("Testa", "Other", "UN1")));
    Child twin = testa;
    twin.birthDate = twin.birthDate.plusDays(1);
    CHECK_FALSE(seemsSamePerson(testa, twin));
}
