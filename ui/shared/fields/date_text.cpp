#include "ui/shared/fields/date_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace homeward::ui {
namespace {

constexpr int kShortestMonthName = 3;  ///< letters; "ju" may be June or July

struct DateWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::DateField)
};

/// Lower case, no full stop: "Nov." and "nov" are the same month.
QString plain(const QString& name)
{
    return name.toLower().remove(QLatin1Char('.'));
}

/// 1..12; 0: no month is called so.
int monthCalled(const QString& typed)
{
    const QString name = plain(typed);
    if (name.size() < kShortestMonthName)
        return 0;
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const QLocale here;
    for (int month = 1; month <= 12; ++month) {
        if (english.standaloneMonthName(month).toLower().startsWith(name))
            return month;
        for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat})
            if (plain(here.monthName(month, format)) == name ||
                plain(here.standaloneMonthName(month, format)) == name)
                return month;
    }
    return 0;
}

std::optional<Date> dayOf(const QString& year, int month, const QString& day, Date today,
                          const std::optional<Date>& latest)
{
    if (year.size() > 2)
        return Date::fromYmd(year.toInt(), month, day.toInt());
    const int thisCentury = today.year() / 100 * 100;
    const auto near = Date::fromYmd(thisCentury + year.toInt(), month, day.toInt());
    if (near && (!latest || *near <= *latest))
        return near;
    const auto before = Date::fromYmd(thisCentury - 100 + year.toInt(), month, day.toInt());
    return latest ? before : near;
}

std::optional<Date> dayCalled(const QString& word, Date today)
{
    if (word == DateWords::tr("today"))
        return today;
    if (word == DateWords::tr("tomorrow"))
        return today.plusDays(1);
    if (word == DateWords::tr("yesterday"))
        return today.plusDays(-1);
    return std::nullopt;
}

}  // namespace

std::optional<Date> readDate(const QString& typed, Date today, const std::optional<Date>& latest)
{
    static const QRegularExpression numbers(
        QStringLiteral(R"(^([0-9]{1,2})\s*[-./ ]\s*([0-9]{1,2})\s*[-./ ]\s*([0-9]{4}|[0-9]{2})$)"));
    static const QRegularExpression digits(
        QStringLiteral(R"(^([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})$)"));
    static const QRegularExpression iso(QStringLiteral(R"(^([0-9]{4})-([0-9]{2})-([0-9]{2})$)"));
    static const QRegularExpression named(QStringLiteral(
        R"(^([0-9]{1,2})(?:st|nd|rd|th)?[-./ ]*(\p{L}+)[-.,/ ]*([0-9]{4}|[0-9]{2})$)"));
    const QString written = typed.simplified().toLower();
    if (const auto day = dayCalled(written, today))
        return day;
    for (const QRegularExpression* form : {&numbers, &digits})
        if (const auto match = form->match(written); match.hasMatch())
            return dayOf(match.captured(3), match.captured(2).toInt(), match.captured(1), today,
                         latest);
    if (const auto match = iso.match(written); match.hasMatch())
        return dayOf(match.captured(1), match.captured(2).toInt(), match.captured(3), today,
                     latest);
    if (const auto match = named.match(written); match.hasMatch())
        if (const int month = monthCalled(match.captured(2)))
            return dayOf(match.captured(3), month, match.captured(1), today, latest);
    return std::nullopt;
}

}  // namespace homeward::ui
