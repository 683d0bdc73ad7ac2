#include "ui/children/placements/placements_tab.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

#include "ui/children/placements/end_placement_dialog.h"
#include "ui/children/placements/placement_band.h"
#include "ui/children/placements/placements_table_model.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/dialogs.h"
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
      m_band(new PlacementBand(this)),
      m_summary(new QLabel(this)),
      m_model(new PlacementsTableModel(this)),
      m_view(new TableView(
          {QStringLiteral("child/placements"), QStringLiteral("placementsView"), tr("Placements"),
           tr("No placements recorded. Import a statutory return, or find a home.")},
          m_model, this))
{
    m_band->setObjectName(QStringLiteral("placementBand"));
    setRole(m_summary, "muted");
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() * kLines + 12);

    auto* timeline = new Card(tr("Along time"), this);
    timeline->body()->addWidget(m_band);
    timeline->body()->addWidget(m_summary);
    auto* table = new Card({}, this);
    table->body()->addWidget(m_view, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_banner);
    layout->addWidget(timeline);
    layout->addWidget(table, 1);
    buildTools();

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
    m_end = new QPushButton(tr("End placement…"), tools());
    m_end->setObjectName(QStringLiteral("endPlacementButton"));
    m_find = new QPushButton(tr("Find a home"), tools());
    m_find->setObjectName(QStringLiteral("findHomeButton"));
    setRole(m_find, "primary");
    row->addWidget(m_end);
    row->addWidget(m_find);
    connect(m_end, &QPushButton::clicked, this, &PlacementsTab::endCurrent);
    connect(m_find, &QPushButton::clicked, this, [this] {
        emit placeRequested({QStringLiteral("shortlist"), text(m_page.child.id.value), {}});
    });
}

void PlacementsTab::showChild(const app::ChildPage& page)
{
    const bool another = page.child.id != m_page.child.id;
    m_page = page;
    if (!another)
        return;
    m_banner->hide();
    m_view->setExport({}, page.child.id);
    m_reading.read();
}

void PlacementsTab::take(const Result<app::PlacementHistory>& history)
{
    if (!history)
        return m_banner->showError(history.error());
    m_history = *history;
    const QModelIndex chosen = m_view->currentIndex();
    const PlacementId before =
        chosen.isValid() ? m_model->rowAt(chosen.row()).placement.id : PlacementId();
    const Date today = m_context.session.today();
    m_model->setRows(m_history.rows, today);
    m_band->setPlacements(m_history.rows, today);
    m_band->setVisible(!m_history.rows.empty());
    QStringList words{tr("%n placement(s)", nullptr, static_cast<int>(m_history.rows.size()))};
    if (!m_history.history.periods.empty())
        words.append(
            tr("in care since %1").arg(dateText(m_history.history.periods.back().startsOn)));
    if (!m_history.history.periods.empty() && m_history.history.periods.back().endsOn)
        words.last() =
            tr("last in care until %1").arg(dateText(m_history.history.periods.back().endsOn));
    m_summary->setText(words.join(QStringLiteral(" · ")));
    m_end->setVisible(m_context.session.may(Right::DecidePlacements) && openPlacement());
    if (m_model->rowCount() > 0)
        m_view->selectRow(std::max(0, m_model->indexOf(before).row()));
}

const app::PlacementRow* PlacementsTab::openPlacement() const
{
    if (m_history.rows.empty() || m_history.rows.back().placement.endsOn)
        return nullptr;
    return &m_history.rows.back();
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

void PlacementsTab::endCurrent()
{
    const app::PlacementRow* open = openPlacement();
    if (!open)
        return;
    EndPlacementDialog dialog(*open, m_context.session.today(), this);
    dialog.end = [this, id = open->placement.id, version = open->placement.rowVersion](
                     Date endsOn, const std::string& reason) {
        return app::endPlacement(m_context.session, id, version, endsOn, reason);
    };
    if (!m_context.dialogs.run(dialog))
        return;
    m_reading.readNow();
    m_banner->show(Banner::Tone::Success, tr("Placement ended"),
                   tr("It is on record; the place in that home is free again."));
}

}  // namespace homeward::ui
