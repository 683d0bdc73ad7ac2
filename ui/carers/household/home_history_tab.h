#pragma once

#include <QWidget>

#include "app/records/homes.h"
#include "app/trust/audit_trail.h"
#include "ui/shared/pages/live_query.h"
#include "ui/shared/pages/page.h"

namespace homeward::ui {

class HistoryView;

/// Who changed this home, when and what.
class HomeHistoryTab : public QWidget {
    Q_OBJECT
public:
    explicit HomeHistoryTab(const PageContext& context, QWidget* parent = nullptr);
    /// Read when the tab is next seen.
    void showHome(const app::HomePage& page);
    HistoryView* history() const { return m_history; }

private:
    void take(const Result<std::vector<app::AuditRow>>& rows);
    PageContext m_context;
    app::HomePage m_page;
    HistoryView* m_history;
    LiveQuery<std::vector<app::AuditRow>> m_rows;
};

}  // namespace homeward::ui
