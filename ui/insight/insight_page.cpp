#include "ui/insight/insight_page.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QResizeEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/insight/change_detail.h"
#include "ui/insight/children_behind_view.h"
#include "ui/insight/cohort_filter.h"
#include "ui/insight/figure_card.h"
#include "ui/insight/needs_change_bars.h"
#include "ui/insight/published_figure.h"
#include "ui/shared/charts/chart_page.h"
#include "ui/shared/fields/segmented_choice.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/tables/saved_filters.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

using app::Aggregate;

namespace {

constexpr int kNarrow = 900;  // below this the figures go under the chart
constexpr int kSideWidth = 300;
const auto kBehind = QLatin1String("behind/");

QString shareText(int part, int whole)
{
    return whole > 0 ? QLocale().toString(qRound(100.0 * part / whole)) + QLatin1Char('%')
                     : QStringLiteral("–");
}

using Data = std::shared_ptr<const app::InsightData>;

Result<Data> readData(app::Session& session, const RunControl& control)
{
    Result<app::InsightData> read = app::insightData(session, control);
    if (!read)
        return read.error();
    return Data(std::make_shared<app::InsightData>(std::move(read).value()));
}

}  // namespace

InsightPage::InsightPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      m_context(context),
      m_reading(
          this, context,
          {Aggregate::Assessment, Aggregate::Child, Aggregate::CareHistory, Aggregate::Placement,
           Aggregate::Framework, Aggregate::Home},
          Lane::Long, tr("Reading the needs of all children"), [] { return &readData; },
          [this](const Result<Data>& read) { take(read); }),
      m_part(QStringLiteral("chart"))
{
    setObjectName(QStringLiteral("insightPage"));
    m_model = new NeedsChangeModel(this);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(scroll);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    scroll->setWidget(content);
    auto* root = new QVBoxLayout(this);
    root->setContentsMargins(0, 0, 0, 0);
    root->addWidget(scroll);

    m_banner = new Banner(this);
    buildHeader();
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    m_filter = new CohortFilter(this);
    layout->addWidget(m_filter);
    new SavedFilters(m_context, QStringLiteral("insight"), *m_filter, *m_banner);
    m_filter->restore();
    connect(m_filter, &CohortFilter::filterChanged, this, &InsightPage::answer);

    m_stack = new QStackedWidget(this);
    m_overview = buildOverview();
    m_behind = new ChildrenBehindView(this);
    m_empty = new EmptyState(
        QStringLiteral("insight"), tr("No assessments yet"),
        tr("As soon as children have two completed assessments, this page shows in which parts of "
           "their lives need is going down. Begin on the Needs tab of a child."),
        tr("Go to the children"), this);
    for (QWidget* widget :
         {m_overview, static_cast<QWidget*>(m_behind), static_cast<QWidget*>(m_empty)})
        m_stack->addWidget(widget);
    layout->addWidget(m_stack, 1);
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        emit placeRequested({QStringLiteral("children"), {}, {}});
    });
    connect(m_banner, &Banner::actionRequested, &m_reading, &LiveReading::readNow);
    connect(m_behind, &ChildrenBehindView::backRequested, this,
            [this] { goTo(QStringLiteral("chart")); });
    connect(m_behind, &ChildrenBehindView::childRequested, this, [this](const QString& child) {
        emit placeRequested({QStringLiteral("child"), child, QStringLiteral("over-time")});
    });
}

void InsightPage::buildHeader()
{
    m_header = new PageHeader(this);
    m_header->setTitle(tr("Are needs reducing?"));
    m_chartPage = new ChartPage(m_context, m_banner, tr("Change in assessed need, by domain"),
                                content(), this);
    m_header->actions()->addWidget(m_chartPage->tools());
    connect(m_chartPage, &ChartPage::tableWanted, this, [this](bool table) {
        goTo(table ? QStringLiteral("table") : QStringLiteral("chart"));
    });
}

QWidget* InsightPage::buildChartTools()
{
    auto* tools = new QWidget(this);
    auto* layout = new QHBoxLayout(tools);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto* measure =
        new SegmentedChoice(tr("How change is measured"), {tr("Per cent"), tr("Levels")});
    measure->setObjectName(QStringLiteral("measureChoice"));
    auto* order =
        new SegmentedChoice(tr("Order of the domains"), {tr("By size"), tr("By outcome")});
    order->setObjectName(QStringLiteral("orderChoice"));
    layout->addWidget(measure);
    layout->addWidget(order);
    const auto apply = [this, measure, order] {
        setOrder(order->current() == 0 ? ChangeOrder::BySize : ChangeOrder::ByFramework,
                 measure->current() == 0 ? ChangeMeasure::Percent : ChangeMeasure::Levels);
    };
    connect(measure, &SegmentedChoice::chosen, this, apply);
    connect(order, &SegmentedChoice::chosen, this, apply);
    return tools;
}

