#include "tests/ui/support/ui_harness.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/english_plurals.h"

using namespace homeward;
using namespace homeward::ui;

TEST_CASE("dates and money read as people in England write them", "[ui-format]")
{
    CHECK(dateText(*Date::fromYmd(2026, 3, 3)) == QStringLiteral("3 Mar 2026"));
    CHECK(dateText(std::optional<Date>()) == QStringLiteral("–"));
    CHECK(moneyPerWeek(61'200) == QStringLiteral("£612 a week"));
    CHECK(moneyPerWeek(123'450) == QStringLiteral("£1,234.50 a week"));
    CHECK(moneyPerWeek(std::nullopt) == QStringLiteral("–"));
    CHECK(ageText(0) == QStringLiteral("under 1"));
    CHECK(ageText(11) == QStringLiteral("11"));
}

TEST_CASE("a change that rounds to nothing has no sign", "[ui-format]")
{
    CHECK(signedNumber(2, 0) == QStringLiteral("+2"));
    CHECK(signedNumber(-0.26, 1) == QStringLiteral("−0.3"));
    CHECK(signedNumber(-0.04, 1) == QStringLiteral("0"));
    CHECK(signedNumber(0, 2) == QStringLiteral("0"));
}

TEST_CASE("a limit that is not met says so with its facts", "[ui-format]")
{
    const matching::LimitFinding age{matching::Limit::AgeTerms,
                                     matching::Verdict::NotMet,
                                     true,
                                     {{"age", "12"}, {"youngest", "0"}, {"oldest", "10"}}};
    CHECK(sentence(age) == QStringLiteral("Approved for ages 0 to 10; this child is 12."));
    const matching::LimitFinding type{matching::Limit::TypeTerms,
                                      matching::Verdict::NotMet,
                                      true,
                                      {{"type", "long-term"}, {"types", "short-term,emergency"}}};
    CHECK(sentence(type) ==
          QStringLiteral("Approved for short term, emergency, not for long term."));
}

TEST_CASE("English plurals follow the number", "[ui-format]")
{
    const EnglishPlurals plurals;
    CHECK(plurals.translate("", "%n child(ren)", nullptr, 1) == QStringLiteral("%n child"));
    CHECK(plurals.translate("", "%n child(ren) of %1 (all)", nullptr, 0) ==
          QStringLiteral("%n children of %1 (all)"));
    CHECK(plurals.translate("", "%n place(s) (is|are) free", nullptr, 1) ==
          QStringLiteral("%n place is free"));
    CHECK(plurals.translate("", "%n place(s) (is|are) free", nullptr, 2) ==
          QStringLiteral("%n places are free"));
    CHECK(plurals.translate("", "Save (now)", nullptr, -1).isNull());
}
