#include "ui/admin/finding_table_model.h"

#include <algorithm>

#include "ui/admin/finding_text.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/format.h"

namespace homeward::ui {

void FindingTableModel::setFindings(std::vector<app::ImportFinding> findings)
{
    beginResetModel();
    m_findings = std::move(findings);
    endResetModel();
}

int FindingTableModel::rejectedCount() const
{
    return static_cast<int>(
        std::count_if(m_findings.begin(), m_findings.end(),
                      [](const app::ImportFinding& finding) { return finding.rejected; }));
}

int FindingTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

int FindingTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingTableModel::cell(const app::ImportFinding& finding, int column) const
{
    switch (column) {
        case SeverityColumn:
            return finding.rejected ? tr("not taken") : tr("look again");
        case FileColumn:
            return finding.file.empty() ? tr("all files") : text(finding.file);
        case LineColumn:
            return finding.line > 0 ? QVariant(finding.line) : QVariant();
        case FieldColumn:
            return text(finding.column);
        case ValueColumn:
            return text(finding.value);
        case ReasonColumn:
            return findingText(finding);
        default:
            return {};
    }
}

QVariant FindingTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::ImportFinding& finding = m_findings[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
            return cell(finding, column);
        case SortRole:
            return column == SeverityColumn ? finding.rejected ? 0 : 1 : cell(finding, column);
        case Qt::ToolTipRole:
            return column == ReasonColumn || column == ValueColumn ? cell(finding, column)
                                                                   : QVariant();
        case ToneRole:
            if (column != SeverityColumn)
                return {};
            return finding.rejected ? QStringLiteral("problem") : QStringLiteral("warning");
        case Qt::TextAlignmentRole:
            return static_cast<int>((column == LineColumn ? Qt::AlignRight : Qt::AlignLeft) |
                                    Qt::AlignVCenter);
        default:
            return {};
    }
}

QVariant FindingTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == LineColumn ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
        case SeverityColumn:
            return tr("Result");
        case FileColumn:
            return tr("File");
        case LineColumn:
            return tr("Line");
        case FieldColumn:
            return tr("Column");
        case ValueColumn:
            return tr("Value");
        case ReasonColumn:
            return tr("Why");
        default:
            return {};
    }
}

void FindingFilterModel::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

void FindingFilterModel::setSearch(const QString& words)
{
    m_search = words.trimmed();
    invalidateFilter();
}

bool FindingFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    const auto* model = static_cast<const FindingTableModel*>(sourceModel());
    const app::ImportFinding& finding = model->findings()[static_cast<std::size_t>(sourceRow)];
    if (m_show != Show::All && finding.rejected != (m_show == Show::Rejected))
        return false;
    if (m_search.isEmpty())
        return true;
    for (int column = 0; column < FindingTableModel::ColumnCount; ++column)
        if (model->index(sourceRow, column, sourceParent)
                .data()
                .toString()
                .contains(m_search, Qt::CaseInsensitive))
            return true;
    return false;
}

}  // namespace homeward::ui
