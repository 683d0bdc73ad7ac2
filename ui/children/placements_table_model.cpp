#include "ui/children/placements_table_model.h"

#include <QCoreApplication>
#include <algorithm>

#include "domain/statutory_codes.h"
#include "ui/shared/format.h"

namespace homeward::ui {

QString lengthText(int days)
{
    const auto say = [](const char* words, int count) {
        return QCoreApplication::translate("homeward::ui::PlacementsTableModel", words, nullptr,
                                           count);
    };
    if (days < 28)
        return say(QT_TR_NOOP("%n day(s)"), days);
    if (days < 182)
        return say(QT_TR_NOOP("%n week(s)"), days / 7);
    const int months = static_cast<int>(days / 30.4375);
    const int years = months / 12;
    if (years == 0)
        return say(QT_TR_NOOP("%n month(s)"), months);
    const QString wholeYears = say(QT_TR_NOOP("%n year(s)"), years);
    return months % 12 == 0
               ? wholeYears
               : wholeYears + QLatin1Char(' ') + say(QT_TR_NOOP("%n month(s)"), months % 12);
}

QString placementName(const app::PlacementRow& row)
{
    return text(row.homeName.empty() ? row.placeLabel : row.homeName);
}

void PlacementsTableModel::setRows(std::vector<app::PlacementRow> rows, Date today)
{
    beginResetModel();
    m_rows = std::move(rows);
    std::reverse(m_rows.begin(), m_rows.end());
    m_today = today;
    endResetModel();
}

QModelIndex PlacementsTableModel::indexOf(const PlacementId& placement) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(),
                     [&](const app::PlacementRow& row) { return row.placement.id == placement; });
    return found == m_rows.end() ? QModelIndex()
                                 : index(static_cast<int>(found - m_rows.begin()), 0);
}

bool PlacementsTableModel::isToCome(const app::PlacementRow& row) const
{
    return m_today < row.placement.startsOn;
}

int PlacementsTableModel::nights(const app::PlacementRow& row) const
{
    return std::max(0, daysBetween(row.placement.startsOn, row.placement.endsOn.value_or(m_today)));
}

int PlacementsTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PlacementsTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PlacementsTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::PlacementRow& row = rowAt(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return displayText(row, index.column());
        case Qt::ToolTipRole:
            return displayText(row, index.column());
        case SortRole:
            return sortKey(row, index.column());
        case RecordIdRole:
            return row.placement.home ? text(row.placement.home->value) : QString();
        case MutedRole:
            return index.column() == HomeColumn && row.homeName.empty();
        case StrongRole:
            return !row.placement.endsOn && !row.homeName.empty() && index.column() == HomeColumn;
        default:
            return {};
    }
}

QVariant PlacementsTableModel::displayText(const app::PlacementRow& row, int column) const
{
    const Placement& placement = row.placement;
    switch (column) {
        case FromColumn:
            return dateText(placement.startsOn);
        case UntilColumn:
            if (isToCome(row) && !placement.endsOn)
                return tr("to come");
            return placement.endsOn ? dateText(*placement.endsOn) : tr("now");
        case LengthColumn:
            return isToCome(row) ? tr("from %1").arg(dateText(placement.startsOn))
                                 : lengthText(nights(row));
        case PlaceColumn:
            return text(row.placeLabel);
        case HomeColumn:
            return row.homeName.empty() ? tr("not recorded") : text(row.homeName);
        case ProviderColumn:
            return text(row.providerLabel);
        case CostColumn:
            return moneyPerWeek(placement.weeklyCostPence);
        case EndReasonColumn:
            return placement.changeReason.empty()
                       ? QString()
                       : text(StatutoryCodes::builtIn().label("REASON_PLACE_CHANGE",
                                                              placement.changeReason));
        case DecidedColumn:
            if (row.decisionReason.empty())
                return text(row.decidedBy);
            return tr("%1: %2").arg(text(row.decidedBy), text(row.decisionReason));
        default:
            return {};
    }
}

QVariant PlacementsTableModel::sortKey(const app::PlacementRow& row, int column) const
{
    switch (column) {
        case FromColumn:
            return row.placement.startsOn.daysSinceEpoch();
        case UntilColumn:
            return row.placement.endsOn.value_or(m_today.plusDays(1)).daysSinceEpoch();
        case LengthColumn:
            return nights(row);
        case CostColumn:
            return row.placement.weeklyCostPence.value_or(-1);
        default:
            return displayText(row, column);
    }
}

QVariant PlacementsTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case FromColumn:
            return tr("From");
        case UntilColumn:
            return tr("Until");
        case LengthColumn:
            return tr("Length");
        case PlaceColumn:
            return tr("Kind of place");
        case HomeColumn:
            return tr("Home");
        case ProviderColumn:
            return tr("Provider");
        case CostColumn:
            return tr("Cost");
        case EndReasonColumn:
            return tr("Why it ended");
        case DecidedColumn:
            return tr("Decided by, and why");
        default:
            return {};
    }
}

}  // namespace homeward::ui
