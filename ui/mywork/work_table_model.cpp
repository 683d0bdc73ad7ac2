#include "ui/mywork/work_table_model.h"

#include "analytics/due.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/child_words.h"
#include "ui/shared/format.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLongOverdueMonths = 9;

QVariant dayKey(const std::optional<Date>& day)
{
    return day ? QVariant(day->daysSinceEpoch()) : QVariant();
}

}  // namespace

WorkTableModel::WorkTableModel(std::vector<Column> columns, QObject* parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns))
{
}

void WorkTableModel::setRows(std::vector<app::ChildRow> rows, Date today)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_today = today;
    endResetModel();
}

int WorkTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int WorkTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QString WorkTableModel::displayText(const app::ChildRow& row, Column column) const
{
    switch (column) {
        case Column::Child:
            return text(row.displayName);
        case Column::Age:
            return ageText(row.ageYears);
        case Column::LivesWith:
            return livesText(row);
        case Column::Since:
            return dateText(row.placedOn);
        case Column::Assessed:
            return row.lastAssessedOn ? dateText(row.lastAssessedOn) : tr("never");
        case Column::Waiting: {
            const auto months = analytics::monthsSince(row.lastAssessedOn, m_today);
            if (!months)
                return tr("not assessed yet");
            return *months < 24 ? tr("not assessed for %n month(s)", nullptr, *months)
                                : tr("not assessed for %n year(s)", nullptr, *months / 12);
        }
        case Column::Need:
            return row.assessments > 0 ? QString::number(row.totalNeed) : u"\u2013"_s;
    }
    return {};
}

QVariant WorkTableModel::sortKey(const app::ChildRow& row, Column column) const
{
    switch (column) {
        case Column::Age:
            return row.ageYears;
        case Column::Since:
            return dayKey(row.placedOn);
        case Column::Assessed:
            return dayKey(row.lastAssessedOn);
        case Column::Waiting:
            // Never assessed waits longest.
            return -analytics::monthsSince(row.lastAssessedOn, m_today).value_or(1200);
        case Column::Need:
            return row.assessments > 0 ? QVariant(row.totalNeed) : QVariant();
        case Column::Child:
        case Column::LivesWith:
            return displayText(row, column).toCaseFolded();
    }
    return {};
}

QVariant WorkTableModel::tone(const app::ChildRow& row, Column column) const
{
    if (column != Column::Waiting)
        return {};
    const auto months = analytics::monthsSince(row.lastAssessedOn, m_today);
    return !months || *months >= kLongOverdueMonths ? u"problem"_s : u"warning"_s;
}

QVariant WorkTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::ChildRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const Column column = m_columns[static_cast<std::size_t>(index.column())];
    switch (role) {
        case Qt::DisplayRole:
            return displayText(row, column);
        case SortRole:
            return sortKey(row, column);
        case RecordIdRole:
            return text(row.id.value);
        case ToneRole:
            return tone(row, column);
        case StrongRole:
            return column == Column::Child;
        case MutedRole:
            return column == Column::Since || column == Column::Assessed;
        default:
            return {};
    }
}

QVariant WorkTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= columnCount())
        return {};
    switch (m_columns[static_cast<std::size_t>(section)]) {
        case Column::Child:
            return tr("Child");
        case Column::Age:
            return tr("Age");
        case Column::LivesWith:
            return tr("Lives with");
        case Column::Since:
            return tr("Since");
        case Column::Assessed:
            return tr("Last assessed");
        case Column::Waiting:
            return tr("Waiting");
        case Column::Need:
            return tr("Need");
    }
    return {};
}

}  // namespace homeward::ui
