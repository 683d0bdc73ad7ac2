#include "ui/admin/accounts/account_table_model.h"

namespace homeward::ui {

AccountTableModel::AccountTableModel(QObject* parent) : RowTable(parent)
{
    using Row = Account;
    setColumns({
        column("person", tr("Person"),
               [this](const Row& row) {
                   return row.id == m_own ? tr("%1 (you)").arg(text(row.personName))
                                          : text(row.personName);
               })
            .ems(12)
            .share(220),
        column("name", tr("Account name"), &Row::name).share(160),
        column("role", tr("Role"), [](const Row& row) { return label(row.role); }).share(160),
        column("state", tr("State"),
               [](const Row& row) { return row.active ? tr("active") : tr("removed"); })
            .sortedBy([](const Row& row) { return !row.active; })
            .tone([](const Row& row) {
                return row.active ? QStringLiteral("good") : QStringLiteral("muted");
            })
            .fits({tr("active"), tr("removed")})
            .share(120)
            .first(),
    });
    eachRow(RecordIdRole, &Row::id);
    eachRow(MutedRole, [](const Row& row) { return !row.active; });
}

void AccountTableModel::setAccounts(std::vector<Account> accounts, const AccountId& own)
{
    m_own = own;
    setRows(std::move(accounts));
}

const Account* AccountTableModel::find(const QString& id) const
{
    return findRow([&](const Account& account) { return text(account.id.value) == id; });
}

}  // namespace homeward::ui
