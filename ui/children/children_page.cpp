#include "ui/children/children_page.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

#include "app/accounts.h"
#include "ui/children/add_child_dialog.h"
#include "ui/children/children_filter_bar.h"
#include "ui/children/children_table_model.h"
#include "ui/children/need_bar_delegate.h"
#include "ui/shared/banner.h"
#include "ui/shared/card.h"
#include "ui/shared/cells/cell_delegate.h"
#include "ui/shared/csv_export.h"
#include "ui/shared/dialogs.h"
#include "ui/shared/format.h"
#include "ui/shared/record_lists.h"
#include "ui/shared/table_view.h"
#include "ui/shared/theme.h"

namespace homeward::ui {

ChildrenPage::ChildrenPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      m_context(context),
      m_workers(
          this, context, {app::Aggregate::Account},
          [](app::Session& session) { return app::listAccounts(session); },
          [this](const Result<std::vector<Account>>& accounts) {
              if (accounts)
                  m_filter->setWorkers(*accounts);
          }),
      m_model(new ChildrenTableModel(this)),
      m_header(new PageHeader(this)),
      m_banner(new Banner(this)),
      m_filter(new ChildrenFilterBar(context.session.account().id, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_filter);
    buildHeader();
    buildList();
    m_nearest = new QLabel(tr("Nothing is spelled so; showing the nearest."), this);
    m_nearest->setObjectName(QStringLiteral("nearestLabel"));
    setRole(m_nearest, "muted");
    layout->addWidget(m_nearest);
    layout->addWidget(m_stack, 1);
    m_workers.readNow();
    m_model->setFilter(m_filter->filter());
    showRows();

    connect(m_filter, &ChildrenFilterBar::filterChanged, this, &ChildrenPage::applyFilter);
    connect(m_filter, &ChildrenFilterBar::leftDownwards, this, [this] {
        m_view->setFocus(Qt::OtherFocusReason);
        if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
            m_view->selectRow(0);
    });
    connect(m_view, &TableView::rowActivated, this, &ChildrenPage::openRow);
    connect(&context.lists, &RecordLists::childrenReplaced, this, &ChildrenPage::showRows);
    connect(&context.lists, &RecordLists::failed, m_banner, &Banner::showError);
    auto* find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filter->searchEdit(), [this] {
        m_filter->searchEdit()->setFocus(Qt::ShortcutFocusReason);
        m_filter->searchEdit()->selectAll();
    });
}

void ChildrenPage::buildHeader()
{
    m_header->setTitle(tr("Children"));
    auto* copy = new QPushButton(tr("Copy"), this);
    copy->setObjectName(QStringLiteral("copyButton"));
    copy->setAccessibleName(tr("Copy the selected children, or the whole list"));
    auto* save = new QPushButton(tr("Export…"), this);
    save->setObjectName(QStringLiteral("exportButton"));
    save->setAccessibleName(tr("Export the list as CSV"));
    auto* add = new QPushButton(tr("Add child…"), this);
    add->setObjectName(QStringLiteral("addChildButton"));
    setRole(add, "primary");
    add->setVisible(m_context.session.may(Right::EditChildren));
    for (QPushButton* button : {copy, save, add})
        m_header->actions()->addWidget(button);
    connect(copy, &QPushButton::clicked, this, [this] {
        if (!m_view->selectionModel()->hasSelection())
            m_view->selectAll();
        if (m_view->copySelection())
            m_banner->show(Banner::Tone::Success, tr("Copied"), {});
    });
    connect(save, &QPushButton::clicked, this, &ChildrenPage::exportCsv);
    connect(add, &QPushButton::clicked, this, &ChildrenPage::addChild);
}

