#include "ui/shared/words/format.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <cmath>

#include "documents/wording.h"
#include "support/text/rounding.h"
#include "ui/shared/words/catalogue.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct FormatWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::Words)
};

const QString kDash = u"\u2013"_s;

template <typename Enum>
QString labelIn(const char* group, Enum value)
{
    return sentence(std::string(group).append(toKey(value)));
}

}  // namespace

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string utf8(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QString dateText(Date date)
{
    return QLocale().toString(QDate(date.year(), date.month(), date.day()), u"d MMM yyyy"_s);
}

QString dateText(const std::optional<Date>& date)
{
    return date ? dateText(*date) : kDash;
}

QString momentText(Timestamp moment)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(moment.msSinceEpoch),
                              u"d MMM yyyy, HH:mm"_s);
}

QString collectionYearText(int startYear)
{
    return QStringLiteral("%1/%2").arg(startYear).arg((startYear + 1) % 100, 2, 10,
                                                      QLatin1Char('0'));
}

QString moneyText(const std::optional<int>& pence)
{
    if (!pence)
        return kDash;
    const int decimals = *pence % 100 == 0 ? 0 : 2;
    return FormatWords::tr("£%1").arg(QLocale().toString(*pence / 100.0, 'f', decimals));
}

QString moneyPerWeek(const std::optional<int>& pence)
{
    return pence ? sentence("report.weekly-cost", {{"cost", utf8(moneyText(pence))}}) : kDash;
}

QString ageText(int years)
{
    if (years < 0)
        return FormatWords::tr("not born yet");
    return years < 1 ? FormatWords::tr("under 1") : QString::number(years);
}

QString tenthsText(int tenths)
{
    return QLocale().toString(tenths / 10.0, 'f', 1);
}

QString oneDecimalText(double value)
{
    return tenthsText(tenthsOf(value));
}

QString signedNumber(double value, int decimals)
{
    const double unit = std::pow(10.0, decimals);
    const double rounded = std::round(value * unit) / unit;
    if (rounded == 0)
        return u"0"_s;
    const QString digits = QLocale().toString(std::abs(rounded), 'f', decimals);
    return (rounded > 0 ? u"+"_s : u"\u2212"_s) + digits;
}

QString label(Role role)
{
    return labelIn("role.", role);
}

QString label(Sex sex)
{
    return labelIn("sex.", sex);
}

QString label(PlaceGroup group)
{
    return labelIn("place.", group);
}

QString label(HomeKind kind)
{
    return labelIn("home-kind.", kind);
}

QString label(Withdrawal withdrawal)
{
    return labelIn("withdrawal.", withdrawal);
}

QString label(MergedCare care)
{
    return labelIn("merged-care.", care);
}

QString label(ApprovalStatus status)
{
    return labelIn("status.", status);
}

QString label(PlacementType type)
{
    return labelIn("type.", type);
}

QString label(Perspective perspective)
{
    return labelIn("perspective.", perspective);
}

QString label(matching::Band band)
{
    return labelIn("band.", band);
}

QString label(matching::Limit limit)
{
    return labelIn("limit.", limit);
}

QString label(matching::Factor factor)
{
    return sentence("factor." + std::string(toKey(factor)) + ".title");
}

QString sentence(const matching::LimitFinding& finding)
{
    return text(documents::limitSentence(finding, catalogue()));
}

QString otherKindText(const matching::OtherKind& other)
{
    return text(documents::otherKindText(other, catalogue()));
}

QString waiverText(matching::Limit limit, bool emergency)
{
    if (emergency && matching::isTermOfApproval(limit))
        return sentence("waiver.emergency.short");
    return sentence("waiver." + std::string(toKey(limit)) + ".short");
}

}  // namespace homeward::ui
