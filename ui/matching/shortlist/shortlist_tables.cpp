#include "ui/matching/shortlist/shortlist_tables.h"

#include <QButtonGroup>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "support/text/text.h"
#include "ui/matching/reasons/reasons_model.h"
#include "ui/matching/shortlist/candidate_table_model.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/flow_layout.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

constexpr int kMostNearRows = 3;  ///< shown without scrolling
constexpr int kReasonLines = 3;   ///< four reasons fit
constexpr int kMostNamed = 3;     ///< households named when searching for one

int rowHeight(const QWidget& widget, int lines)
{
    return widget.fontMetrics().lineSpacing() * lines + 10;
}

HomeId homeAt(const QModelIndex& index)
{
    return HomeId{utf8(index.data(RecordIdRole).toString())};
}

/// No arrow while the list stands in its own order: every heading would keep room for it.
void showArrowUnless(TableView& view, int ownColumn)
{
    QHeaderView* header = view.horizontalHeader();
    header->setSortIndicatorShown(false);
    QObject::connect(
        header, &QHeaderView::sortIndicatorChanged, &view,
        [header, ownColumn](int column) { header->setSortIndicatorShown(column != ownColumn); });
}

/// Tables carry their own padding.
void tighten(Card& card)
{
    card.layout()->setContentsMargins(8, 8, 8, 8);
}

}  // namespace

ShortlistTables::ShortlistTables(QWidget* parent)
    : QWidget(parent),
      m_scroll(new QScrollArea(this)),
      m_ranked(new CandidateTableModel(this)),
      m_near(new NearMissTableModel(this)),
      m_rest(new NotEligibleTableModel(this)),
      m_rankedView(new TableView(
          {QStringLiteral("shortlist"), QStringLiteral("rankedView"), tr("Shortlist, best first")},
          m_ranked, this)),
      m_nearView(new TableView({QStringLiteral("near-misses"), QStringLiteral("nearMissesView"),
                                tr("Near misses: one limit in the way that can be set aside")},
                               m_near, this)),
      m_restView(new TableView({QStringLiteral("not-eligible"), QStringLiteral("notEligibleView"),
                                tr("Households that are not eligible, with every reason"),
                                tr("No household fits what you typed.")},
                               m_rest, this)),
      m_rankedCard(new Card({}, this)),
      m_nearCard(new Card({}, this)),
      m_restCard(new Card({}, this)),
      m_countsLabel(new QLabel(this)),
      m_whereLabel(new QLabel(this)),
      m_whyEdit(new QLineEdit(this)),
      m_expandButton(new QPushButton(this)),
      m_restBody(new QWidget(this)),
      m_reasonButtons(new FlowLayout(nullptr, 4, 4)),
      m_reasonGroup(new QButtonGroup(this))
{
    buildRanked();
    buildNearMisses();
    buildNotEligible();
    // Everything keeps its least height; where the window is lower, the three lists scroll.
    auto* column = new QWidget(m_scroll);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_rankedCard, 3);
    layout->addWidget(m_nearCard);
    layout->addWidget(m_restCard);
    m_scroll->setWidget(column);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_scroll);
    connectView(m_rankedView, m_nearView);
    connectView(m_nearView, m_rankedView);
    setExpanded(false);
}

void ShortlistTables::buildRanked()
{
    m_rankedView->verticalHeader()->setDefaultSectionSize(rowHeight(*this, 2));
    showArrowUnless(*m_rankedView, CandidateTableModel::RankColumn);
    m_rankedView->setSortRemembered(false);
    m_rankedView->setMinimumHeight(rowHeight(*this, 2) * 3);
    m_rankedCard->body()->addWidget(m_rankedView);
    m_rankedCard->body()->setContentsMargins(0, 0, 0, 0);
    tighten(*m_rankedCard);
}

void ShortlistTables::buildNearMisses()
{
    showArrowUnless(*m_nearView, NearMissTableModel::ScoreColumn);
    m_nearView->setSortRemembered(false);
    m_nearView->verticalHeader()->setDefaultSectionSize(rowHeight(*this, 2));
    m_nearCard->body()->addWidget(m_nearView);
    tighten(*m_nearCard);
}

