// What leaves the insight page: copies, files and prints. Figures of groups leave as published, the
// children behind one as records.
#include <QAction>
#include <QMenu>
#include <QPagedPaintDevice>
#include <QPrinter>
#include <QPushButton>

#include "ui/insight/children_behind_view.h"
#include "ui/insight/cohort_filter.h"
#include "ui/insight/insight_page.h"
#include "ui/insight/needs_change_bars.h"
#include "ui/insight/published_figure.h"
#include "ui/shared/banner.h"
#include "ui/shared/charts/chart_export.h"
#include "ui/shared/export_door.h"
#include "ui/shared/format.h"
#include "ui/shared/plain_words.h"
#include "ui/shared/table_view.h"

namespace homeward::ui {

namespace {

Markup tableOf(const QAbstractItemModel& model)
{
    Markup table(QStringLiteral("<table border=\"0\" cellspacing=\"0\" cellpadding=\"4\"><tr>"));
    for (int column = 0; column < model.columnCount(); ++column)
        table += Markup(QStringLiteral("<th align=\"left\">%1</th>"),
                        {model.headerData(column, Qt::Horizontal).toString()});
    for (int row = 0; row < model.rowCount(); ++row) {
        table += Markup(QStringLiteral("</tr><tr>"));
        for (int column = 0; column < model.columnCount(); ++column)
            table +=
                Markup(QStringLiteral("<td>%1</td>"), {model.index(row, column).data().toString()});
    }
    table += Markup(QStringLiteral("</tr></table>"));
    return table;
}

QString csvAsTabs(const QAbstractItemModel& model)
{
    QStringList lines;
    for (int row = -1; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << (row < 0 ? model.headerData(column, Qt::Horizontal).toString()
                              : model.index(row, column).data().toString());
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace

void InsightPage::buildActions()
{
    auto* copy = new QMenu(m_copyButton);
    copy->addAction(tr("Copy the picture"), this, &InsightPage::copyPicture)
        ->setObjectName(QStringLiteral("copyPictureAction"));
    copy->addAction(tr("Copy the table"), this, &InsightPage::copyTable)
        ->setObjectName(QStringLiteral("copyTableAction"));
    m_copyButton->setMenu(copy);
    auto* out = new QMenu(m_exportButton);
    out->addAction(tr("Picture (PNG, SVG or PDF)…"), this, &InsightPage::exportPicture)
        ->setObjectName(QStringLiteral("exportPictureAction"));
    out->addAction(tr("Table (CSV)…"), this, &InsightPage::exportTable)
        ->setObjectName(QStringLiteral("exportTableAction"));
    m_exportButton->setMenu(out);
    // A list of children has no picture.
    const auto fit = [this](QMenu* menu) {
        menu->actions().constFirst()->setVisible(!m_part.startsWith(QLatin1String("behind/")));
    };
    connect(copy, &QMenu::aboutToShow, this, [copy, fit] { fit(copy); });
    connect(out, &QMenu::aboutToShow, this, [out, fit] { fit(out); });
}

std::unique_ptr<PublishedFigure> InsightPage::published() const
{
    return std::make_unique<PublishedFigure>(app::publishedChange(*m_data, m_filter->cohort()),
                                             m_data->framework, m_model->order(),
                                             m_model->measure(), m_bars->size());
}

/// Which children, of which day.
QStringList InsightPage::groupNotes() const
{
    QStringList notes;
    notes << tr("Group: %1 · as of %2").arg(cohortText(m_filter->cohort()), dateText(m_data->asOf));
    if (m_context.session.authority().demonstration)
        notes << tr("Invented data");
    return notes;
}

void InsightPage::tellCopied(const QString& what)
{
    const bool behind = m_part.startsWith(QLatin1String("behind/"));
    m_banner->show(Banner::Tone::Success, what, behind ? QString() : roundedText());
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

ExportDoor InsightPage::door()
{
    return ExportDoor(m_context, this, m_banner);
}

/// Of the table that is shown; a picture is of the figures, never of the children behind them.
app::ExportRecord InsightPage::exportRecord() const
{
    return {{},
            showsBehind() ? "insight/childrenBehind" : "trend",
            static_cast<std::size_t>(shownTable().rowCount()),
            {}};
}

void InsightPage::copyPicture()
{
    if (m_data && door().toClipboard(toImage(published()->figure(groupNotes())), exportRecord()))
        tellCopied(tr("Picture copied"));
}

void InsightPage::copyTable()
{
    if (!m_data)
        return;
    const QString table = showsBehind()
                              ? csvAsTabs(*m_behind->table()->model())
                              : csvAsTabs(published()->model()) + roundedText() + QLatin1Char('\n');
    if (door().toClipboard(table, exportRecord()))
        tellCopied(tr("Table copied"));
}

void InsightPage::exportPicture()
{
    door().toFile({tr("Save the picture"), tr("needs change.png"),
                   tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)")},
                  exportRecord(), [this](const QString& ending) {
                      return figureBytes(published()->figure(groupNotes()), ending);
                  });
}

void InsightPage::exportTable()
{
    const bool behind = showsBehind();
    door().toSpreadsheet(
        {tr("Save the table"),
         behind ? tr("children behind the figure.csv") : tr("needs change.csv"),
         tr("Table (*.csv)")},
        exportRecord(),
        behind ? app::childrenBehindCsv(*m_data, m_behind->model().rows())
               : app::needsChangeCsv(*m_data, app::publishedChange(*m_data, m_filter->cohort()),
                                     utf8(roundedText())));
}

bool InsightPage::print()
{
    if (!m_data || !m_printButton->isEnabled())
        return false;
    QPrinter printer(QPrinter::ScreenResolution);
    printer.setResolution(logicalDpiX());
    const bool picture = m_part == QLatin1String("chart");
    printer.setPageOrientation(picture ? QPageLayout::Landscape : QPageLayout::Portrait);
    door().toPaper(printer, tr("Print"), exportRecord(), [&](QPagedPaintDevice& device) {
        if (picture)
            printFigure(published()->figure(groupNotes()), device);
        else
            printTable(device);
    });
    return true;
}

void InsightPage::printTable(QPagedPaintDevice& device) const
{
    const bool behind = showsBehind();
    const auto leaving = published();
    const ChartFigure figure = leaving->figure(groupNotes());
    const QString heading = behind ? m_behind->heading() : figure.title;
    WordsDocument document;
    document.setDefaultFont(font());
    Markup page(QStringLiteral("<h2>%1</h2>"), {heading});
    for (const QString& note : behind ? groupNotes() : figure.notes)
        page += Markup(QStringLiteral("%1<br>"), {note});
    page += tableOf(behind ? *m_behind->table()->model()
                           : static_cast<const QAbstractItemModel&>(leaving->model()));
    setMarkup(document, page);
    document.print(&device);
}

}  // namespace homeward::ui
