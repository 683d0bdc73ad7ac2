#include "ui/admin/framework_table_model.h"

#include <QLocale>
#include <algorithm>

#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/format.h"

namespace homeward::ui {

void FrameworkTableModel::setRows(std::vector<app::FrameworkRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const app::FrameworkRow* FrameworkTableModel::find(const QString& id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(),
                     [&](const app::FrameworkRow& row) { return text(row.id.value) == id; });
    return found == m_rows.end() ? nullptr : &*found;
}

int FrameworkTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FrameworkTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FrameworkTableModel::displayText(const app::FrameworkRow& row, int column) const
{
    switch (column) {
        case TitleColumn:
            return text(row.title);
        case VersionColumn:
            return text(row.version);
        case UseColumn:
            return row.current ? tr("current") : QString();
        case DomainsColumn:
            return QLocale().toString(row.domains);
        case AssessmentsColumn:
            return QLocale().toString(row.assessments);
        case LoadedColumn:
            return momentText(row.loadedAt);
        case LoadedByColumn:
            return text(row.loadedByName);
        default:
            return {};
    }
}

QVariant FrameworkTableModel::sortKey(const app::FrameworkRow& row, int column) const
{
    switch (column) {
        case UseColumn:
            return row.current ? 0 : 1;
        case DomainsColumn:
            return row.domains;
        case AssessmentsColumn:
            return row.assessments;
        case LoadedColumn:
            return static_cast<qlonglong>(row.loadedAt.msSinceEpoch);
        default:
            return displayText(row, column);
    }
}

QVariant FrameworkTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::FrameworkRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
            return displayText(row, column);
        case SortRole:
            return sortKey(row, column);
        case RecordIdRole:
            return text(row.id.value);
        case StrongRole:
            return column == TitleColumn && row.current;
        case ToneRole:
            return column == UseColumn && row.current ? QVariant(QStringLiteral("good"))
                                                      : QVariant();
        case Qt::TextAlignmentRole:
            return static_cast<int>((column == DomainsColumn || column == AssessmentsColumn
                                         ? Qt::AlignRight
                                         : Qt::AlignLeft) |
                                    Qt::AlignVCenter);
        default:
            return {};
    }
}

QVariant FrameworkTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case TitleColumn:
            return tr("Title");
        case VersionColumn:
            return tr("Version");
        case UseColumn:
            return tr("Use");
        case DomainsColumn:
            return tr("Domains");
        case AssessmentsColumn:
            return tr("Assessments");
        case LoadedColumn:
            return tr("Loaded");
        case LoadedByColumn:
            return tr("By");
        default:
            return {};
    }
}

}  // namespace homeward::ui