void ChildrenPage::buildList()
{
    m_view = new TableView(QStringLiteral("children"), this);
    m_view->setObjectName(QStringLiteral("childrenView"));
    m_view->setAccessibleName(tr("Children"));
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CellDelegate(m_view));
    m_needBars = new NeedBarDelegate(m_view);
    m_view->setItemDelegateForColumn(ChildrenTableModel::TotalNeedColumn, m_needBars);
    setColumnWidths();

    const bool mayImport = m_context.session.may(Right::ImportReturns);
    auto* none =
        new EmptyState(QStringLiteral("children"), tr("No children yet"),
                       tr("Import your statutory return, which brings every child with the "
                          "whole history, or add one child by hand."),
                       mayImport ? tr("Import a return") : QString(), this);
    connect(none, &EmptyState::actionRequested, this, [this] {
        emit placeRequested({QStringLiteral("import"), {}, {}});
    });
    m_noChildren = none;
    auto* nothing =
        new EmptyState(QStringLiteral("search"), tr("No child matches"),
                       tr("Fewer words or fewer filters find more."), tr("Clear filters"), this);
    nothing->setObjectName(QStringLiteral("noMatchState"));
    connect(nothing, &EmptyState::actionRequested, m_filter, [this] {
        m_filter->clear();
        if (m_model->rowCount() == 0)
            m_filter->showEverybody();
    });
    m_noMatch = nothing;
    auto* loading = new QLabel(tr("Reading the list…"), this);
    loading->setAlignment(Qt::AlignCenter);
    setRole(loading, "muted");
    m_loading = loading;
    m_stack = new QStackedWidget(this);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_view, m_noChildren, m_noMatch, m_loading})
        m_stack->addWidget(part);
}

void ChildrenPage::setColumnWidths()
{
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('m'));
    const int date = fontMetrics().horizontalAdvance(QStringLiteral("30 Sept 2026")) + 20;
    m_view->horizontalHeader()->setStretchLastSection(false);
    m_view->setLeastWidths({7 * em, 6 * em, 0, 0, 9 * em, date, 8 * em, date, 7 * em});
    m_view->setColumnShares({130, 80, 55, 45, 190, 1, 120, 1, 110});
}

void ChildrenPage::showRows()
{
    const KeptPlace kept(*this);
    m_model->setRows(m_context.lists.children());
    m_needBars->setHighest(m_model->highestTotal());
    refreshState();
}

void ChildrenPage::applyFilter()
{
    const QString chosen = m_view->currentIndex().data(RecordIdRole).toString();
    m_model->setFilter(m_filter->filter());
    if (!chosen.isEmpty())
        if (const QModelIndex index = m_model->indexOf(ChildId{utf8(chosen)}); index.isValid())
            m_view->setCurrentIndex(index);
    refreshState();
}

void ChildrenPage::refreshState()
{
    m_header->setFacts(
        tr("%1 of %n children", nullptr, m_model->totalCount()).arg(m_model->rowCount()));
    QWidget* shown = m_view;
    if (m_model->totalCount() == 0)
        shown = m_context.lists.isLoaded() ? m_noChildren : m_loading;
    else if (m_model->rowCount() == 0)
        shown = m_noMatch;
    m_stack->setCurrentWidget(shown);
    m_filter->setVisible(m_model->totalCount() > 0);
    m_nearest->setVisible(m_model->showsNearest());
}

void ChildrenPage::openRow(const QModelIndex& index)
{
    emit placeRequested({QStringLiteral("child"), index.data(RecordIdRole).toString(), {}});
}

void ChildrenPage::addChild()
{
    const auto accounts = app::listAccounts(m_context.session);
    if (!accounts)
        return m_banner->showError(accounts.error());
    AddChildDialog dialog(*accounts, m_context.session.account().id, m_context.session.today(),
                          this);
    dialog.add = [this](const Child& child) { return app::addChild(m_context.session, child); };
    if (m_context.dialogs.run(dialog))
        emit placeRequested(
            {QStringLiteral("child"), text(dialog.added().value), QStringLiteral("about-me")});
}

void ChildrenPage::exportCsv()
{
    exportTable(m_context, this, *m_banner, tr("children.csv"), *m_view);
}

void ChildrenPage::open(const Place& /*place*/)
{
    emit titleChanged(tr("Children"));
    if (m_stack->currentWidget() == m_view && !m_view->hasFocus())
        m_filter->searchEdit()->setFocus(Qt::OtherFocusReason);
}

Place ChildrenPage::place() const
{
    return {QStringLiteral("children"), {}, {}};
}

std::optional<QTime> ChildrenPage::readAt() const
{
    return m_context.lists.childrenReadAt();
}

}  // namespace homeward::ui
