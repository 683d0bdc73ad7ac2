#pragma once

#include <QCoreApplication>
#include <vector>

#include "domain/account.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// Accounts of the authority, removed ones last.
class AccountTableModel final : public RowTable<Account> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::AccountTableModel)
public:
    enum Column { PersonColumn, NameColumn, RoleColumn, StateColumn };
    explicit AccountTableModel(QObject* parent = nullptr);

    /// `own`: the account that is signed in, marked as "you".
    void setAccounts(std::vector<Account> accounts, const AccountId& own);
    /// Null: no such account.
    const Account* find(const QString& id) const;

private:
    AccountId m_own;
};

}  // namespace homeward::ui
