#pragma once

#include "app/care/placements.h"
#include "ui/children/record/child_tab.h"
#include "ui/shared/pages/live_query.h"

class QCheckBox;
class QLabel;
class QMenu;
class QPushButton;

namespace homeward::ui {

class Banner;
class PlacementActs;
class PlacementBand;
class PlacementsTableModel;
class TableView;

/// Where the child has lived: along time and as a table.
class PlacementsTab : public ChildTab {
    Q_OBJECT
public:
    explicit PlacementsTab(const PageContext& context, QWidget* parent = nullptr);

    void showChild(const app::ChildPage& page) override;
    bool print() override;

private:
    void buildTools();
    void take(const Result<app::PlacementHistory>& history);
    void showRowOfBlock(int block);
    void showBlockOfRow();
    void buildActs();
    void showRows();
    void showSummary();
    /// Null: none.
    const app::PlacementRow* selected() const;
    void fillActs();

    app::ChildPage m_page;
    app::PlacementHistory m_history;
    LiveQuery<app::PlacementHistory> m_reading;

    Banner* m_banner;
    PlacementActs* m_acts;
    PlacementBand* m_band;
    QLabel* m_summary;
    QLabel* m_notes;  ///< outside the terms, notice given
    PlacementsTableModel* m_model;
    TableView* m_view;
    QCheckBox* m_showWithdrawn;
    QMenu* m_menu = nullptr;
    QPushButton* m_end = nullptr;
    QPushButton* m_find = nullptr;
};

}  // namespace homeward::ui
