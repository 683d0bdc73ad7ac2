#include "ui/mywork/my_work_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>

#include "analytics/due.h"
#include "app/session/session.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/pages/list_sources.h"
#include "ui/shared/tables/table_print.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;
using Column = WorkTableModel::Column;

namespace {

constexpr int kBesideEms = 95;  ///< width that the two halves need
constexpr int kFoldedLines = 5;

}  // namespace

MyWorkPage::MyWorkPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      m_context(context),
      m_work(
          this, context, kTouchChildRows, Lane::Quick, {},
          [] {
              return [](app::Session& session, const RunControl&) { return app::myWork(session); };
          },
          [this](const Result<app::MyWork>& work) {
              if (work)
                  showWork(*work);
              else
                  m_banner->showError(work.error());
          }),
      m_header(new PageHeader),
      m_banner(new Banner),
      m_states(new QStackedWidget)
{
    m_header->setTitle(tr("My work"));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_states, 1);
    m_states->addWidget(buildLists());
    m_states->addWidget(buildNoChildren());

    m_children.card->setTitle(tr("Children"));
    m_children.card->setSubtitle(tr("The records are being read…"));
    m_work.read();
}

template <typename Model, typename Open>
MyWorkPage::ListOf<Model> MyWorkPage::makeCard(const QString& name, const QString& accessibleName,
                                               Model* model, const QString& emptyText, Open open)
{
    ListOf<Model> list;
    list.card = new Card;
    list.model = model;
    list.view =
        new TableView({u"my-work-"_s + name, name + u"View"_s, accessibleName, emptyText}, model);
    list.view->setSelectionMode(QAbstractItemView::SingleSelection);
    list.view->setCursor(Qt::PointingHandCursor);
    list.card->body()->addWidget(list.view);
    connect(list.view, &TableView::rowActivated, this, open);
    connect(list.view, &QTableView::clicked, this, open);
    return list;
}

MyWorkPage::List MyWorkPage::makeList(const QString& name, const QString& accessibleName,
                                      const std::vector<Column>& columns, const QString& emptyText,
                                      const QString& part)
{
    return makeCard(name, accessibleName, new WorkTableModel(columns, this), emptyText,
                    [this, part](const QModelIndex& index) { openChild(index, part); });
}

QWidget* MyWorkPage::buildLists()
{
    m_needHome = makeList(
        u"need-home"_s, tr("A home to find"), {Column::Child, Column::LivesWith, Column::Why},
        tr("Nobody is without a home, and nobody has to leave one."), u"placements"_s);
    m_drafts = makeCard(u"drafts"_s, tr("To finish"), new DraftTableModel(this),
                        tr("Nothing is half written."), [this](const QModelIndex& index) {
                            emit placeRequested(m_drafts.model->placeOf(index.row()));
                        });
    m_due = makeList(u"due"_s, tr("Needs to assess"), {Column::Child, Column::Age, Column::Waiting},
                     tr("Every child's needs were looked at in the last %n month(s).", nullptr,
                        analytics::kReviewMonths));
    m_children = makeList(u"children"_s, tr("Children"),
                          {Column::Child, Column::Age, Column::LivesWith, Column::Since,
                           Column::Assessed, Column::Need},
                          tr("No child lives in care at present."));

    auto* waiting = new QVBoxLayout;
    waiting->setSpacing(16);
    waiting->addWidget(m_needHome.card, 1);
    waiting->addWidget(m_drafts.card, 1);
    waiting->addWidget(m_due.card, 2);
    auto* lists = new QWidget;
    m_halves = new QBoxLayout(QBoxLayout::LeftToRight, lists);
    m_halves->setContentsMargins(0, 0, 0, 0);
    m_halves->setSpacing(16);
    m_halves->addLayout(waiting, 4);
    m_halves->addWidget(m_children.card, 8);
    return lists;
}

/// One below the other where the window is narrow or the letters are large.
void MyWorkPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('m'));
    const bool beside = width() >= kBesideEms * em;
    m_halves->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int line = fontMetrics().height() + 16;
    for (TableView* view : {m_needHome.view, m_drafts.view, m_due.view, m_children.view})
        view->setMinimumHeight(beside ? 0 : line * kFoldedLines);
}

EmptyState* MyWorkPage::buildNoChildren()
{
    const bool mayImport = m_context.session.may(Right::ImportReturns);
    auto* empty = new EmptyState(
        u"children"_s, tr("No children yet"),
        mayImport
            ? tr("Import the authority's SSDA903 return, or add a child in the children list.")
            : tr("Add a child in the children list, or ask an administrator to import a return."),
        mayImport ? tr("Import a return") : tr("Go to the children list"));
    connect(empty, &EmptyState::actionRequested, this, [this, mayImport] {
        emit placeRequested(mayImport ? Place{u"admin"_s, {}, u"import"_s}
                                      : Place{u"children"_s, {}, {}});
    });
    return empty;
}

void MyWorkPage::open(const Place&)
{
    m_banner->hide();
    showFacts();
    emit titleChanged(tr("My work"));
}

Place MyWorkPage::place() const
{
    return {u"my-work"_s, {}, {}};
}

/// The list of one's children: the others are parts of it.
bool MyWorkPage::print()
{
    return printTable(m_context, this, m_banner, *m_children.view, m_children.card->title());
}

void MyWorkPage::showFacts()
{
    QStringList facts{text(m_context.session.account().personName),
                      label(m_context.session.account().role), dateText(m_context.session.today())};
    m_header->setFacts(facts.join(u" · "_s));
}

void MyWorkPage::showWork(const app::MyWork& work)
{
    const Date today = m_context.session.today();
    showFacts();
    m_states->setCurrentIndex(work.anyChildren ? 0 : 1);
    m_children.card->setTitle(work.allChildren
                                  ? tr("All children in care (%1)").arg(work.childCount)
                                  : tr("My children (%1)").arg(work.childCount));
    QStringList notes;
    if (work.allChildren)
        notes << tr("No child is allocated to you, so everybody is shown.");
    if (work.childCount > static_cast<int>(work.children.size()))
        notes << tr("The first %1 of them; the others stand in the list of children.")
                     .arg(work.children.size());
    m_children.card->setSubtitle(notes.join(u' '));
    m_needHome.card->setTitle(tr("A home to find (%1)").arg(work.needHomeCount));
    m_needHome.card->setVisible(work.needHomeCount > 0);
    m_drafts.card->setTitle(tr("To finish (%1)").arg(work.drafts.size()));
    m_drafts.card->setVisible(!work.drafts.empty());
    m_due.card->setTitle(tr("Needs to assess (%1)").arg(work.dueCount));
    m_due.card->setSubtitle(work.due.empty()
                                ? QString()
                                : tr("Not assessed, or not looked at for %n month(s) or more.",
                                     nullptr, analytics::kReviewMonths));
    m_needHome.model->setRows(work.needHome, today);
    m_drafts.model->setRows(work.drafts);
    m_due.model->setRows(work.due, today);
    m_children.model->setRows(work.children, today);
}

void MyWorkPage::openChild(const QModelIndex& index, const QString& part)
{
    emit placeRequested({u"child"_s, index.data(RecordIdRole).toString(), part});
}

}  // namespace homeward::ui
