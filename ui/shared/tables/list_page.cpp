#include "ui/shared/tables/list_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/output/csv_export.h"
#include "ui/shared/output/export_door.h"
#include "ui/shared/tables/filter_bar.h"
#include "ui/shared/tables/saved_filters.h"
#include "ui/shared/tables/table_model.h"
#include "ui/shared/tables/table_print.h"

namespace homeward::ui {

ListPage::ListPage(const PageContext& context, const ListNames& names, TableModel* model,
                   QWidget* parent)
    : Page(parent),
      m_context(context),
      m_names(names),
      m_model(model),
      m_header(new PageHeader(this)),
      m_banner(new Banner(this)),
      m_filters(new FilterBar(names.page, this)),
      m_stack(new QStackedWidget(this)),
      m_list(new QWidget(m_stack)),
      m_above(new QVBoxLayout),
      m_listColumn(new QVBoxLayout(m_list)),
      m_view(new TableView(names.table, model, m_list)),
      m_reading(new QLabel(tr("Reading the list…"), m_stack))
{
    model->setParent(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_filters);
    layout->addLayout(m_above);
    layout->addWidget(m_stack, 1);
    m_listColumn->setContentsMargins(0, 0, 0, 0);
    m_listColumn->setSpacing(8);
    m_listColumn->addWidget(m_view, 1);
    m_reading->setAlignment(Qt::AlignCenter);
    setRole(m_reading, "muted");
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_reading);
    buildHeader();

    connect(m_filters, &FilterBar::filterChanged, this,
            [this] { keepingPlace([this] { narrow(); }); });
    connect(m_filters, &FilterBar::leftDownwards, this,
            [this] { whenRead([this] { goToList(); }); });
    connect(m_filters, &FilterBar::accepted, this,
            [this] { whenRead([this] { searchAccepted(); }); });
    connect(m_view, &TableView::rowActivated, this,
            [this](const QModelIndex& index) { openRow(index); });
    connect(m_view, &TableView::allRowsWanted, this,
            [this] { withWholeList([this] { m_view->selectAll(); }); });
    auto* find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        if (QLineEdit* const search = m_filters->search()) {
            search->setFocus(Qt::ShortcutFocusReason);
            search->selectAll();
        }
    });
}

void ListPage::buildHeader()
{
    m_header->setTitle(m_names.title);
    QPushButton* const copy = addAction(QStringLiteral("copyButton"), tr("Copy"), false);
    copy->setAccessibleName(m_names.copyHelp);
    QPushButton* const save = addAction(QStringLiteral("exportButton"), tr("Export…"), false);
    save->setAccessibleName(tr("Export the list as CSV"));
    connect(copy, &QPushButton::clicked, this, [this] {
        const auto copyNow = [this] {
            if (m_view->copySelectionOrAll())
                m_banner->show(Banner::Tone::Success, tr("Copied"), {});
        };
        if (m_view->selectionModel()->hasSelection())
            copyNow();
        else
            withWholeList(copyNow);
    });
    connect(save, &QPushButton::clicked, this, [this] {
        withWholeList([this] {
            exportTable(m_context, this, *m_banner, m_names.fileName, *m_view, group());
        });
    });
}

QPushButton* ListPage::addAction(const QString& objectName, const QString& words, bool primary)
{
    auto* button = new QPushButton(words, this);
    button->setObjectName(objectName);
    if (primary)
        setRole(button, "primary");
    m_header->actions()->addWidget(button);
    return button;
}

void ListPage::addAbove(QWidget* part)
{
    m_above->addWidget(part);
}

void ListPage::addBelow(QWidget* part)
{
    m_listColumn->addWidget(part);
}

EmptyState* ListPage::sayWhenNone(const ListState& state)
{
    auto* none = new EmptyState(state.icon, state.title, state.text, state.action, m_stack);
    m_stack->addWidget(none);
    m_none = none;
    return none;
}

EmptyState* ListPage::sayWhenNoMatch(const ListState& state)
{
    auto* none = new EmptyState(state.icon, state.title, state.text, tr("Clear filters"), m_stack);
    none->setObjectName(QStringLiteral("noMatchState"));
    connect(none, &EmptyState::actionRequested, m_filters, &FilterBar::clear);
    m_stack->addWidget(none);
    m_noMatch = none;
    return none;
}

void ListPage::sayWhileReading(const QString& words)
{
    m_reading->setText(words);
}

void ListPage::offerSavedFilters()
{
    new SavedFilters(m_context, m_names.page, *m_filters, *m_banner);
}

void ListPage::start()
{
    m_filters->restore();
    narrow();
}

void ListPage::showState(bool isRead)
{
    const bool empty = m_model->rowCount() == 0;
    const bool none = empty && recordCount() == 0;
    QWidget* shown = m_list;
    if (empty && (!isRead || !recordCount()))
        shown = m_reading;
    else if (none && m_none)
        shown = m_none;
    else if (empty && m_noMatch)
        shown = m_noMatch;
    m_stack->setCurrentWidget(shown);
    m_filters->setVisible(!none);
}

std::optional<int> ListPage::recordCount() const
{
    return m_model->totalCount();
}

QString ListPage::chosenRecord() const
{
    return m_view->currentIndex().data(RecordIdRole).toString();
}

void ListPage::goToList()
{
    m_view->setFocus(Qt::OtherFocusReason);
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->selectRow(0);
}

void ListPage::searchAccepted()
{
    m_view->clearSelection();
    m_view->setCurrentIndex({});
    goToList();
}

void ListPage::openRow(const QModelIndex& index)
{
    if (!m_names.record.isEmpty())
        emit placeRequested({m_names.record, index.data(RecordIdRole).toString(), {}});
}

void ListPage::open(const Place& /*place*/)
{
    emit titleChanged(m_names.tabName.isEmpty() ? m_names.title : m_names.tabName);
    if (m_stack->currentWidget() != m_none && !m_view->hasFocus() && m_filters->search())
        m_filters->search()->setFocus(Qt::OtherFocusReason);
}

Place ListPage::place() const
{
    return {m_names.page, {}, {}};
}

bool ListPage::print()
{
    if (m_model->rowCount() == 0)
        return false;
    withWholeList([this] { printWhole(); });
    return true;
}

void ListPage::printWhole()
{
    printTable(m_context, this, m_banner, *m_view, m_names.title, groupAndDate(m_context, group()));
}

/// Whom the list is of, in the words of its filters.
QString ListPage::group() const
{
    const QString narrowed = m_filters->words();
    return narrowed.isEmpty() ? m_names.title : tr("%1: %2").arg(m_names.title, narrowed);
}

}  // namespace homeward::ui
