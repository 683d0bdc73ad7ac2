#include "ui/matching/shortlist/shortlist_tables.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "support/text/text.h"
#include "ui/matching/reasons/reasons_model.h"
#include "ui/matching/shortlist/candidate_table_model.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/flow_layout.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {
namespace {

constexpr int kReasonLines = 3;
constexpr int kFindLetters = 22;

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

template <typename Rows>
bool anySharedName(const Rows& rows)
{
    return std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.nameShared; });
}

}  // namespace

ShortlistTables::ShortlistTables(QWidget* parent)
    : QWidget(parent),
      m_ranked(new CandidateTableModel(this)),
      m_near(new NearMissTableModel(this)),
      m_rest(new NotEligibleTableModel(this)),
      m_views{new TableView({QStringLiteral("shortlist"), QStringLiteral("rankedView"),
                             tr("Shortlist, best first")},
                            m_ranked, this),
              new TableView({QStringLiteral("near-misses"), QStringLiteral("nearMissesView"),
                             tr("Near misses: one limit in the way that can be set aside")},
                            m_near, this),
              new TableView({QStringLiteral("not-eligible"), QStringLiteral("notEligibleView"),
                             tr("Households that are not eligible, with every reason")},
                            m_rest, this)},
      m_tabs(new QTabWidget(this)),
      m_findEdit(new QLineEdit(this)),
      m_reasonBox(new QComboBox(this)),
      m_kinds(new FlowLayout(nullptr, 4, 4))
{
    buildViews();
    buildTabs();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(m_kinds);
    layout->addWidget(m_tabs, 1);
}

void ShortlistTables::buildViews()
{
    for (TableView* view : m_views) {
        view->setSortRemembered(false);
        connectView(view);
    }
    showArrowUnless(*m_views[Ranked], CandidateTableModel::RankColumn);
    showArrowUnless(*m_views[NearMisses], NearMissTableModel::ScoreColumn);
    m_views[NotEligible]->setRowLines(kReasonLines);
    fitRows();
}

void ShortlistTables::buildTabs()
{
    m_tabs->setObjectName(QStringLiteral("shortlistTabs"));
    m_tabs->setDocumentMode(true);
    auto* rest = new QWidget(m_tabs);
    auto* column = new QVBoxLayout(rest);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_reasonBox, 0, Qt::AlignLeft);
    column->addWidget(m_views[NotEligible], 1);
    m_tabs->addTab(m_views[Ranked], {});
    m_tabs->addTab(m_views[NearMisses], {});
    m_tabs->addTab(rest, {});
    nameParts();

    m_reasonBox->setObjectName(QStringLiteral("reasonBox"));
    m_reasonBox->setAccessibleName(tr("Only those with this reason"));
    m_reasonBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_findEdit->setObjectName(QStringLiteral("findHouseholdEdit"));
    m_findEdit->setAccessibleName(tr("Find a household: where is it, and why?"));
    m_findEdit->setPlaceholderText(tr("Find a household"));
    m_findEdit->setToolTip(tr("Name, reference or provider; every part says how many it has"));
    m_findEdit->setClearButtonEnabled(true);
    m_findEdit->setMinimumWidth(m_findEdit->fontMetrics().averageCharWidth() * kFindLetters);
    // Tabs give their corner the width of its hint, which of a line edit is less than its least.
    auto* corner = new QWidget(m_tabs);
    auto* cornerLayout = new QHBoxLayout(corner);
    cornerLayout->setContentsMargins(0, 0, 0, 0);
    cornerLayout->addWidget(m_findEdit);
    m_tabs->setCornerWidget(corner);
    connect(m_findEdit, &QLineEdit::textChanged, this, &ShortlistTables::narrow);
    connect(m_reasonBox, &QComboBox::currentIndexChanged, this, &ShortlistTables::narrow);
    connect(m_tabs, &QTabWidget::currentChanged, this, &ShortlistTables::settle);
}

void ShortlistTables::connectView(TableView* view)
{
    const auto isInSight = [this, view] { return !m_settling && view == this->view(); };
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this, isInSight] {
                if (isInSight())
                    emit currentChanged();
            });
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this, view, isInSight] {
                if (!isInSight())
                    return;
                highlightCurrent(*view);
                emit selectionChanged();
            });
    connect(view, &TableView::rowActivated, this, &ShortlistTables::explainRequested);
}

ShortlistTables::Part ShortlistTables::part() const
{
    return static_cast<Part>(std::max(0, m_tabs->currentIndex()));
}

HomeId ShortlistTables::current() const
{
    return homeAt(view()->currentIndex());
}

void ShortlistTables::clear(const QString& emptyText)
{
    m_settling = true;
    m_ranked->setRows({});
    m_near->setRows({});
    m_rest->setRows({});
    m_emptyText = emptyText;
    setOtherKinds({});
    m_settling = false;
    nameParts();
    emit currentChanged();
}

void ShortlistTables::startAfresh()
{
    for (TableView* view : m_views)
        view->sortAsAtFirst();
    m_findEdit->clear();
    m_tabs->setCurrentIndex(Ranked);
    m_settling = true;
    for (TableView* view : m_views) {
        view->clearSelection();
        view->setCurrentIndex({});
        view->scrollToTop();
    }
    m_settling = false;
}

