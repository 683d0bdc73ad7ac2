// What leaves the insight page: copies, files and prints. Figures of groups leave as published, the
// children behind one as records.

#include "ui/insight/children_behind_view.h"
#include "ui/insight/cohort_filter.h"
#include "ui/insight/insight_page.h"
#include "ui/insight/needs_change_bars.h"
#include "ui/insight/published_figure.h"
#include "ui/shared/charts/chart_page.h"
#include "ui/shared/output/csv_export.h"
#include "ui/shared/tables/table_print.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

ChartContent InsightPage::content()
{
    ChartContent content;
    content.figure = [this]() -> std::shared_ptr<const ChartFigure> {
        struct Leaving {
            std::unique_ptr<PublishedFigure> published;
            ChartFigure figure;
        };
        auto leaving = std::make_shared<Leaving>();
        leaving->published = published();
        leaving->figure = leaving->published->figure(groupNotes());
        return {leaving, &leaving->figure};
    };
    content.words = [this] {
        return showsBehind() ? tabsOf(*m_behind->table()->model())
                             : tabsOf(published()->model()) + groupText() + QLatin1Char('\n') +
                                   roundedText() + QLatin1Char('\n');
    };
    content.csv = [this] {
        return showsBehind()
                   ? app::childrenBehindCsv(*m_data, m_behind->model().rows())
                   : app::needsChangeCsv(*m_data, app::publishedChange(*m_data, m_filter->cohort()),
                                         {utf8(groupText()), utf8(roundedText())});
    };
    content.paper = [this] { return paper(); };
    content.record = [this] { return exportRecord(); };
    content.fileName = [this](const QString& ending) {
        if (ending == QLatin1String("csv"))
            return showsBehind() ? tr("children behind the figure.csv") : tr("needs change.csv");
        return tr("needs change.png");
    };
    content.note = [this] { return showsBehind() ? QString() : roundedText(); };
    return content;
}

std::unique_ptr<PublishedFigure> InsightPage::published() const
{
    return std::make_unique<PublishedFigure>(app::publishedChange(*m_data, m_filter->cohort()),
                                             m_data->framework, m_model->order(),
                                             m_model->measure(), m_bars->size());
}

/// Which children, of which day.
QString InsightPage::groupText() const
{
    return tr("Group: %1 · as of %2").arg(cohortText(m_filter->cohort()), dateText(m_data->asOf));
}

QStringList InsightPage::groupNotes() const
{
    const QStringList notes{groupText()};
    return m_chartPage->notesAfter(notes);
}

bool InsightPage::showsBehind() const
{
    return m_part.startsWith(QLatin1String("behind/"));
}

const QAbstractItemModel& InsightPage::shownTable() const
{
    return showsBehind() ? *m_behind->table()->model()
                         : static_cast<const QAbstractItemModel&>(*m_model);
}

/// Of the table that is shown; a picture is of the figures, never of the children behind them.
app::ExportRecord InsightPage::exportRecord() const
{
    return {{},
            showsBehind() ? "insight/childrenBehind" : "trend",
            static_cast<std::size_t>(shownTable().rowCount()),
            {}};
}

bool InsightPage::print()
{
    return m_data && m_chartPage->tools()->print();
}

Markup InsightPage::paper() const
{
    const bool behind = showsBehind();
    const auto leaving = published();
    const ChartFigure figure = leaving->figure(groupNotes());
    return chartPaper(behind ? m_behind->heading() : figure.title,
                      behind ? groupNotes() : figure.notes,
                      behind ? *m_behind->table()->model()
                             : static_cast<const QAbstractItemModel&>(leaving->model()));
}

}  // namespace homeward::ui
