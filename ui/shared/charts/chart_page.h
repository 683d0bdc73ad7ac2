#pragma once

#include "ui/shared/charts/chart_tools.h"
#include "ui/shared/look/card.h"

class QAbstractItemModel;
class QStackedWidget;

namespace homeward::ui {

class Markup;
class TableView;

/// What every page with a chart has: a title, how many children (or assessments) stand behind it,
/// the chart and the same as a table, and the tools that copy, export and print whichever is shown.
/// The page gives what leaves (ChartContent) and places the tools.
class ChartPage final : public Card {
    Q_OBJECT
public:
    enum View { Chart, Table, Instead };

    ChartPage(const PageContext& context, Banner* banner, const QString& title,
              ChartContent content, QWidget* parent);

    /// `instead` stands where there is nothing that may be shown; may be null.
    void setViews(QWidget* chart, TableView* table, QWidget* instead = nullptr);
    void show(View view);
    View shown() const;
    /// How many stand behind it, from when to when.
    void setCounted(const QString& words) { setSubtitle(words); }
    ChartTools* tools() const { return m_tools; }

    /// Notes that stand with every figure that leaves, after `notes`: that data are invented.
    QStringList notesAfter(QStringList notes) const;

signals:
    /// Table, or chart, is asked for with the tools.
    void tableWanted(bool table);

private:
    const PageContext m_context;
    QStackedWidget* m_views;
    ChartTools* m_tools;
};

/// A figure as a page of paper: its title, its notes, and the table with what it shows.
Markup chartPaper(const QString& title, const QStringList& notes, const QAbstractItemModel& table);

}  // namespace homeward::ui
