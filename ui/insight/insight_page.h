#pragma once

#include <memory>

#include "app/exchange/exports.h"
#include "app/needs/insight.h"
#include "ui/insight/children_behind_model.h"
#include "ui/insight/needs_change_model.h"
#include "ui/shared/pages/live_query.h"
#include "ui/shared/pages/page.h"

class QAbstractItemModel;
class QBoxLayout;
class QLabel;
class QStackedWidget;

namespace homeward::ui {

class Banner;
class ChangeDetail;
class ChartPage;
class ChildrenBehindView;
class CohortFilter;
class EmptyState;
class FigureCard;
class NeedsChangeBars;
class PageHeader;
class PublishedFigure;
class Markup;
class TableView;
struct ChartContent;

/// "Are needs reducing?": change in need per domain for a cohort, and the children behind each bar.
/// Parts: "chart", "table", "behind/<domain key>" (nothing after the slash: all domains together).
class InsightPage final : public Page {
    Q_OBJECT
public:
    InsightPage(const PageContext& context, QWidget* parent);

    void open(const Place& place) override;
    Place place() const override;
    bool print() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHeader();
    QWidget* buildOverview();
    void connectOverview();
    QWidget* buildSide();
    QWidget* buildChartTools();

    void take(const Result<std::shared_ptr<const app::InsightData>>& read);
    void answer();
    void showFigures();
    void showFacts();
    void showPart(const QString& part);
    void fitToWidth();
    void showBehind(const std::string& domainKey);
    void showDetail(int row);
    void goTo(const QString& part);
    void setOrder(ChangeOrder order, ChangeMeasure measure);

    std::unique_ptr<PublishedFigure> published() const;
    QString groupText() const;
    QStringList groupNotes() const;
    bool showsBehind() const;
    const QAbstractItemModel& shownTable() const;
    app::ExportRecord exportRecord() const;
    ChartContent content();
    Markup paper() const;

    PageContext m_context;
    LiveQuery<std::shared_ptr<const app::InsightData>> m_reading;
    std::shared_ptr<const app::InsightData> m_data;
    analytics::NeedsChange m_change;
    QString m_part;

    NeedsChangeModel* m_model;
    PageHeader* m_header;
    Banner* m_banner;
    CohortFilter* m_filter;
    QStackedWidget* m_stack;  ///< overview, children behind, empty
    QWidget* m_overview;
    ChildrenBehindView* m_behind;
    EmptyState* m_empty;
    ChartPage* m_chartPage;  ///< chart, table, or that there are too few children
    NeedsChangeBars* m_bars;
    TableView* m_table;
    QLabel* m_note;
    QWidget* m_chartTools;
    QWidget* m_side;
    QBoxLayout* m_columns;
    FigureCard* m_cohortCard;
    FigureCard* m_assessedCard;
    FigureCard* m_comparableCard;
    ChangeDetail* m_detail;
};

}  // namespace homeward::ui
