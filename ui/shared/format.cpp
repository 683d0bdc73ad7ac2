#include "ui/shared/format.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <cmath>

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::Words)
};

const QString kDash = u"\u2013"_s;

QString fact(const matching::LimitFinding& finding, const char* name)
{
    const auto found = finding.facts.find(name);
    return found == finding.facts.end() ? QString() : text(found->second);
}

QString typeList(const QString& keys)
{
    QStringList names;
    for (const QString& key : keys.split(u',', Qt::SkipEmptyParts))
        if (const auto type = fromKey<PlacementType>(utf8(key)))
            names << label(*type);
    return names.join(u", "_s);
}

QString typeName(const QString& key)
{
    const auto type = fromKey<PlacementType>(utf8(key));
    return type ? label(*type) : key;
}

QString statusSentence(const matching::LimitFinding& finding)
{
    const auto status = fromKey<ApprovalStatus>(utf8(fact(finding, "status")));
    if (finding.verdict == matching::Verdict::Unknown || !status)
        return Words::tr("The approval status is not recorded. Is the household approved?");
    return Words::tr("Cannot be asked at present: %1.").arg(label(*status));
}

QString sexSentence(const matching::LimitFinding& finding)
{
    const auto sex = fromKey<Sex>(utf8(fact(finding, "onlySex")));
    const QString whom = sex == Sex::Male     ? Words::tr("boys")
                         : sex == Sex::Female ? Words::tr("girls")
                                              : Words::tr("one sex");
    if (finding.verdict == matching::Verdict::Unknown)
        return Words::tr("Approved for %1 only, and this child's sex is not recorded.").arg(whom);
    return Words::tr("Approved for %1 only.").arg(whom);
}

QString typeSentence(const matching::LimitFinding& finding)
{
    const QString asked = typeName(fact(finding, "type"));
    if (finding.verdict == matching::Verdict::Unknown)
        return Words::tr("The kinds of placement are not recorded. Do they include %1?").arg(asked);
    return Words::tr("Approved for %1, not for %2.").arg(typeList(fact(finding, "types")), asked);
}

