#include "ui/admin/import_file_model.h"

#include <QLocale>

#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/format.h"

namespace homeward::ui {

namespace {

QString yearText(int startYear)
{
    return QStringLiteral("%1/%2").arg(startYear).arg((startYear + 1) % 100, 2, 10,
                                                      QLatin1Char('0'));
}

}  // namespace

void ImportFileModel::setFiles(std::vector<app::ImportFileSummary> files)
{
    beginResetModel();
    m_files = std::move(files);
    endResetModel();
}

int ImportFileModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

int ImportFileModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportFileModel::value(const app::ImportFileSummary& file, int column) const
{
    switch (column) {
        case FileColumn:
            return text(file.file);
        case KindColumn:
            return file.isHeader ? tr("header") : tr("episodes");
        case YearColumn:
            return file.year;
        case RowsColumn:
            return file.rows;
        case CreatedColumn:
            return file.created;
        case ChangedColumn:
            return file.changed;
        case LeftColumn:
            return file.left;
        case RejectedColumn:
            return file.rejected;
        default:
            return {};
    }
}

QVariant ImportFileModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::ImportFileSummary& file = m_files[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
            if (column == YearColumn)
                return yearText(file.year);
            if (column > YearColumn)
                return QLocale().toString(value(file, column).toInt());
            return value(file, column);
        case SortRole:
            return value(file, column);
        case StrongRole:
            return column == RejectedColumn && file.rejected > 0;
        case MutedRole:
            return column > RowsColumn && value(file, column).toInt() == 0;
        case Qt::TextAlignmentRole:
            return static_cast<int>((column > YearColumn ? Qt::AlignRight : Qt::AlignLeft) |
                                    Qt::AlignVCenter);
        default:
            return {};
    }
}

QVariant ImportFileModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section > YearColumn ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
        case FileColumn:
            return tr("File");
        case KindColumn:
            return tr("Kind");
        case YearColumn:
            return tr("Year");
        case RowsColumn:
            return tr("Rows");
        case CreatedColumn:
            return tr("New");
        case ChangedColumn:
            return tr("Changed");
        case LeftColumn:
            return tr("Unchanged");
        case RejectedColumn:
            return tr("Not taken");
        default:
            return {};
    }
}

}  // namespace homeward::ui
