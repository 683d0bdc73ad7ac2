#pragma once

#include "domain/account.h"
#include "support/result.h"
#include "ui/admin/accounts/account_table_model.h"
#include "ui/admin/admin_section.h"
#include "ui/shared/pages/live_query.h"

class QBoxLayout;

namespace homeward::ui {

class AccountForm;
class TableView;

/// Who may sign in and with which role.
class AccountsSection final : public AdminSection {
    Q_OBJECT
public:
    explicit AccountsSection(const PageContext& context, QWidget* parent = nullptr);

    void enter() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void take(const Result<std::vector<Account>>& accounts);
    void showCurrent();
    void select(const QString& accountId);
    void add(const Account& account);
    void change(const Account& account);
    void reset();
    void remove();
    void tell(const Result<Done>& done, const QString& title, const QString& words);

    LiveQuery<std::vector<Account>> m_accounts;
    AccountTableModel* m_model = nullptr;  ///< Null without the right.
    TableView* m_table = nullptr;
    AccountForm* m_form = nullptr;
    QBoxLayout* m_columns = nullptr;
};

}  // namespace homeward::ui