QString distanceSentence(const matching::LimitFinding& finding)
{
    if (finding.verdict == matching::Verdict::Unknown)
        return Words::tr("A location is missing. Is it within %1 miles?")
            .arg(fact(finding, "maximum"));
    return Words::tr("%1 miles away; this search looks no further than %2.")
        .arg(fact(finding, "miles"), fact(finding, "maximum"));
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

QString moneyPerWeek(const std::optional<int>& pence)
{
    if (!pence)
        return kDash;
    const int decimals = *pence % 100 == 0 ? 0 : 2;
    return Words::tr("£%1 a week").arg(QLocale().toString(*pence / 100.0, 'f', decimals));
}

QString ageText(int years)
{
    return years < 1 ? Words::tr("under 1") : QString::number(years);
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
    switch (role) {
        case Role::SocialWorker:
            return Words::tr("Social worker");
        case Role::PlacementOfficer:
            return Words::tr("Placement officer");
        case Role::FosteringWorker:
            return Words::tr("Fostering worker");
        case Role::Manager:
            return Words::tr("Manager");
        case Role::Administrator:
            return Words::tr("Administrator");
    }
    return {};
}

QString label(Sex sex)
{
    switch (sex) {
        case Sex::Male:
            return Words::tr("boy");
        case Sex::Female:
            return Words::tr("girl");
        case Sex::Unknown:
            return Words::tr("not recorded");
    }
    return {};
}

QString label(PlaceGroup group)
{
    switch (group) {
        case PlaceGroup::Fostering:
            return Words::tr("Fostering");
        case PlaceGroup::FamilyAndFriends:
            return Words::tr("Family and friends");
        case PlaceGroup::ChildrensHome:
            return Words::tr("Children's home");
        case PlaceGroup::Supported:
            return Words::tr("Supported accommodation");
        case PlaceGroup::WithParents:
            return Words::tr("With parents");
        case PlaceGroup::ForAdoption:
            return Words::tr("Placed for adoption");
        case PlaceGroup::Other:
            return Words::tr("Other");
    }
    return {};
}

QString label(HomeKind kind)
{
    switch (kind) {
        case HomeKind::FosterHousehold:
            return Words::tr("Foster household");
        case HomeKind::FamilyAndFriends:
            return Words::tr("Family and friends household");
        case HomeKind::ChildrensHome:
            return Words::tr("Children's home");
        case HomeKind::SupportedAccommodation:
            return Words::tr("Supported accommodation");
        case HomeKind::Other:
            return Words::tr("Other home");
    }
    return {};
}

QString label(ApprovalStatus status)
{
    switch (status) {
        case ApprovalStatus::Approved:
            return Words::tr("approved");
        case ApprovalStatus::InAssessment:
            return Words::tr("in assessment");
        case ApprovalStatus::OnHold:
            return Words::tr("on hold");
        case ApprovalStatus::Suspended:
            return Words::tr("suspended");
        case ApprovalStatus::Resigned:
            return Words::tr("resigned");
    }
    return {};
}

QString label(PlacementType type)
{
    switch (type) {
        case PlacementType::ShortTerm:
            return Words::tr("short term");
        case PlacementType::LongTerm:
            return Words::tr("long term");
        case PlacementType::ShortBreaks:
            return Words::tr("short breaks");
        case PlacementType::Emergency:
            return Words::tr("emergency");
        case PlacementType::ParentAndChild:
            return Words::tr("parent and child");
    }
    return {};
}

QString label(Perspective perspective)
{
    switch (perspective) {
        case Perspective::Agreed:
            return Words::tr("agreed");
        case Perspective::Child:
            return Words::tr("child");
        case Perspective::Carer:
            return Words::tr("carer");
        case Perspective::Parent:
            return Words::tr("parent");
        case Perspective::School:
            return Words::tr("school");
        case Perspective::Health:
            return Words::tr("health");
        case Perspective::SocialWorker:
            return Words::tr("social worker");
    }
    return {};
}

QString label(matching::Band band)
{
    switch (band) {
        case matching::Band::Strong:
            return Words::tr("Strong");
        case matching::Band::Good:
            return Words::tr("Good");
        case matching::Band::WithSupport:
            return Words::tr("With support");
        case matching::Band::Weak:
            return Words::tr("Weak");
        case matching::Band::NotAssessed:
            return Words::tr("Not assessed");
    }
    return {};
}

QString label(matching::Limit limit)
{
    switch (limit) {
        case matching::Limit::Status:
            return Words::tr("approval status");
        case matching::Limit::AgeTerms:
            return Words::tr("age terms");
        case matching::Limit::SexTerms:
            return Words::tr("sex terms");
        case matching::Limit::TypeTerms:
            return Words::tr("kind of placement");
        case matching::Limit::Vacancy:
            return Words::tr("no free place");
        case matching::Limit::UsualLimit:
            return Words::tr("usual limit of three");
        case matching::Limit::Distance:
            return Words::tr("distance");
    }
    return {};
}

QString label(matching::Factor factor)
{
    switch (factor) {
        case matching::Factor::FamilyDistance:
            return Words::tr("Distance to family");
        case matching::Factor::SchoolDistance:
            return Words::tr("Distance to school");
        case matching::Factor::PlacementType:
            return Words::tr("Kind of placement");
        case matching::Factor::AgeExperience:
            return Words::tr("Experience with this age");
        case matching::Factor::Language:
            return Words::tr("Language");
        case matching::Factor::Pets:
            return Words::tr("Pets");
    }
    return {};
}

QString sentence(const matching::LimitFinding& finding)
{
    switch (finding.limit) {
        case matching::Limit::Status:
            return statusSentence(finding);
        case matching::Limit::AgeTerms:
            return Words::tr("Approved for ages %1 to %2; this child is %3.")
                .arg(fact(finding, "youngest"), fact(finding, "oldest"), fact(finding, "age"));
        case matching::Limit::SexTerms:
            return sexSentence(finding);
        case matching::Limit::TypeTerms:
            return typeSentence(finding);
        case matching::Limit::Vacancy:
            return Words::tr("No free place on that day: %1 placed or to come, %2 approved.")
                .arg(fact(finding, "placed"), fact(finding, "places"));
        case matching::Limit::UsualLimit:
            return Words::tr(
                       "More than %1 children who are not all brothers and sisters; %2 placed now.")
                .arg(fact(finding, "limit"), fact(finding, "placed"));
        case matching::Limit::Distance:
            return distanceSentence(finding);
    }
    return {};
}

QString waiverText(matching::Limit limit)
{
    switch (limit) {
        case matching::Limit::Status:
        case matching::Limit::Vacancy:
            return Words::tr("cannot be waived");
        case matching::Limit::AgeTerms:
        case matching::Limit::SexTerms:
        case matching::Limit::TypeTerms:
            return Words::tr("variation");
        case matching::Limit::UsualLimit:
            return Words::tr("exemption");
        case matching::Limit::Distance:
            return Words::tr("your decision");
    }
    return {};
}

}  // namespace homeward::ui