void ShortlistTables::buildNotEligible()
{
    m_countsLabel->setWordWrap(true);
    m_countsLabel->setObjectName(QStringLiteral("notEligibleCountsLabel"));
    setRole(m_countsLabel, "muted");
    m_whyEdit->setObjectName(QStringLiteral("whyNotEdit"));
    m_whyEdit->setAccessibleName(tr("Why is a household not on the list? Type its name"));
    m_whyEdit->setPlaceholderText(tr("Why is … not on it? Type a household"));
    m_whyEdit->setClearButtonEnabled(true);
    m_whyEdit->setMinimumWidth(m_whyEdit->fontMetrics().averageCharWidth() * 34);
    setRole(m_expandButton, "quiet");
    m_expandButton->setObjectName(QStringLiteral("expandNotEligibleButton"));
    m_expandButton->setCheckable(true);
    m_restCard->headerTools()->addWidget(m_whyEdit);
    m_restCard->headerTools()->addWidget(m_expandButton);

    m_whereLabel->setWordWrap(true);
    m_whereLabel->setObjectName(QStringLiteral("whereLabel"));
    m_restView->setSortRemembered(false);
    m_restView->verticalHeader()->setDefaultSectionSize(rowHeight(*this, kReasonLines));
    m_restView->setMinimumHeight(rowHeight(*this, kReasonLines) * 4);

    auto* body = new QVBoxLayout(m_restBody);
    body->setContentsMargins(0, 0, 0, 0);
    body->addLayout(m_reasonButtons);
    body->addWidget(m_whereLabel);
    body->addWidget(m_restView, 1);
    m_restCard->body()->addWidget(m_countsLabel);
    m_restCard->body()->addWidget(m_restBody, 1);
    tighten(*m_restCard);

    connect(m_expandButton, &QPushButton::toggled, this, &ShortlistTables::setExpanded);
    connect(m_whyEdit, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_rest->setTyped(typed);
        if (!typed.isEmpty())
            m_expandButton->setChecked(true);
        showWhere();
    });
}

void ShortlistTables::connectView(TableView* view, TableView* other)
{
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (m_settling || !index.isValid())
                    return;
                m_current = homeAt(index);
                emit currentChanged();
            });
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this, view, other] {
                if (m_settling)
                    return;
                // One current household: a plain click in one table leaves the other.
                if (view->selectionModel()->selectedRows().size() == 1 && view->hasFocus()) {
                    m_current = homeAt(view->selectionModel()->selectedRows().front());
                    const bool adding = QGuiApplication::keyboardModifiers() & Qt::ControlModifier;
                    if (!adding) {
                        m_settling = true;
                        other->clearSelection();
                        m_settling = false;
                    }
                    emit currentChanged();
                }
                emit selectionChanged();
            });
    connect(view, &TableView::rowActivated, this, &ShortlistTables::explainRequested);
    auto* chooseKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), view);
    chooseKey->setContext(Qt::WidgetShortcut);
    connect(chooseKey, &QShortcut::activated, this, &ShortlistTables::chooseRequested);
}

void ShortlistTables::clear(const QString& emptyText)
{
    m_settling = true;
    m_ranked->setRows({});
    m_near->setRows({});
    m_rest->setRows({});
    m_settling = false;
    m_current = {};
    m_rankedView->setEmptyText(emptyText);
    m_nearCard->hide();
    m_restCard->hide();
}

void ShortlistTables::sortByRank()
{
    for (TableView* view : {m_rankedView, m_nearView, m_restView})
        view->sortAsAtFirst();
}

void ShortlistTables::startAfresh()
{
    sortByRank();
    m_whyEdit->clear();
    m_expandButton->setChecked(false);
    m_scroll->verticalScrollBar()->setValue(0);
    m_settling = true;
    m_rankedView->clearSelection();
    m_nearView->clearSelection();
    m_settling = false;
    m_current = {};
}

void ShortlistTables::setAnswer(const app::ShortlistAnswer& answer)
{
    const HomeId before = m_current;
    m_settling = true;
    for (TableView* view : {m_rankedView, m_nearView, m_restView})
        view->setExport({}, answer.request.child);
    m_ranked->setRows(candidateRows(answer));
    m_near->setRows(nearMissRows(answer));
    m_rest->setRows(notEligibleRows(answer));
    m_settling = false;
    m_current = {};

    m_rankedView->setEmptyText(
        tr("No household is eligible as things are. Look at the near misses below, search further "
           "away, or see what keeps the others off the list."));
    m_nearCard->setVisible(m_near->rowCount() > 0);
    m_nearCard->setTitle(tr("Near misses (%1)").arg(m_near->rowCount()));
    m_restCard->setVisible(m_rest->totalCount() > 0);
    m_restCard->setTitle(tr("Not eligible (%1)").arg(m_rest->totalCount()));
    fitRows();
    fitNearMisses();
    showReasons();
    showWhere();
    if (!before.isEmpty())
        select(before);
    if (m_current.isEmpty() && m_ranked->rowCount() > 0)
        m_rankedView->selectRow(0);  // the best, unless another column was clicked since
    else if (m_current.isEmpty() && m_near->rowCount() > 0)
        m_nearView->selectRow(0);
    fitColumn();
    emit selectionChanged();
}