QWidget* InsightPage::buildOverview()
{
    auto* overview = new QWidget(this);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, overview);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(16);

    m_chartTools = buildChartTools();
    m_chartPage->headerTools()->addWidget(m_chartTools);
    m_bars = new NeedsChangeBars(m_chartPage);
    m_table =
        new TableView({QStringLiteral("insight/needsChange"), QStringLiteral("needsChangeTable"),
                       tr("Change in assessed need by domain, as a table")},
                      m_model, m_chartPage);
    m_table->setCopy([this] { m_chartPage->tools()->copyTable(); });  // what is shown is exact
    auto* few = new EmptyState(
        QStringLiteral("filter"), tr("Nobody to compare yet"),
        tr("No child of this group has two completed assessments that share a domain. Widen the "
           "filters to see more."),
        tr("Clear all filters"), m_chartPage);
    connect(few, &EmptyState::actionRequested, m_filter, &CohortFilter::clear);
    m_chartPage->setViews(m_bars, m_table, few);
    m_note = new QLabel(m_chartPage);
    m_note->setWordWrap(true);
    setRole(m_note, "muted");
    m_chartPage->body()->addWidget(m_note);
    m_columns->addWidget(m_chartPage, 1);
    m_columns->addWidget(buildSide());

    connectOverview();
    return overview;
}

void InsightPage::connectOverview()
{
    connect(m_bars, &NeedsChangeBars::barActivated, this, [this](const std::string& domainKey) {
        const int row = m_model->rowOf(domainKey);
        if (row >= 0 && !m_model->rows()[static_cast<std::size_t>(row)].change.suppressed)
            goTo(kBehind + text(domainKey));
    });
    connect(m_bars, &NeedsChangeBars::currentChanged, this,
            [this](const std::string& domainKey) { showDetail(m_model->rowOf(domainKey)); });
    connect(m_bars, &NeedsChangeBars::rowHovered, this, [this](int row) {
        showDetail(row >= 0 ? row : m_model->rowOf(m_bars->currentDomain()));
    });
    connect(m_bars, &NeedsChangeBars::copyRequested, m_chartPage->tools(),
            &ChartTools::copyPicture);
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex& index) {
        emit m_bars->barActivated(utf8(index.data(RecordIdRole).toString()));
    });
}

QWidget* InsightPage::buildSide()
{
    auto* side = new QWidget(this);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_cohortCard = new FigureCard(tr("children in the group"), side);
    m_assessedCard = new FigureCard(tr("assessed"), side);
    m_comparableCard = new FigureCard(tr("assessed twice or more"), side);
    m_detail = new ChangeDetail(side);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_cohortCard), static_cast<QWidget*>(m_assessedCard),
          static_cast<QWidget*>(m_comparableCard), static_cast<QWidget*>(m_detail)})
        layout->addWidget(widget);
    layout->addStretch(1);
    m_side = side;
    connect(m_detail, &ChangeDetail::childrenRequested, this,
            [this](const std::string& domainKey) { goTo(kBehind + text(domainKey)); });
    return side;
}

void InsightPage::open(const Place& place)
{
    const QString part = place.part.isEmpty() ? m_part : place.part;
    showPart(part);
    if (m_reading.isWanted())
        m_reading.readIfStale();
    else
        m_reading.read();
}

Place InsightPage::place() const
{
    return {QStringLiteral("insight"), {}, m_part};
}

void InsightPage::goTo(const QString& part)
{
    m_banner->hide();
    emit placeRequested({QStringLiteral("insight"), {}, part});
    // The window has opened the place by now; without one the page goes there itself.
    if (m_part != part)
        showPart(part);
}

void InsightPage::take(const Result<Data>& read)
{
    if (!read && read.error().code == ErrorCode::Cancelled)
        return m_banner->showWithAction(
            Banner::Tone::Info, tr("Reading was stopped"),
            m_data ? tr("The figures are those of before.") : tr("There are no figures to show."),
            tr("Read again"));
    if (!read) {
        const UserMessage message = messageFor(read.error());
        return m_banner->showWithAction(Banner::Tone::Problem, message.title, message.text,
                                        tr("Read again"));
    }
    m_banner->hide();
    m_data = *read;
    m_filter->offer(m_data->providers, m_data->entryYears);
    answer();
}

void InsightPage::answer()
{
    if (!m_data)
        return;
    m_change =
        analytics::needsChange(m_data->children, m_data->framework, m_filter->cohort(), kOwnLimit);
    m_model->setChange(m_change, m_data->framework);
    m_bars->show(*m_model);
    showFigures();
    showFacts();
    showPart(m_part);
}

