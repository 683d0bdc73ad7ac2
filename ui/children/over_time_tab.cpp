#include "ui/children/over_time_tab.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPrinter>
#include <QPushButton>
#include <QStackedWidget>

#include "ui/shared/csv_export.h"
#include "ui/children/needs_chart.h"
#include "ui/shared/charts/chart_export.h"
#include "ui/shared/segmented_choice.h"
#include "ui/shared/banner.h"
#include "ui/shared/card.h"
#include "ui/shared/cells/cell_delegate.h"
#include "ui/shared/cells/unknown_last_model.h"
#include "ui/shared/export_door.h"
#include "ui/shared/format.h"
#include "ui/shared/frozen_column.h"
#include "ui/shared/table_view.h"

namespace homeward::ui {
namespace {

TableView* linesTable(const QString& key, const QString& name, NeedsLinesModel* model,
                      QWidget* parent)
{
    auto* view = new TableView(key, parent);
    auto* sorted = new UnknownLastModel(view);
    sorted->setSourceModel(model);
    view->setModel(sorted);
    view->setAccessibleName(name);
    view->setItemDelegate(new CellDelegate(view));
    // In the framework's order until a heading is clicked.
    view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    view->horizontalHeader()->setSortIndicatorClearable(true);
    return view;
}

}  // namespace

OverTimeTab::OverTimeTab(const PageContext& context, QWidget* parent)
    : ChildTab(context, parent),
      m_reading(
          this, context,
          {app::Aggregate::Assessment, app::Aggregate::Placement, app::Aggregate::CareHistory},
          [this](app::Session& session) { return read(session); },
          [this](const Result<OverTime>& read) { take(read); }),
      m_banner(new Banner(this)),
      m_allLines(new NeedsLinesModel(NeedsLinesModel::Form::EveryAssessment, this)),
      m_changes(new NeedsLinesModel(NeedsLinesModel::Form::FirstToLatest, this))
{
    m_reading.setConcerns(
        [this](const auto& changes) { return changes.concerns(m_page.child.id.value); });
    m_charted = new QWidget(this);
    auto* halves = new QHBoxLayout(m_charted);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(16);
    halves->addWidget(buildChart(), 1);
    halves->addWidget(buildChange());
    m_empty = new EmptyState(QStringLiteral("chart"), tr("No needs assessment yet"),
                             tr("When the first one is completed, its levels show here; from the "
                                "second on, how they change."),
                             {}, this);
    m_whole = new QStackedWidget(this);
    m_whole->addWidget(m_charted);
    m_whole->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_banner);
    layout->addWidget(m_whole, 1);
    buildTools();
}

Card* OverTimeTab::buildChart()
{
    m_chartCard = new Card(tr("Needs over time"), this);
    m_grouping =
        new SegmentedChoice(tr("Lines"), {tr("Outcomes"), tr("Domains"), tr("Total")}, this);
    m_grouping->setObjectName(QStringLiteral("groupingChoice"));
    m_chartCard->headerTools()->addWidget(m_grouping);
    connect(m_grouping, &SegmentedChoice::chosen, this, &OverTimeTab::showLines);
    m_chart = new NeedsChart(m_chartCard);
    m_table = linesTable(QString(), tr("Needs at every assessment"), m_allLines, m_chartCard);
    m_table->setObjectName(QStringLiteral("needsTable"));
    new FrozenColumn(*m_table);
    m_views = new QStackedWidget(m_chartCard);
    auto* charted = new QWidget(m_views);
    auto* column = new QVBoxLayout(charted);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_chart, 1);
    m_spreadNote = new QLabel(tr("Lines on the same value are drawn side by side."), charted);
    m_spreadNote->setObjectName(QStringLiteral("spreadNote"));
    setRole(m_spreadNote, "muted");
    column->addWidget(m_spreadNote);
    m_views->addWidget(charted);
    m_views->addWidget(m_table);
    m_chartCard->body()->addWidget(m_views, 1);
    return m_chartCard;
}

Card* OverTimeTab::buildChange()
{
    auto* card = new Card(tr("First to latest"), this);
    m_changeTable = linesTable(QStringLiteral("child/change"), tr("Change from first to latest"),
                               m_changes, card);
    m_changeTable->setObjectName(QStringLiteral("changeTable"));
    card->body()->addWidget(m_changeTable, 1);
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('m'));
    m_changeCard = card;
    m_changeTable->horizontalHeader()->setStretchLastSection(false);
    m_changeTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_changeTable->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 2 + 6);
    const int widths[] = {5 * em, 5 * em + em / 2, 6 * em + em / 2};
    for (int column = 1; column < 4; ++column)
        m_changeTable->setColumnWidth(column, widths[column - 1]);
    return card;
}

void OverTimeTab::buildTools()
{
    auto* row = new QHBoxLayout(tools());
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_tableButton = new QPushButton(tr("Table"), tools());
    m_tableButton->setObjectName(QStringLiteral("tableButton"));
    m_tableButton->setAccessibleName(tr("Show the chart as a table"));
    m_tableButton->setCheckable(true);
    auto* copy = new QPushButton(tr("Copy"), tools());
    copy->setObjectName(QStringLiteral("copyButton"));
    copy->setAccessibleName(tr("Copy the chart or the table"));
    auto* out = new QPushButton(tr("Export"), tools());
    out->setObjectName(QStringLiteral("exportButton"));
    auto* menu = new QMenu(out);
    menu->addAction(tr("&Picture (PNG, SVG or PDF)…"), this, &OverTimeTab::exportPicture);
    menu->addAction(tr("&Table (CSV)…"), this, &OverTimeTab::exportTable);
    out->setMenu(menu);
    for (QWidget* part : std::initializer_list<QWidget*>{m_tableButton, copy, out})
        row->addWidget(part);
    connect(m_tableButton, &QPushButton::toggled, this, &OverTimeTab::showTable);
    connect(copy, &QPushButton::clicked, this, &OverTimeTab::copyChart);
}

