#pragma once

#include <optional>

#include "app/care/placements.h"
#include "app/exchange/exports.h"
#include "app/needs/insight.h"
#include "ui/children/needs/needs_lines_model.h"
#include "ui/children/record/child_tab.h"
#include "ui/shared/pages/live_query.h"

class QLabel;
class QStackedWidget;

namespace homeward::ui {

class Banner;
class Card;
class ChartPage;
struct ChartContent;
class NeedsChart;
class SegmentedChoice;
class TableView;
struct ChartFigure;

/// How this child's needs changed, over the places the child lived in.
class OverTimeTab : public ChildTab {
    Q_OBJECT
public:
    explicit OverTimeTab(const PageContext& context, QWidget* parent = nullptr);

    void showChild(const app::ChildPage& page) override;
    bool print() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    ChartContent content();
    void buildChart();
    Card* buildChange();
    void buildTools();
    /// What one reading gives.
    struct OverTime {
        app::ChildOverTime needs;
        app::PlacementHistory placements;
    };
    Result<OverTime> read(app::Session& session) const;
    void take(const Result<OverTime>& read);
    void showLines();
    void showTable(bool table);
    NeedsGrouping grouping() const;
    ChartFigure figure() const;

    app::ChildPage m_page;
    std::optional<app::ChildOverTime> m_needs;
    app::PlacementHistory m_placements;
    LiveQuery<OverTime> m_reading;

    Banner* m_banner;
    ChartPage* m_chartPage = nullptr;
    QLabel* m_spreadNote = nullptr;
    NeedsChart* m_chart = nullptr;
    NeedsLinesModel* m_allLines;
    NeedsLinesModel* m_changes;
    TableView* m_table = nullptr;
    TableView* m_changeTable = nullptr;
    Card* m_changeCard = nullptr;
    SegmentedChoice* m_grouping = nullptr;
    QWidget* m_charted = nullptr;
    QWidget* m_empty = nullptr;
    QStackedWidget* m_whole = nullptr;
};

}  // namespace homeward::ui
