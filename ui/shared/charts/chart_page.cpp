#include "ui/shared/charts/chart_page.h"

#include <QStackedWidget>
#include <QVBoxLayout>
#include <utility>

#include "app/session/session.h"
#include "ui/shared/tables/table_print.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {

ChartPage::ChartPage(const PageContext& context, Banner* banner, const QString& title,
                     ChartContent content, QWidget* parent)
    : Card(title, parent),
      m_context(context),
      m_views(new QStackedWidget(this)),
      m_tools(new ChartTools(context, banner, std::move(content), parent))
{
    body()->addWidget(m_views, 1);
    connect(m_tools, &ChartTools::tableWanted, this, &ChartPage::tableWanted);
}

void ChartPage::setViews(QWidget* chart, TableView* table, QWidget* instead)
{
    m_views->addWidget(chart);
    m_views->addWidget(table);
    if (instead)
        m_views->addWidget(instead);
}

void ChartPage::show(View view)
{
    m_views->setCurrentIndex(view);
}

ChartPage::View ChartPage::shown() const
{
    return static_cast<View>(m_views->currentIndex());
}

QStringList ChartPage::notesAfter(QStringList notes) const
{
    if (m_context.session.authority().demonstration)
        notes << tr("Invented data");
    return notes;
}

Markup chartPaper(const QString& title, const QStringList& notes, const QAbstractItemModel& table)
{
    Markup page(QStringLiteral("<h2>%1</h2>"), {title});
    for (const QString& note : notes)
        page += Markup(QStringLiteral("%1<br>"), {note});
    page += tableMarkup(table);
    return page;
}

}  // namespace homeward::ui
