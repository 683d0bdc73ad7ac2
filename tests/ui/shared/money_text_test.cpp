#include <QLocale>

#include "tests/ui/support/ui_harness.h"
#include "ui/shared/fields/money_text.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

/// The user's locale while a test runs.
struct Speaking {
    explicit Speaking(const char* locale) { QLocale::setDefault(QLocale(QLatin1String(locale))); }
    ~Speaking() { QLocale::setDefault(m_before); }
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;

private:
    QLocale m_before;
};

constexpr int kRefused = -1;

/// Pence, or kRefused.
int read(const char16_t* typed)
{
    const auto pence = penceFrom(QString::fromUtf16(typed), "weeklyCost", 100'000);
    return pence ? pence->value_or(0) : kRefused;
}

}  // namespace

TEST_CASE("pounds are read in the way of the locale, or refused, never guessed", "[ui-shared]")
{
    {
        const Speaking english("en_GB");
        CHECK(read(u"612") == 61200);
        CHECK(read(u"£ 1,234.50") == 123450);
        CHECK(read(u"612.5") == 61250);
        CHECK(read(u"") == 0);
        for (const char16_t* unclear : {u"612,50", u"1.234", u"1,23", u"1.234,50", u"6e2", u"0x10",
                                        u"abc", u"612.505", u"-5", u"100,001", u"1,2345"})
            CHECK(read(unclear) == kRefused);
    }
    {
        const Speaking german("de_DE");
        CHECK(read(u"612,50") == 61250);
        CHECK(read(u"1.234,50") == 123450);
        CHECK(read(u"1.234") == 123400);
        for (const char16_t* unclear : {u"612.50", u"1,234", u"1,234.50"})
            CHECK(read(unclear) == kRefused);
    }
    {
        const Speaking french("fr_FR");
        CHECK(read(u"1 234,50") == 123450);
        CHECK(read(u"1\u202f234,50 £") == 123450);
    }
}

TEST_CASE("what a form shows of an amount is read back as the same amount", "[ui-shared]")
{
    for (const char* locale : {"en_GB", "de_DE", "fr_FR", "cy_GB", "de_CH", "ar_EG", "hi_IN"}) {
        const Speaking speaking(locale);
        INFO(locale);
        for (const int pence : {0, 5, 61200, 61250, 123456, 9'999'999}) {
            const auto back = penceFrom(poundsToType(pence), "weeklyCost", 100'000);
            REQUIRE(back);
            CHECK(*back == pence);
        }
    }
}

TEST_CASE("a refused amount says how to write one", "[ui-shared]")
{
    const Speaking german("de_DE");
    const auto refused = penceFrom(QStringLiteral("612.50"), "weeklyCost", 100'000);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().facts.at("example") == "1.234,50");
}
