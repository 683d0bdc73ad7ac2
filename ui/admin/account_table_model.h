#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "domain/account.h"

namespace homeward::ui {

/// Accounts of the authority, removed ones last.
class AccountTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { PersonColumn, NameColumn, RoleColumn, StateColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    /// `own`: the account that is signed in, marked as "you".
    void setAccounts(std::vector<Account> accounts, const AccountId& own);
    const std::vector<Account>& accounts() const { return m_accounts; }
    /// Null: no such account.
    const Account* find(const QString& id) const;
    int rowOf(const QString& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const Account& account, int column) const;

    std::vector<Account> m_accounts;
    AccountId m_own;
};

}  // namespace homeward::ui
