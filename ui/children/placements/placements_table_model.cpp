#include "ui/children/placements/placements_table_model.h"

#include <algorithm>

#include "domain/statutory_codes.h"

namespace homeward::ui {

QString lengthText(int days)
{
    if (days < 28)
        return PlacementsTableModel::tr("%n day(s)", nullptr, days);
    if (days < 182)
        return PlacementsTableModel::tr("%n week(s)", nullptr, days / 7);
    const int months = static_cast<int>(days / 30.4375);
    const auto monthsText = [](int count) {
        return PlacementsTableModel::tr("%n month(s)", nullptr, count);
    };
    if (months < 12)
        return monthsText(months);
    const QString years = PlacementsTableModel::tr("%n year(s)", nullptr, months / 12);
    return months % 12 == 0 ? years : years + QLatin1Char(' ') + monthsText(months % 12);
}

QString placementName(const app::PlacementRow& row)
{
    return text(row.homeName.empty() ? row.placeLabel : row.homeName);
}

namespace {

/// Or what was wrong with it.
QString whyEnded(const app::PlacementRow& row)
{
    if (row.placement.withdrawn)
        return text(row.placement.withdrawnNote);
    const std::string& reason = row.placement.changeReason;
    return reason.empty() ? QString()
                          : text(StatutoryCodes::builtIn().label("REASON_PLACE_CHANGE", reason));
}

QString originText(const app::DateOrigin& origin)
{
    using Kind = app::DateOrigin::Kind;
    switch (origin.kind) {
        case Kind::Homeward:
            return PlacementsTableModel::tr("entered here");
        case Kind::Return:
            return PlacementsTableModel::tr("return of %1: %2, line %3")
                .arg(collectionYearText(origin.year), text(origin.file),
                     QString::number(origin.line));
        case Kind::Guessed:
            return PlacementsTableModel::tr(
                "No return says when it ended: the day is taken from the next placement.");
    }
    return {};
}

/// Who chose it and why, else where it stands.
QString sourceText(const app::PlacementRow& row)
{
    if (row.decidedBy.empty())
        return originText(row.began);
    return row.decisionReason.empty() ? text(row.decidedBy)
                                      : PlacementsTableModel::tr("%1: %2").arg(
                                            text(row.decidedBy), text(row.decisionReason));
}

}  // namespace

PlacementsTableModel::PlacementsTableModel(QObject* parent) : RowTable(parent)
{
    using Row = app::PlacementRow;
    const auto startsOn = [](const Row& row) { return row.placement.startsOn; };
    setColumns({
        column("from", tr("From"), startsOn)
            .tooltip([](const Row& row) { return originText(row.began); })
            .first(Qt::DescendingOrder),
        column("until", tr("Until"), startsOn)
            .shownAs([this](const Row& row) { return untilText(row); })
            .sortedBy([this](const Row& row) {
                return row.placement.endsOn.value_or(m_today.plusDays(1));
            })
            .tooltip([](const Row& row) {
                return row.placement.endsOn ? originText(row.ended) : QString();
            }),
        column("length", tr("Length"),
               [this](const Row& row) {
                   return isToCome(row) ? tr("from %1").arg(dateText(row.placement.startsOn))
                                        : lengthText(nights(row));
               })
            .sortedBy([this](const Row& row) { return nights(row); })
            .tooltip()
            .ems(8),
        column("kind", tr("Kind of place"), &Row::placeLabel).tooltip().ems(8).share(150),
        column("home", tr("Home"),
               [](const Row& row) {
                   return row.homeName.empty() ? tr("not recorded") : text(row.homeName);
               })
            .tooltip()
            .muted([](const Row& row) { return row.homeName.empty() || row.placement.withdrawn; })
            .strong([](const Row& row) {
                return !row.placement.endsOn && !row.placement.withdrawn && !row.homeName.empty();
            })
            .ems(8)
            .share(110),
        column("provider", tr("Provider"), &Row::providerLabel).tooltip().ems(8).share(120),
        column("cost", tr("Cost"), [](const Row& row) { return row.placement.weeklyCostPence; })
            .shownAs([](const Row& row) { return moneyPerWeek(row.placement.weeklyCostPence); })
            .tooltip()
            .fits({moneyText(1000000)}),
        column("why-ended", tr("Why it ended"), whyEnded).tooltip().ems(8).share(120),
        column("source", tr("Decided by, or told by"), sourceText)
            .tooltip()
            .muted([](const Row& row) { return row.decidedBy.empty(); })
            .ems(12)
            .share(230),
    });
    eachRow(RecordIdRole, [](const Row& row) {
        return row.placement.home ? text(row.placement.home->value) : QString();
    });
}

void PlacementsTableModel::setRows(std::vector<app::PlacementRow> rows, Date today)
{
    m_today = today;
    std::reverse(rows.begin(), rows.end());
    std::stable_sort(rows.begin(), rows.end(),
                     [](const app::PlacementRow& a, const app::PlacementRow& b) {
                         return a.placement.startsOn > b.placement.startsOn;
                     });
    RowTable::setRows(std::move(rows));
}

QModelIndex PlacementsTableModel::indexOf(const PlacementId& placement) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (rowAt(row).placement.id == placement)
            return index(row, 0);
    return {};
}

QString PlacementsTableModel::untilText(const app::PlacementRow& row) const
{
    if (row.placement.withdrawn)
        return label(*row.placement.withdrawn);
    if (row.placement.endsOn)
        return row.ended.kind == app::DateOrigin::Kind::Guessed
                   ? tr("%1, guessed").arg(dateText(*row.placement.endsOn))
                   : dateText(*row.placement.endsOn);
    return isToCome(row) ? tr("to come") : tr("now");
}

bool PlacementsTableModel::isToCome(const app::PlacementRow& row) const
{
    return m_today < row.placement.startsOn;
}

int PlacementsTableModel::nights(const app::PlacementRow& row) const
{
    return std::max(0, daysBetween(row.placement.startsOn, row.placement.endsOn.value_or(m_today)));
}

}  // namespace homeward::ui
