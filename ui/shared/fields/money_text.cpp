#include "ui/shared/fields/money_text.h"

#include <QLocale>
#include <cmath>

#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

constexpr int kDecimals = 2;

QString withoutSigns(const QString& typed)
{
    QString left;
    for (const QChar c : typed)
        if (!c.isSpace() && c != QChar(0x00a3))
            left += c;
    return left;
}

/// Blanks part thousands in some locales, and are typed as what the keyboard has; they are gone.
QLocale readingLocale()
{
    QLocale locale;
    locale.setNumberOptions(QLocale::DefaultNumberOptions);
    return locale;
}

}  // namespace

QString poundsToType(const std::optional<int>& pence)
{
    if (!pence)
        return {};
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(*pence / 100.0, 'f', *pence % 100 == 0 ? 0 : kDecimals);
}

Result<std::optional<int>> penceFrom(const QString& typed, const std::string& field, int most)
{
    const QString digits = withoutSigns(typed);
    if (digits.isEmpty())
        return std::optional<int>();
    const QLocale locale = readingLocale();
    bool isNumber = false;
    const double pounds = locale.toDouble(digits, &isNumber);
    const qsizetype point = digits.indexOf(locale.decimalPoint());
    const bool isMoney = point < 0 || digits.size() - point - 1 <= kDecimals;
    // Exponents are numbers too, and nobody pays 6e2.
    if (!isNumber || !isMoney || digits.contains(QLatin1Char('e'), Qt::CaseInsensitive))
        return invalidInput(field, "not-money",
                            {{"example", utf8(locale.toString(1234.5, 'f', kDecimals))}});
    if (!(pounds >= 0 && pounds <= most))
        return invalidInput(field, "out-of-range",
                            {{"least", "0"}, {"most", utf8(locale.toString(most))}});
    return std::optional<int>(static_cast<int>(std::lround(pounds * 100)));
}

}  // namespace homeward::ui
