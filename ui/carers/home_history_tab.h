#pragma once

#include <QWidget>

#include "app/homes.h"
#include "ui/shared/page.h"

namespace homeward::ui {

class HistoryView;

/// Who changed this home, when and what.
class HomeHistoryTab : public QWidget {
    Q_OBJECT
public:
    explicit HomeHistoryTab(const PageContext& context, QWidget* parent = nullptr);
    /// Read when the tab is next seen.
    void showHome(const app::HomePage& page);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void load();
    PageContext m_context;
    app::HomePage m_page;
    bool m_loaded = false;
    HistoryView* m_history;
};

}  // namespace homeward::ui
