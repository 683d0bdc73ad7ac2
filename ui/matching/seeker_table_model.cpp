#include "ui/matching/seeker_table_model.h"

#include <QCoreApplication>
#include <QLocale>

#include "app/global_search.h"
#include "support/text.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/child_words.h"
#include "ui/shared/format.h"

namespace homeward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::Seekers)
};

bool isNumber(int column)
{
    return column == SeekerTableModel::AgeColumn || column == SeekerTableModel::NeedColumn;
}

QVariant alignment(int column)
{
    return static_cast<int>(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
}

QVariant keyOf(const std::optional<Date>& date)
{
    return date ? QVariant(date->daysSinceEpoch()) : QVariant();
}

}  // namespace

void SeekerTableModel::setRows(std::vector<app::ChildRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int SeekerTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SeekerTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SeekerTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::ChildRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
            return displayText(row, column);
        case SortRole:
            return sortKey(row, column);
        case RecordIdRole:
            return text(row.id.value);
        case StrongRole:
            return column == NameColumn;
        case ToneRole:
            return column == AssessedColumn && !row.lastAssessedOn
                       ? QVariant(QStringLiteral("warning"))
                       : QVariant();
        case MutedRole:
            return column == LivesColumn && row.homeName.empty();
        case Qt::TextAlignmentRole:
            return alignment(column);
        default:
            return {};
    }
}

QVariant SeekerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
        case NameColumn:
            return tr("Child");
        case AgeColumn:
            return tr("Age");
        case LivesColumn:
            return tr("Lives now");
        case SinceColumn:
            return tr("Since");
        case NeedColumn:
            return tr("Total need");
        case AssessedColumn:
            return tr("Needs assessed");
        case WorkerColumn:
            return tr("Worker");
        default:
            return {};
    }
}

QString SeekerTableModel::displayText(const app::ChildRow& row, int column) const
{
    switch (column) {
        case NameColumn:
            return text(row.displayName);
        case AgeColumn:
            return ageText(row.ageYears);
        case LivesColumn:
            return livesText(row);
        case SinceColumn:
            return dateText(row.placedOn);
        case NeedColumn:
            return row.lastAssessedOn ? QLocale().toString(row.totalNeed) : QStringLiteral("–");
        case AssessedColumn:
            return row.lastAssessedOn ? dateText(row.lastAssessedOn) : tr("not yet");
        case WorkerColumn:
            return text(row.workerName);
        default:
            return {};
    }
}

QVariant SeekerTableModel::sortKey(const app::ChildRow& row, int column) const
{
    switch (column) {
        case AgeColumn:
            return -row.birthDate.daysSinceEpoch();
        case SinceColumn:
            return keyOf(row.placedOn);
        case NeedColumn:
            return row.lastAssessedOn ? QVariant(row.totalNeed) : QVariant();
        case AssessedColumn:
            return keyOf(row.lastAssessedOn);
        default:
            return displayText(row, column);
    }
}

void SeekerFilterModel::setScope(Scope scope)
{
    m_scope = scope;
    invalidateFilter();
}

void SeekerFilterModel::setTyped(const QString& typed)
{
    m_foldedTyped = foldedForSearch(utf8(typed));
    invalidateFilter();
}

bool SeekerFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex& /*parent*/) const
{
    const auto* model = qobject_cast<const SeekerTableModel*>(sourceModel());
    if (!model)
        return false;
    const app::ChildRow& row = model->rows()[static_cast<std::size_t>(sourceRow)];
    if (m_scope != Scope::Everyone && !row.inCare)
        return false;
    if (m_scope == Scope::WithoutHousehold && !row.home.isEmpty())
        return false;
    return app::matchesSearch(row.searchText, m_foldedTyped);
}

}  // namespace homeward::ui
