#include "ui/admin/audit_table_model.h"

#include <QCoreApplication>
#include <QLocale>
#include <set>

#include "domain/account.h"
#include "ui/admin/audit_words.h"
#include "ui/shared/history/history_words.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/format.h"

namespace homeward::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::AuditTableModel)
};

QString nameOf(const std::string& field)
{
    if (field == "personName")
        return Words::tr("Person's name");
    if (field == "name")
        return Words::tr("Name");
    if (field == "role")
        return Words::tr("Role");
    if (field == "active")
        return Words::tr("Active");
    if (field == "passphrase")
        return Words::tr("Passphrase");
    if (field == "currentFramework")
        return Words::tr("Current framework");
    if (field == "file")
        return Words::tr("File");
    if (field == "folder")
        return Words::tr("Folder");
    if (field == "madeAt")
        return Words::tr("Moment");
    if (field == "sequence")
        return Words::tr("Last row");
    if (field == "bytes")
        return Words::tr("Bytes");
    return fieldText(field, HistoryNames{});
}

QString wordsFor(const std::string& field, const std::map<std::string, std::string>& values)
{
    const auto found = values.find(field);
    if (found == values.end())
        return {};
    if (field == "role")
        if (const auto role = fromKey<Role>(found->second))
            return label(*role);
    return valueText(field, found->second, HistoryNames{});
}

}  // namespace

QString changedFieldsText(const app::AuditRow& row, const QString& separator)
{
    std::set<std::string> fields;
    for (const auto& [field, value] : row.before)
        fields.insert(field);
    for (const auto& [field, value] : row.after)
        fields.insert(field);
    QStringList lines;
    for (const std::string& field : fields) {
        const QString before = wordsFor(field, row.before);
        const QString after = wordsFor(field, row.after);
        if (before.isEmpty())
            lines << Words::tr("%1: %2").arg(nameOf(field), after);
        else
            lines << Words::tr("%1: %2 → %3")
                         .arg(nameOf(field), before, after.isEmpty() ? QStringLiteral("–") : after);
    }
    return lines.join(separator);
}

void AuditTableModel::setRows(std::vector<app::AuditRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int AuditTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AuditTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AuditTableModel::displayText(const app::AuditRow& row, int column) const
{
    switch (column) {
        case NumberColumn:
            return QLocale().toString(static_cast<qlonglong>(row.sequence));
        case WhenColumn:
            return momentText(row.at);
        case WhoColumn:
            return text(row.personName.empty() ? row.accountName : row.personName);
        case WhatColumn:
            return auditCaseText(row.useCase);
        case RecordColumn:
            return entityText(row.entity);
        case FieldsColumn:
            return changedFieldsText(row, QStringLiteral(" · "));
        default:
            return {};
    }
}

QVariant AuditTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::AuditRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
            return displayText(row, column);
        case SortRole:
            if (column == NumberColumn)
                return static_cast<qlonglong>(row.sequence);
            return column == WhenColumn ? QVariant(static_cast<qlonglong>(row.at.msSinceEpoch))
                                        : displayText(row, column);
        case RecordIdRole:
            return text(row.entityId);
        case Qt::ToolTipRole:
            return column == FieldsColumn ? changedFieldsText(row, QStringLiteral("\n"))
                                          : QVariant();
        case MutedRole:
            return column == NumberColumn;
        case Qt::TextAlignmentRole:
            return static_cast<int>((column == NumberColumn ? Qt::AlignRight : Qt::AlignLeft) |
                                    Qt::AlignVCenter);
        default:
            return {};
    }
}

QVariant AuditTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == NumberColumn ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
        case NumberColumn:
            return tr("Row");
        case WhenColumn:
            return tr("When");
        case WhoColumn:
            return tr("Who");
        case WhatColumn:
            return tr("What");
        case RecordColumn:
            return tr("Record");
        case FieldsColumn:
            return tr("What changed");
        default:
            return {};
    }
}

}  // namespace homeward::ui
