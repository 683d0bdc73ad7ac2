#pragma once

#include "app/trust/audit_trail.h"
#include "ui/children/record/child_tab.h"
#include "ui/shared/pages/live_query.h"

namespace homeward::ui {

class HistoryView;
class SecondRecord;

/// Who changed or looked at this child's record.
class HistoryTab : public ChildTab {
    Q_OBJECT
public:
    explicit HistoryTab(const PageContext& context, QWidget* parent = nullptr);

    void showChild(const app::ChildPage& page) override;
    bool print() override;

private:
    void take(const Result<std::vector<app::AuditRow>>& rows);

    app::ChildPage m_page;
    SecondRecord* m_second;
    HistoryView* m_history;
    LiveQuery<std::vector<app::AuditRow>> m_rows;
};

}  // namespace homeward::ui
