#pragma once

#include "ui/children/child_tab.h"

namespace homeward::ui {

class HistoryView;

/// Who changed or looked at this child's record.
class HistoryTab : public ChildTab {
    Q_OBJECT
public:
    explicit HistoryTab(const PageContext& context, QWidget* parent = nullptr);

    void showChild(const app::ChildPage& page) override;
    void shown() override;
    void changed(const app::ChangeSet& changes) override;

private:
    void load();

    app::ChildPage m_page;
    bool m_loaded = false;
    HistoryView* m_history;
};

}  // namespace homeward::ui
