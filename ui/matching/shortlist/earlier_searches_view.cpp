#include "ui/matching/shortlist/earlier_searches_view.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/matching/shortlist/search_terms_bar.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/look/card.h"
#include "ui/shared/tables/row_table.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

QString foundText(const app::EarlierSearch& search)
{
    return EarlierSearchesView::tr("%1 eligible, %2 near, of %3")
        .arg(search.candidates)
        .arg(search.nearMisses)
        .arg(search.lookedAt);
}

QString chosenText(const app::EarlierSearch& search)
{
    return search.chosenNames.empty() ? EarlierSearchesView::tr("nobody chosen")
                                      : text(search.chosenNames);
}

}  // namespace

/// One row a search, newest first.
class EarlierSearchesModel final : public RowTable<app::EarlierSearch> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::EarlierSearchesView)
public:
    explicit EarlierSearchesModel(QObject* parent) : RowTable(parent)
    {
        using Row = app::EarlierSearch;
        setColumns({column("shown", tr("Shown on"),
                           [](const Row& row) { return momentText(row.openedAt); })
                        .sortedBy([](const Row& row) {
                            return static_cast<qlonglong>(row.openedAt.msSinceEpoch);
                        })
                        .first(Qt::DescendingOrder)
                        .share(3),
                    column("to", tr("To"), &Row::openedByName).share(3),
                    column("terms", tr("Asked for"),
                           [](const Row& row) { return termsText(row.terms, Date{}); })
                        .share(6),
                    column("found", tr("Found"), foundText)
                        .sortedBy([](const Row& row) { return row.candidates; })
                        .share(4),
                    column("chosen", tr("Chosen"), &Row::chosenNames)
                        .shownAs(chosenText)
                        .unknownLast()
                        .share(4)});
        eachRow(RecordIdRole, &Row::id);
    }
};

EarlierSearchesView::EarlierSearchesView(QWidget* parent)
    : QWidget(parent),
      m_rows(new EarlierSearchesModel(this)),
      m_view(
          new TableView({QStringLiteral("earlier-searches"), QStringLiteral("earlierSearchesView"),
                         tr("Earlier searches for a home for this child")},
                        m_rows, this))
{
    auto* back = new QPushButton(tr("Back to the list"), this);
    back->setObjectName(QStringLiteral("backFromSearchesButton"));
    auto* title = new QLabel(tr("Earlier searches"), this);
    setRole(title, "title");
    auto* top = new QHBoxLayout;
    top->addWidget(title);
    top->addStretch(1);
    top->addWidget(back);

    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setSortRemembered(false);
    m_view->setEmptyText(
        tr("No search was made for this child yet. Each list you open is kept here as it was "
           "shown."));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    connect(back, &QPushButton::clicked, this, &EarlierSearchesView::backRequested);
    connect(m_view, &TableView::rowActivated, this, [this](const QModelIndex& index) {
        emit searchRequested(index.data(RecordIdRole).toString());
    });
    setFocusPolicy(Qt::StrongFocus);
}

void EarlierSearchesView::setSearches(const std::vector<app::EarlierSearch>& searches,
                                      const ChildId& child)
{
    m_rows->setRows(searches);
    m_view->setExport({}, child);
    m_view->sortAsAtFirst();
    if (m_rows->rowCount() > 0)
        m_view->selectRow(0);
}

void EarlierSearchesView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        emit backRequested();
    else
        QWidget::keyPressEvent(event);
}

void EarlierSearchesView::focusInEvent(QFocusEvent* /*event*/)
{
    m_view->setFocus();
}

}  // namespace homeward::ui
