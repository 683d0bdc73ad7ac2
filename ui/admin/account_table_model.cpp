#include "ui/admin/account_table_model.h"

#include <algorithm>

#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/format.h"

namespace homeward::ui {

void AccountTableModel::setAccounts(std::vector<Account> accounts, const AccountId& own)
{
    beginResetModel();
    m_accounts = std::move(accounts);
    m_own = own;
    endResetModel();
}

int AccountTableModel::rowOf(const QString& id) const
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&](const Account& a) { return text(a.id.value) == id; });
    return found == m_accounts.end() ? -1 : static_cast<int>(found - m_accounts.begin());
}

const Account* AccountTableModel::find(const QString& id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_accounts[static_cast<std::size_t>(row)];
}

int AccountTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_accounts.size());
}

int AccountTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AccountTableModel::displayText(const Account& account, int column) const
{
    switch (column) {
        case PersonColumn:
            return account.id == m_own ? tr("%1 (you)").arg(text(account.personName))
                                       : text(account.personName);
        case NameColumn:
            return text(account.name);
        case RoleColumn:
            return label(account.role);
        case StateColumn:
            return account.active ? tr("active") : tr("removed");
        default:
            return {};
    }
}

QVariant AccountTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Account& account = m_accounts[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return displayText(account, index.column());
        case SortRole:
            return index.column() == StateColumn ? QVariant(account.active ? 0 : 1)
                                                 : QVariant(displayText(account, index.column()));
        case RecordIdRole:
            return text(account.id.value);
        case MutedRole:
            return !account.active;
        case ToneRole:
            if (index.column() == StateColumn)
                return account.active ? QStringLiteral("good") : QStringLiteral("muted");
            return {};
        default:
            return {};
    }
}

QVariant AccountTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case PersonColumn:
            return tr("Person");
        case NameColumn:
            return tr("Account name");
        case RoleColumn:
            return tr("Role");
        case StateColumn:
            return tr("State");
        default:
            return {};
    }
}

}  // namespace homeward::ui
