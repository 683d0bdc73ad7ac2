#include "ui/children/needs/over_time_tab.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>

#include "ui/children/needs/needs_chart.h"
#include "ui/shared/charts/chart_page.h"
#include "ui/shared/fields/segmented_choice.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/output/csv_export.h"
#include "ui/shared/tables/frozen_column.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

/// In the framework's order until a heading is clicked.
TableView* linesTable(const TableNames& names, NeedsLinesModel* model, QWidget* parent)
{
    auto* view = new TableView(names, model, parent);
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
    buildChart();
    halves->addWidget(m_chartPage, 1);
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

void OverTimeTab::buildChart()
{
    m_chartPage = new ChartPage(m_context, m_banner, tr("Needs over time"), content(), this);
    m_grouping =
        new SegmentedChoice(tr("Lines"), {tr("Outcomes"), tr("Domains"), tr("Total")}, this);
    m_grouping->setObjectName(QStringLiteral("groupingChoice"));
    m_chartPage->headerTools()->addWidget(m_grouping);
    connect(m_grouping, &SegmentedChoice::chosen, this, &OverTimeTab::showLines);
    m_table = linesTable({{}, QStringLiteral("needsTable"), tr("Needs at every assessment")},
                         m_allLines, m_chartPage);
    new FrozenColumn(*m_table);
    auto* charted = new QWidget(m_chartPage);
    m_chart = new NeedsChart(charted);
    auto* column = new QVBoxLayout(charted);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_chart, 1);
    m_spreadNote = new QLabel(tr("Where lines coincide their colours take turns."), charted);
    m_spreadNote->setObjectName(QStringLiteral("spreadNote"));
    setRole(m_spreadNote, "muted");
    column->addWidget(m_spreadNote);
    m_chartPage->setViews(charted, m_table);
    connect(m_chartPage, &ChartPage::tableWanted, this, &OverTimeTab::showTable);
}

Card* OverTimeTab::buildChange()
{
    auto* card = new Card(tr("First to latest"), this);
    m_changeTable = linesTable({QStringLiteral("child/change"), QStringLiteral("changeTable"),
                                tr("Change from first to latest")},
                               m_changes, card);
    card->body()->addWidget(m_changeTable, 1);
    m_changeCard = card;
    m_changeTable->setRowLines(2);
    return card;
}

ChartContent OverTimeTab::content()
{
    ChartContent content;
    content.figure = [this] { return std::make_shared<const ChartFigure>(figure()); };
    content.words = [this] { return tabsOf(*m_allLines); };
    content.csv = [this] { return utf8(m_table->toCsv()); };
    content.paper = [this] {
        const ChartFigure shown = figure();
        return chartPaper(shown.title, shown.notes, *m_allLines);
    };
    content.record = [this] {
        const bool table = m_chartPage->shown() == ChartPage::Table;
        const auto rows = static_cast<std::size_t>(table ? m_allLines->rowCount() : 1);
        return app::ExportRecord{{}, "needs-over-time", rows, m_page.child.id};
    };
    content.fileName = [this](const QString& ending) {
        return tr("needs-%1.%2").arg(text(m_page.child.caseNumber), ending);
    };
    content.note = [] { return QString(); };
    return content;
}

void OverTimeTab::buildTools()
{
    auto* row = new QHBoxLayout(tools());
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_chartPage->tools());
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
    m_chartPage->tools()->setUsable(count > 0);
    m_chartPage->setCounted(count < 2
                                ? tr("One assessment so far; a line needs two")
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
                               ? std::max(1, m_needs->needs.total.domains) * (kLevelCount - 1.0)
                               : kLevelCount - 1;
    m_chart->show(m_needs->needs.dates, lines, highest, m_placements.rows,
                  m_context.session.today(), m_needs->needs.frameworkChanges);
    m_spreadNote->setVisible(m_chart->sharesLines());
    m_allLines->setLines(m_needs->needs.dates, lines);
    std::vector<NeedsLine> changes = needsLines(
        m_needs->needs, framework,
        grouping() == NeedsGrouping::Outcomes ? NeedsGrouping::Outcomes : NeedsGrouping::Domains);
    const auto total = needsLines(m_needs->needs, framework, NeedsGrouping::Total);
    changes.insert(changes.end(), total.begin(), total.end());
    m_changes->setLines(m_needs->needs.dates, std::move(changes));
}

void OverTimeTab::showTable(bool table)
{
    m_chartPage->show(table ? ChartPage::Table : ChartPage::Chart);
    m_chartPage->tools()->setShown(table);
}

ChartFigure OverTimeTab::figure() const
{
    QStringList notes{tr("Case number %1").arg(text(m_page.child.caseNumber))};
    if (m_needs && !m_needs->needs.dates.empty())
        notes.append(tr("%1 to %2 · blocks below: where the child lived")
                         .arg(dateText(m_needs->needs.dates.front()),
                              dateText(m_needs->needs.dates.back())));
    return {m_chart, tr("Needs of %1 over time").arg(text(m_page.summary.displayName)),
            m_chartPage->notesAfter(notes)};
}

bool OverTimeTab::print()
{
    return m_chartPage->tools()->print();
}

void OverTimeTab::resizeEvent(QResizeEvent* event)
{
    ChildTab::resizeEvent(event);
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('m'));
    m_changeCard->setFixedWidth(qMin(36 * em, width() * 2 / 5));
}

}  // namespace homeward::ui