void InsightPage::showFigures()
{
    const QLocale locale;
    m_cohortCard->setFigure(locale.toString(m_change.cohortSize), cohortText(m_filter->cohort()));
    const auto share = [&](FigureCard* card, int part) {
        if (m_change.cohortSize == 0)
            card->setFigure(QStringLiteral("–"), {});
        else
            card->setFigure(
                shareText(part, m_change.cohortSize),
                tr("%1 of %2").arg(locale.toString(part), locale.toString(m_change.cohortSize)));
    };
    share(m_assessedCard, m_change.assessed);
    share(m_comparableCard, m_change.comparable);
    showDetail(std::max(0, m_model->rowOf(m_bars->currentDomain())));
}

void InsightPage::showFacts()
{
    QStringList facts{tr("Change between first and latest assessment")};
    if (!m_change.total.suppressed) {
        facts << tr("%1 of %2 children have two or more")
                     .arg(QLocale().toString(m_change.comparable),
                          QLocale().toString(m_change.cohortSize));
        if (m_change.firstOn && m_change.latestOn)
            facts << tr("%1 to %2").arg(dateText(*m_change.firstOn), dateText(*m_change.latestOn));
    }
    m_header->setFacts(facts.join(QStringLiteral(" · ")));
    m_chartPage->setCounted(
        m_change.total.suppressed
            ? QString()
            : tr("%1. Choose a bar for the children behind it.").arg(totalText(*m_model)));
    const int hidden = m_model->suppressedDomains();
    QStringList notes;
    if (hidden > 0)
        notes << tr("%n domain(s) (was|were) not compared for anybody here.", nullptr, hidden);
    notes << tr("Lines: where the change lies with 95% confidence, by the spread between children.")
          << regressionText();
    m_note->setVisible(!m_change.total.suppressed);
    m_note->setText(notes.join(QLatin1Char(' ')));
}

void InsightPage::showDetail(int row)
{
    if (row >= 0 && row < m_model->rowCount())
        m_detail->showRow(m_model->rows()[static_cast<std::size_t>(row)], m_model->measure());
}

void InsightPage::setOrder(ChangeOrder order, ChangeMeasure measure)
{
    m_model->setOrder(order, measure);
    if (!m_data)
        return;
    m_bars->show(*m_model);
    showFacts();
    showDetail(std::max(0, m_model->rowOf(m_bars->currentDomain())));
}

void InsightPage::showPart(const QString& part)
{
    if (!m_data) {
        m_part = part;
        return;
    }
    const bool wasBehind = m_part.startsWith(kBehind);
    m_part = part;
    const bool nothing = m_change.assessed == 0 && m_filter->cohort() == childrenInCare();
    const bool behind = part.startsWith(kBehind);
    const bool few = m_change.total.suppressed || m_change.comparable == 0;
    if (behind && !nothing)
        showBehind(utf8(part.mid(kBehind.size())));
    m_stack->setCurrentWidget(nothing  ? static_cast<QWidget*>(m_empty)
                              : behind ? static_cast<QWidget*>(m_behind)
                                       : m_overview);
    const bool table = part == QLatin1String("table");
    m_chartPage->show(few ? ChartPage::Instead : table ? ChartPage::Table : ChartPage::Chart);
    m_detail->setVisible(!few);
    m_chartTools->setVisible(!few);
    m_side->setVisible(!table || few);
    m_filter->setVisible(!nothing);
    m_chartPage->tools()->setShown(table || behind, !behind);
    m_chartPage->tools()->setUsable(!nothing && !few);
    fitToWidth();
    if (behind != wasBehind && isVisible())
        (behind ? static_cast<QWidget*>(m_behind->table()) : m_bars)->setFocus();
    emit titleChanged(behind ? m_behind->heading() : tr("Are needs reducing?"));
}

void InsightPage::showBehind(const std::string& domainKey)
{
    m_behind->showChildren(*m_data, m_filter->cohort(), domainKey);
    m_bars->setCurrentDomain(domainKey);
    showDetail(m_model->rowOf(domainKey));
}

void InsightPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    fitToWidth();
}

/// In a narrow window, or at 200%, figures go below the chart and the buttons keep their icons
/// only.
void InsightPage::fitToWidth()
{
    const bool narrow = width() < kNarrow;
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_side->setMinimumWidth(narrow ? 0 : kSideWidth);
    m_side->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : kSideWidth);
    m_chartPage->tools()->setNarrow(narrow);
    if (narrow)
        m_chartPage->body()->insertWidget(0, m_chartTools, 0, Qt::AlignLeft);
    else
        m_chartPage->headerTools()->addWidget(m_chartTools);
}

}  // namespace homeward::ui
