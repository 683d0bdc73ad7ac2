#pragma once

#include "app/trust/audit_trail.h"
#include "app/trust/verify.h"
#include "support/result.h"
#include "ui/admin/admin_section.h"
#include "ui/shared/pages/live_query.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace homeward::ui {

class AuditTableModel;
class Card;
class JobProgress;
class TableView;

/// Who changed what, and whether the trail that says so is whole.
class AuditSection final : public AdminSection {
    Q_OBJECT
public:
    explicit AuditSection(const PageContext& context, QWidget* parent = nullptr);

    void enter() override;

private:
    QWidget* buildConflicts();
    QWidget* buildVerify();
    QWidget* buildRecent();
    void take(const Result<std::vector<app::AuditRow>>& rows);
    void readConflicts();
    void decide();
    void verify();
    void showVerdict(const Result<app::VerifyReport>& verdict);
    void showOlder();
    void showCount();

    LiveQuery<std::vector<app::AuditRow>> m_rows;
    AuditTableModel* m_model = nullptr;  ///< Null without the right.
    Card* m_conflicts = nullptr;
    QLabel* m_conflictText = nullptr;
    QLineEdit* m_reason = nullptr;
    QPushButton* m_decideButton = nullptr;
    Card* m_recent = nullptr;
    QLineEdit* m_search = nullptr;
    QPushButton* m_verifyButton = nullptr;
    Banner* m_verdict = nullptr;
    JobProgress* m_progress = nullptr;
    QLabel* m_extent = nullptr;
    QPushButton* m_olderButton = nullptr;
    int m_limit = 0;       ///< rows asked for
    qint64 m_written = 0;  ///< rows there are
};

}  // namespace homeward::ui
