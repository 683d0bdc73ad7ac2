#pragma once

#include "ui/admin/admin_section.h"
#include "ui/shared/pages/live_query.h"

class QComboBox;
class QLabel;

namespace homeward::ui {

class PostcodeCard;

/// The authority itself: where it is, who has a key, when it locks, the way to another one.
class AuthoritySection final : public AdminSection {
    Q_OBJECT
public:
    explicit AuthoritySection(const PageContext& context, QWidget* parent = nullptr);

    void enter() override;

private:
    void take(const Result<std::vector<Account>>& accounts);
    QWidget* buildFacts();
    QWidget* buildLock();
    QWidget* buildOthers();

    LiveQuery<std::vector<Account>> m_reading;
    QLabel* m_accounts;
    PostcodeCard* m_postcodes;
    QComboBox* m_lock;
};

}  // namespace homeward::ui