void OverTimeTab::showChild(const app::ChildPage& page)
{
    const bool another = page.child.id != m_page.child.id;
    m_page = page;
    if (!another)
        return;
    m_banner->hide();
    m_table->setExport(QStringLiteral("needs-over-time"), page.child.id);
    m_changeTable->setExport({}, page.child.id);
    m_reading.read();
}

Result<OverTimeTab::OverTime> OverTimeTab::read(app::Session& session) const
{
    auto needs = app::childOverTime(session, m_page.child.id);
    if (!needs)
        return needs.error();
    auto placements = app::placementsOf(session, m_page.child.id);
    if (!placements)
        return placements.error();
    return OverTime{std::move(*needs), std::move(*placements)};
}

void OverTimeTab::take(const Result<OverTime>& read)
{
    m_needs.reset();
    if (!read)
        return m_banner->showError(read.error());
    m_needs = read->needs;
    m_placements = read->placements;
    const std::size_t count = m_needs->needs.dates.size();
    m_whole->setCurrentWidget(count == 0 ? m_empty : m_charted);
    tools()->setEnabled(count > 0);
    m_chartCard->setSubtitle(
        count < 2 ? tr("One assessment so far; a line needs two")
                  : tr("%n assessment(s), %1 to %2", nullptr, static_cast<int>(count))
                        .arg(dateText(m_needs->needs.dates.front()),
                             dateText(m_needs->needs.dates.back())));
    showLines();
}

NeedsGrouping OverTimeTab::grouping() const
{
    switch (m_grouping->current()) {
        case 1:
            return NeedsGrouping::Domains;
        case 2:
            return NeedsGrouping::Total;
        default:
            return NeedsGrouping::Outcomes;
    }
}

void OverTimeTab::showLines()
{
    if (!m_needs)
        return;
    const auto& framework = m_needs->framework;
    const std::vector<NeedsLine> lines = needsLines(m_needs->needs, framework, grouping());
    const double highest = grouping() == NeedsGrouping::Total
                               ? static_cast<double>(framework.domains.size() * (kLevelCount - 1))
                               : kLevelCount - 1;
    m_chart->show(m_needs->needs.dates, lines, highest, m_placements.rows,
                  m_context.session.today());
    m_spreadNote->setVisible(m_chart->drawsSideBySide());
    m_allLines->setLines(m_needs->needs.dates, lines);
    std::vector<NeedsLine> changes = needsLines(
        m_needs->needs, framework,
        grouping() == NeedsGrouping::Outcomes ? NeedsGrouping::Outcomes : NeedsGrouping::Domains);
    const auto total = needsLines(m_needs->needs, framework, NeedsGrouping::Total);
    changes.insert(changes.end(), total.begin(), total.end());
    m_changes->setLines(m_needs->needs.dates, std::move(changes));
    m_table->setColumnWidth(0, fontMetrics().horizontalAdvance(QLatin1Char('m')) * 22);
}

void OverTimeTab::showTable(bool table)
{
    m_views->setCurrentWidget(table ? static_cast<QWidget*>(m_table) : m_chart->parentWidget());
}

ChartFigure OverTimeTab::figure() const
{
    QStringList notes{tr("Case number %1").arg(text(m_page.child.caseNumber))};
    if (m_needs && !m_needs->needs.dates.empty())
        notes.append(tr("%1 to %2 · blocks below: where the child lived")
                         .arg(dateText(m_needs->needs.dates.front()),
                              dateText(m_needs->needs.dates.back())));
    if (m_context.session.authority().demonstration)
        notes.append(tr("Invented data"));
    return {m_chart, tr("Needs of %1 over time").arg(text(m_page.summary.displayName)), notes};
}

void OverTimeTab::copyChart()
{
    const bool table = m_tableButton->isChecked();
    if (table)
        m_table->selectAll();
    const bool copied =
        table ? m_table->copySelection() : door().toClipboard(toImage(figure()), record());
    if (copied)
        m_banner->show(Banner::Tone::Success, table ? tr("Table copied") : tr("Picture copied"),
                       {});
}

ExportDoor OverTimeTab::door()
{
    return ExportDoor(m_context, this, m_banner);
}

app::ExportRecord OverTimeTab::record() const
{
    return {{}, "needs-over-time", 1, m_page.child.id};
}

void OverTimeTab::exportPicture()
{
    door().toFile({tr("Save the picture"), tr("needs-%1.png").arg(text(m_page.child.caseNumber)),
                   tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)")},
                  record(),
                  [this](const QString& ending) { return figureBytes(figure(), ending); });
}

void OverTimeTab::exportTable()
{
    ui::exportTable(m_context, this, *m_banner,
                    tr("needs-%1.csv").arg(text(m_page.child.caseNumber)), *m_table);
}

bool OverTimeTab::print()
{
    if (!m_needs || m_needs->needs.dates.empty())
        return false;
    QPrinter printer;
    printer.setPageOrientation(QPageLayout::Landscape);
    door().toPaper(printer, figure().title, record(),
                   [this](QPagedPaintDevice& device) { printFigure(figure(), device); });
    return true;
}

void OverTimeTab::resizeEvent(QResizeEvent* event)
{
    ChildTab::resizeEvent(event);
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('m'));
    m_changeCard->setFixedWidth(qMin(36 * em, width() * 2 / 5));
}

}  // namespace homeward::ui
