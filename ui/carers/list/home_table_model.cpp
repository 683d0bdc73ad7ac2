#include "ui/carers/list/home_table_model.h"

#include <QCoreApplication>
#include <QLocale>

namespace homeward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::Homes)
};

/// A place that a child could be given: those of a home that is not approved are none.
bool hasUsablePlace(const app::HomeRow& row)
{
    return row.free > 0 && row.status == ApprovalStatus::Approved;
}

QStringList statusNames()
{
    QStringList names;
    for (const auto& [status, key] : EnumKeys<ApprovalStatus>::table)
        names << label(status);
    return names;
}

}  // namespace

QString agesText(int youngest, int oldest)
{
    return youngest == oldest ? QLocale().toString(youngest)
                              : Words::tr("%1–%2").arg(youngest).arg(oldest);
}

QString sexTermsText(const std::optional<Sex>& onlySex)
{
    if (!onlySex)
        return Words::tr("any");
    switch (*onlySex) {
        case Sex::Male:
            return Words::tr("boys only");
        case Sex::Female:
            return Words::tr("girls only");
        case Sex::Unknown:
            return Words::tr("any");
    }
    return {};
}

QString toneOf(ApprovalStatus status)
{
    switch (status) {
        case ApprovalStatus::Approved:
            return QStringLiteral("good");
        case ApprovalStatus::InAssessment:
            return QStringLiteral("info");
        case ApprovalStatus::OnHold:
            return QStringLiteral("warning");
        case ApprovalStatus::Suspended:
            return QStringLiteral("problem");
        case ApprovalStatus::Resigned:
            return QStringLiteral("muted");
    }
    return {};
}

HomeTableModel::HomeTableModel(QObject* parent) : RowTable(parent)
{
    using Row = app::HomeRow;
    const auto noPlace = [](const Row& row) { return !hasUsablePlace(row); };
    const auto statusLabel = [](const Row& row) { return label(row.status); };
    setColumns({
        column("household", tr("Household"), &Row::name)
            .strong()
            .tooltip()
            .ems(8)
            .share(170)
            .first(),
        column("carers", tr("Carers"), &Row::carerNames).tooltip().ems(8).share(170),
        column("provider", tr("Provider"), &Row::providerName).tooltip().ems(8).share(190),
        column("status", tr("Status"), statusLabel)
            .sortedBy(&Row::status)
            .tooltip()
            .tone([](const Row& row) { return toneOf(row.status); })
            .fits(statusNames()),
        column("placed", tr("Placed"), &Row::placed)
            .shownAs([](const Row& row) { return tr("%1 of %2").arg(row.placed).arg(row.places); })
            .right()
            .explained(tr("Children living there today, of the places approved"))
            .fits({tr("%1 of %2").arg(10).arg(10)}),
        column("free", tr("Free"), &Row::free).right().strong(hasUsablePlace).muted(noPlace),
        column("ages", tr("Ages"),
               [](const Row& row) { return agesText(row.youngestYears, row.oldestYears); })
            .sortedBy([](const Row& row) { return row.youngestYears * 100 + row.oldestYears; })
            .fits({agesText(10, 17)}),
        column("sex", tr("Sex"), [](const Row& row) { return sexTermsText(row.onlySex); })
            .fits({sexTermsText(Sex::Male)}),
        column("skills", tr("Skills"),
               [](const Row& row) {
                   return row.skillsRecordedOn ? std::optional<int>(row.skillTotal) : std::nullopt;
               })
            .shownAs([](const Row& row) {
                return row.skillsRecordedOn ? shownValue(row.skillTotal) : tr("none yet");
            })
            .right()
            .muted([](const Row& row) { return !row.skillsRecordedOn; })
            .tooltip([](const Row& row) {
                return row.skillsRecordedOn
                           ? tr("Recorded on %1").arg(dateText(row.skillsRecordedOn))
                           : QString();
            })
            .explained(tr("Sum of the skill levels over all domains"))
            .fits({tr("none yet")}),
        column("postcode", tr("Postcode"), &Row::postcode)
            .unknownLast()
            .fits({QStringLiteral("ZZ99 9ZZ")}),
        column("cost", tr("A week"), &Row::weeklyCostPence).money(),
    });
    eachRow(RecordIdRole, &Row::id);
}

HomeOrder HomeTableModel::order() const
{
    return sortColumn() < 0 ? HomeOrder::Name : static_cast<HomeOrder>(sortColumn());
}

}  // namespace homeward::ui