void ShortlistTables::setAnswer(const app::ShortlistAnswer& answer)
{
    const HomeId before = current();
    m_settling = true;
    for (TableView* view : m_views)
        view->setExport({}, answer.request.child);
    m_ranked->setRows(candidateRows(answer));
    m_near->setRows(nearMissRows(answer));
    m_rest->setRows(notEligibleRows(answer));
    m_emptyText =
        tr("No household can be asked as things are. Look at the near misses (Ctrl+Tab), search "
           "further away or for another kind of home, or see what keeps the others off the list.");
    setOtherKinds(answer.list.otherKinds);
    setReasons();
    fitRows();
    m_settling = false;
    narrow();
    if (!before.isEmpty() && select(before))
        return;
    if (m_ranked->rowCount() == 0 && m_near->rowCount() > 0 && part() == Ranked)
        m_tabs->setCurrentIndex(NearMisses);
    settle();
}

/// Some household of the part in sight is always the one spoken of, unless there is none.
void ShortlistTables::settle()
{
    if (m_settling)
        return;
    TableView* const shown = view();
    highlightCurrent(*shown);
    emit currentChanged();
    emit selectionChanged();
}

/// What is spoken of is highlighted: a table that gets the keyboard makes its first row the current
/// one without selecting it, and Ctrl and a click take a selection away.
void ShortlistTables::highlightCurrent(TableView& shown)
{
    if (shown.selectionModel()->hasSelection() || shown.model()->rowCount() == 0)
        return;
    const QScopedValueRollback settling(m_settling, true);
    shown.selectRow(std::max(0, shown.currentIndex().row()));
}

bool ShortlistTables::select(const HomeId& home)
{
    const QString id = text(home.value);
    const std::array<QModelIndex, 3> found{m_ranked->indexOf(id), m_near->indexOf(id),
                                           m_rest->indexOf(id)};
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!found[i].isValid())
            continue;
        m_settling = true;
        m_tabs->setCurrentIndex(static_cast<int>(i));
        m_views[i]->selectRow(found[i].row());
        m_settling = false;
        settle();
        return true;
    }
    return false;
}

std::vector<HomeId> ShortlistTables::selected() const
{
    QModelIndexList rows = view()->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    std::vector<HomeId> homes;
    for (const QModelIndex& index : rows)
        homes.push_back(homeAt(index));
    return homes;
}

void ShortlistTables::setOtherKinds(const std::vector<matching::OtherKind>& kinds)
{
    while (QLayoutItem* item = m_kinds->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const matching::OtherKind& other : kinds) {
        auto* button = new QPushButton(buttonWords(otherKindText(other)), this);
        button->setObjectName(text(toKey(other.kind)) + QStringLiteral("Button"));
        button->setAccessibleName(tr("Look among them: %1").arg(otherKindText(other)));
        button->setToolTip(
            tr("Homes of another kind that could be asked. One list holds one kind; "
               "this button shows theirs."));
        setRole(button, "quiet");
        connect(button, &QPushButton::clicked, this,
                [this, kind = other.kind] { emit kindRequested(kind); });
        m_kinds->addWidget(button);
    }
}

void ShortlistTables::setReasons()
{
    m_reasonBox->clear();
    m_reasonBox->addItem(tr("Every reason"));
    for (const auto& [limit, key] : EnumKeys<matching::Limit>::table) {
        const auto households =
            std::count_if(m_rest->rows().begin(), m_rest->rows().end(),
                          [wanted = limit](const ReasonRow& row) { return row.has(wanted); });
        if (households > 0)
            m_reasonBox->addItem(QStringLiteral("%1 (%2)").arg(label(limit)).arg(households),
                                 text(key));
    }
}

void ShortlistTables::narrow()
{
    if (m_settling)
        return;
    const std::string typed = foldedForSearch(utf8(m_findEdit->text()));
    const auto reason = fromKey<matching::Limit>(utf8(m_reasonBox->currentData().toString()));
    const auto fits = [typed](const auto& row) { return holdsWords(row.searchText, typed); };
    m_settling = true;
    m_ranked->setFilter(fits);
    m_near->setFilter(fits);
    m_rest->setFilter([fits, reason](const ReasonRow& row) {
        return fits(row) && (!reason || row.has(*reason));
    });
    // Whoever looks for a household wants to see it, in whichever part it is.
    for (std::size_t i = 0;
         !typed.empty() && view()->model()->rowCount() == 0 && i < m_views.size(); ++i)
        if (m_views[i]->model()->rowCount() > 0)
            m_tabs->setCurrentIndex(static_cast<int>(i));
    m_settling = false;
    nameParts();
    settle();
}

/// How many each part has, and how many of them were found.
void ShortlistTables::nameParts()
{
    const bool typed = !m_findEdit->text().trimmed().isEmpty();
    const std::array<QString, 3> names{tr("Can be asked"), tr("Near misses"), tr("Not eligible")};
    const std::array<std::size_t, 3> all{m_ranked->rows().size(), m_near->rows().size(),
                                         m_rest->rows().size()};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const int shown = m_views[i]->model()->rowCount();
        const QString count =
            typed ? tr("%1 of %2").arg(shown).arg(all[i]) : QString::number(all[i]);
        m_tabs->setTabText(static_cast<int>(i), tr("%1 (%2)").arg(names[i], count));
        m_views[i]->setEmptyText(typed ? tr("No household here fits what you typed.")
                                       : tr("No household is in this part of the list."));
    }
    if (!typed)
        m_views[Ranked]->setEmptyText(m_emptyText);
}

/// A name that needs its reference beside it needs a line more.
void ShortlistTables::fitRows()
{
    m_views[Ranked]->setRowLines(anySharedName(m_ranked->rows()) ? 3 : 2);
    m_views[NearMisses]->setRowLines(anySharedName(m_near->rows()) ? 3 : 2);
}

}  // namespace homeward::ui
