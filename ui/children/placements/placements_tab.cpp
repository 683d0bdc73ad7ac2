#include "ui/children/placements/placements_tab.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <algorithm>

#include "ui/children/placements/placement_acts.h"
#include "ui/children/placements/placement_band.h"
#include "ui/children/placements/placements_table_model.h"
#include "ui/shared/words/child_words.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/tables/table_print.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

constexpr int kLines = 3;  ///< of a row: reasons are sentences

}  // namespace

PlacementsTab::PlacementsTab(const PageContext& context, QWidget* parent)
    : ChildTab(context, parent),
      m_reading(
          this, context,
          {app::Aggregate::Placement, app::Aggregate::CareHistory, app::Aggregate::Home},
          [this](app::Session& session) { return app::placementsOf(session, m_page.child.id); },
          [this](const auto& read) { take(read); }),
      m_banner(new Banner(this)),
      m_acts(new PlacementActs(context, this)),
      m_band(new PlacementBand(this)),
      m_summary(new QLabel(this)),
      m_notes(new QLabel(this)),
      m_model(new PlacementsTableModel(this)),
      m_view(new TableView(
          {QStringLiteral("child/placements"), QStringLiteral("placementsView"), tr("Placements"),
           tr("No placements recorded. Import a statutory return, or find a home.")},
          m_model, this)),
      m_showWithdrawn(new QCheckBox(this))
{
    m_band->setObjectName(QStringLiteral("placementBand"));
    setRole(m_summary, "muted");
    m_notes->setObjectName(QStringLiteral("placementNotesLabel"));
    m_notes->setWordWrap(true);
    setRole(m_notes, "pill-warning");
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setRowLines(kLines);

    auto* timeline = new Card(tr("Along time"), this);
    timeline->body()->addWidget(m_band);
    timeline->body()->addWidget(m_summary);
    timeline->body()->addWidget(m_notes);
    m_showWithdrawn->setObjectName(QStringLiteral("showWithdrawnCheck"));
    m_showWithdrawn->hide();
    auto* table = new Card({}, this);
    table->body()->addWidget(m_showWithdrawn);
    table->body()->addWidget(m_view, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_banner);
    layout->addWidget(timeline);
    layout->addWidget(table, 1);
    buildTools();
    buildActs();

    m_reading.setConcerns([this](const app::ChangeSet& changes) {
        return changes.touches(app::Aggregate::Home) || changes.concerns(m_page.child.id.value);
    });
    connect(m_band, &PlacementBand::chosen, this, &PlacementsTab::showRowOfBlock);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PlacementsTab::showBlockOfRow);
    connect(m_view, &TableView::rowActivated, this, [this](const QModelIndex& index) {
        const QString home = index.data(RecordIdRole).toString();
        if (!home.isEmpty())
            emit placeRequested({QStringLiteral("home"), home, {}});
    });
}

void PlacementsTab::buildTools()
{
    auto* row = new QHBoxLayout(tools());
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    auto* acts = new QPushButton(tr("Record a &change"), tools());
    acts->setObjectName(QStringLiteral("placementActsButton"));
    m_menu = new QMenu(acts);
    acts->setMenu(m_menu);
    m_end = new QPushButton(tr("End placement…"), tools());
    m_end->setObjectName(QStringLiteral("endPlacementButton"));
    m_find = new QPushButton(tr("Find a home"), tools());
    m_find->setObjectName(QStringLiteral("findHomeButton"));
    setRole(m_find, "primary");
    row->addWidget(acts);
    row->addWidget(m_end);
    row->addWidget(m_find);
    connect(m_end, &QPushButton::clicked, this, [this] {
        if (const app::PlacementRow* lasting = m_acts->endable())
            m_acts->end(*lasting);
    });
    connect(m_find, &QPushButton::clicked, this, [this] {
        emit placeRequested({QStringLiteral("shortlist"), text(m_page.child.id.value), {}});
    });
}