void ShortlistTables::select(const HomeId& home)
{
    if (const QModelIndex row = m_ranked->indexOf(text(home.value)); row.isValid()) {
        m_nearView->clearSelection();
        m_rankedView->selectRow(row.row());
    } else if (const QModelIndex near = m_near->indexOf(text(home.value)); near.isValid()) {
        m_rankedView->clearSelection();
        m_nearView->selectRow(near.row());
    }
}

std::vector<HomeId> ShortlistTables::selected() const
{
    std::vector<HomeId> homes;
    for (const TableView* view : {m_rankedView, m_nearView}) {
        QModelIndexList rows = view->selectionModel()->selectedRows();
        std::sort(rows.begin(), rows.end());
        for (const QModelIndex& index : rows)
            homes.push_back(homeAt(index));
    }
    return homes;
}

/// Reasons that wrap are taller the narrower they are; a scroll area asks only for the least
/// height.
void ShortlistTables::fitColumn()
{
    QWidget* column = m_scroll->widget();
    column->setMinimumHeight(
        std::max(0, column->layout()->totalMinimumHeightForWidth(m_scroll->viewport()->width())));
}

void ShortlistTables::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumn();
}

/// A name that needs its reference beside it needs a third line.
void ShortlistTables::fitRows()
{
    const auto lines = [](const auto& rows) {
        return std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.nameShared; })
                   ? 3
                   : 2;
    };
    m_rankedView->verticalHeader()->setDefaultSectionSize(
        rowHeight(*this, lines(m_ranked->rows())));
    m_nearView->verticalHeader()->setDefaultSectionSize(rowHeight(*this, lines(m_near->rows())));
}

void ShortlistTables::fitNearMisses()
{
    const int rows = std::min(m_near->rowCount(), kMostNearRows);
    const int header = m_nearView->horizontalHeader()->sizeHint().height();
    m_nearView->setFixedHeight(header + rows * m_nearView->verticalHeader()->defaultSectionSize() +
                               2);
}

void ShortlistTables::showReasons()
{
    while (QLayoutItem* item = m_reasonButtons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rest->setLimit(std::nullopt);
    m_countsLabel->setText(countsText(countReasons(m_rest->rows())));

    const auto addButton = [&](const QString& words, std::optional<matching::Limit> limit) {
        auto* button = new QPushButton(words, m_restBody);
        setRole(button, "quiet");
        button->setCheckable(true);
        button->setChecked(!limit);
        m_reasonGroup->addButton(button);
        m_reasonButtons->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, limit] { m_rest->setLimit(limit); });
    };
    addButton(tr("All reasons"), std::nullopt);
    for (const auto& [limit, key] : EnumKeys<matching::Limit>::table) {
        const auto households = std::count_if(
            m_rest->rows().begin(), m_rest->rows().end(), [wanted = limit](const ReasonRow& row) {
                return std::find(row.limits.begin(), row.limits.end(), wanted) != row.limits.end();
            });
        if (households > 0)
            addButton(QStringLiteral("%1 %2").arg(label(limit)).arg(households), limit);
    }
}

void ShortlistTables::showWhere()
{
    const std::string typed = foldedForSearch(utf8(m_whyEdit->text()));
    QStringList found;
    if (!typed.empty()) {
        for (const CandidateRow& row : m_ranked->rows())
            if (holdsWords(row.searchText, typed))
                found << tr("%1 is on the list, number %2")
                             .arg(row.shown(), QString::number(row.rank));
        for (const ReasonRow& row : m_near->rows())
            if (holdsWords(row.searchText, typed))
                found << tr("%1 is a near miss").arg(row.shown());
    }
    const auto more = found.size() - kMostNamed;
    QString words = found.mid(0, kMostNamed).join(tr("; "));
    if (more > 0)
        words += tr("; and %1 more").arg(more);
    m_whereLabel->setText(words);
    m_whereLabel->setVisible(!words.isEmpty());
}

void ShortlistTables::setExpanded(bool expanded)
{
    m_expandButton->setText(expanded ? tr("Show fewer") : tr("Show all with reasons"));
    m_restBody->setVisible(expanded);
    m_countsLabel->setVisible(!expanded);
    auto* column = qobject_cast<QVBoxLayout*>(m_scroll->widget()->layout());
    if (column)
        column->setStretchFactor(m_restCard, expanded ? 4 : 0);
    fitColumn();
    if (expanded)  // once the heights are known
        QTimer::singleShot(0, m_scroll,
                           [this] { m_scroll->ensureWidgetVisible(m_restCard, 0, 0); });
}

}  // namespace homeward::ui