void PlacementsTab::buildActs()
{
    connect(m_menu, &QMenu::aboutToShow, this, &PlacementsTab::fillActs);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        fillActs();
        if (!m_menu->isEmpty())
            m_menu->popup(m_view->viewport()->mapToGlobal(at));
    });
    connect(m_acts, &PlacementActs::done, this, [this](const QString& title, const QString& text) {
        m_reading.readNow();
        m_banner->show(Banner::Tone::Success, title, text);
    });
    connect(m_acts, &PlacementActs::failed, m_banner, &Banner::showError);
    connect(m_showWithdrawn, &QCheckBox::toggled, this, &PlacementsTab::showRows);
}

void PlacementsTab::fillActs()
{
    m_acts->fill(*m_menu, selected());
}

const app::PlacementRow* PlacementsTab::selected() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? &m_model->rowAt(index.row()) : nullptr;
}

void PlacementsTab::showChild(const app::ChildPage& page)
{
    const bool another = page.child.id != m_page.child.id;
    m_page = page;
    m_acts->setChild(page);
    if (!another)
        return;
    m_banner->hide();
    m_view->setExport({}, page.child.id);
    m_reading.read();
}

bool PlacementsTab::print()
{
    return printTable(m_context, this, m_banner, *m_view,
                      tr("Placements of %1").arg(text(m_page.summary.displayName)));
}

void PlacementsTab::take(const Result<app::PlacementHistory>& history)
{
    if (!history)
        return m_banner->showError(history.error());
    m_history = *history;
    m_acts->setHistory(m_history);
    const int withdrawn = static_cast<int>(m_history.withdrawn.size());
    m_showWithdrawn->setText(tr("Show withdrawn (%n)", nullptr, withdrawn));
    m_showWithdrawn->setToolTip(tr("Placements entered in error and moves that were cancelled"));
    m_showWithdrawn->setVisible(withdrawn > 0);
    m_band->setPlacements(m_history.rows, m_context.session.today());
    m_band->setVisible(!m_history.rows.empty());
    showSummary();
    m_end->setVisible(m_acts->endable());
    showRows();
}

void PlacementsTab::showRows()
{
    const app::PlacementRow* chosen = selected();
    const PlacementId before = chosen ? chosen->placement.id : PlacementId();
    std::vector<app::PlacementRow> rows = m_history.rows;
    if (m_showWithdrawn->isChecked())
        rows.insert(rows.end(), m_history.withdrawn.begin(), m_history.withdrawn.end());
    m_model->setRows(std::move(rows), m_context.session.today());
    if (m_model->rowCount() > 0)
        m_view->selectRow(std::max(0, m_model->indexOf(before).row()));
}

void PlacementsTab::showSummary()
{
    QStringList words{tr("%n placement(s)", nullptr, static_cast<int>(m_history.rows.size()))};
    const auto& periods = m_history.history.periods;
    if (!periods.empty())
        words.append(periods.back().endsOn
                         ? tr("last in care until %1").arg(dateText(periods.back().endsOn))
                         : tr("in care since %1").arg(dateText(periods.back().startsOn)));
    m_summary->setText(words.join(QStringLiteral(" · ")));
    const Placement* const now =
        placementOn(m_history.history.placements, m_context.session.today());
    m_notes->setText(now ? placementNotes(now->outsideTerms, now->leaving) : QString());
    m_notes->setVisible(!m_notes->text().isEmpty());
}

void PlacementsTab::showRowOfBlock(int block)
{
    m_view->setCurrentIndex(
        m_model->indexOf(m_history.rows[static_cast<std::size_t>(block)].placement.id));
}

void PlacementsTab::showBlockOfRow()
{
    const QModelIndex index = m_view->currentIndex();
    int block = -1;
    for (int i = 0; index.isValid() && i < static_cast<int>(m_history.rows.size()); ++i)
        if (m_history.rows[static_cast<std::size_t>(i)].placement.id ==
            m_model->rowAt(index.row()).placement.id)
            block = i;
    m_band->setCurrent(block);
}

}  // namespace homeward::ui
