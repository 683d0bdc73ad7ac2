#include "ui/children/history_tab.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>

#include "app/accounts.h"
#include "app/audit_trail.h"
#include "app/frameworks.h"
#include "ui/children/csv_export.h"
#include "ui/children/history_table_model.h"
#include "ui/shared/banner.h"
#include "ui/shared/card.h"
#include "ui/shared/cells/cell_delegate.h"
#include "ui/shared/format.h"
#include "ui/shared/record_lists.h"
#include "ui/shared/table_view.h"

namespace homeward::ui {

HistoryTab::HistoryTab(const PageContext& context, QWidget* parent)
    : ChildTab(context, parent),
      m_banner(new Banner(this)),
      m_model(new HistoryTableModel(this)),
      m_fields(new ChangedFieldsModel(this)),
      m_view(new TableView(QStringLiteral("child/history"), this))
{
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('m'));
    m_view->setObjectName(QStringLiteral("historyView"));
    m_view->setAccessibleName(tr("History"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CellDelegate(m_view));
    m_view->setColumnWidth(HistoryTableModel::WhenColumn, 14 * em);
    m_view->setColumnWidth(HistoryTableModel::WhoColumn, 15 * em);
    m_view->setColumnWidth(HistoryTableModel::WhatColumn, 20 * em);
    m_view->sortByColumn(HistoryTableModel::WhenColumn, Qt::DescendingOrder);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HistoryTab::showDetail);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HistoryTab::showDetail);

    auto* table = new Card({}, this);
    table->body()->addWidget(m_view, 1);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(table);
    split->addWidget(buildDetail());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_banner);
    layout->addWidget(split, 1);
    buildTools();
}

Card* HistoryTab::buildDetail()
{
    m_detail = new Card(tr("What was changed"), this);
    m_fieldsView = new TableView(QStringLiteral("child/history-fields"), m_detail);
    m_fieldsView->setObjectName(QStringLiteral("changedFieldsView"));
    m_fieldsView->setAccessibleName(tr("Changed fields, before and after"));
    m_fieldsView->setModel(m_fields);
    m_fieldsView->setSortingEnabled(false);
    m_fieldsView->setWordWrap(true);
    m_fieldsView->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('m'));
    m_fieldsView->setColumnWidth(ChangedFieldsModel::FieldColumn, 20 * em);
    m_fieldsView->setColumnWidth(ChangedFieldsModel::BeforeColumn, 24 * em);
    m_fieldsView->setEmptyText(tr("Choose a change above. Looking at a record changes nothing."));
    m_detail->body()->addWidget(m_fieldsView, 1);
    return m_detail;
}

void HistoryTab::buildTools()
{
    auto* row = new QHBoxLayout(tools());
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_count = new QLabel(tools());
    setRole(m_count, "muted");
    m_show = new QComboBox(tools());
    m_show->setObjectName(QStringLiteral("historyShow"));
    m_show->setAccessibleName(tr("What to show"));
    m_show->addItem(tr("Changes and views"), static_cast<int>(HistoryTableModel::Show::Everything));
    m_show->addItem(tr("Changes only"), static_cast<int>(HistoryTableModel::Show::Changes));
    m_show->addItem(tr("Views only"), static_cast<int>(HistoryTableModel::Show::Views));
    connect(m_show, &QComboBox::currentIndexChanged, this, [this] {
        m_model->setShow(static_cast<HistoryTableModel::Show>(m_show->currentData().toInt()));
        m_count->setText(tr("%n line(s)", nullptr, m_model->rowCount()));
    });
    auto* copy = new QPushButton(tr("Copy"), tools());
    copy->setAccessibleName(tr("Copy the selected rows, or all"));
    auto* save = new QPushButton(tr("Export…"), tools());
    save->setAccessibleName(tr("Export the history as CSV"));
    for (QWidget* part : std::initializer_list<QWidget*>{m_count, m_show, copy, save})
        row->addWidget(part);
    connect(copy, &QPushButton::clicked, this, [this] {
        if (!m_view->selectionModel()->hasSelection())
            m_view->selectAll();
        m_view->copySelection();
    });
    connect(save, &QPushButton::clicked, this, &HistoryTab::exportCsv);
}

void HistoryTab::showChild(const app::ChildPage& page)
{
    if (page.child.id != m_page.child.id)
        m_banner->hide();
    m_page = page;
    m_loaded = false;
    if (isVisible())
        shown();
}

void HistoryTab::shown()
{
    if (!m_loaded && !m_page.child.id.isEmpty())
        load();
}

HistoryNames HistoryTab::names() const
{
    HistoryNames names;
    if (const auto accounts = app::listAccounts(m_context.session))
        for (const Account& account : *accounts)
            names.ids[account.id.value] = account.personName;
    for (const app::HomeRow& home : m_context.lists.homes())
        names.ids[home.id.value] = home.name;
    if (const auto frameworks = app::listFrameworks(m_context.session))
        for (const app::FrameworkRow& row : *frameworks)
            names.ids[row.id.value] = row.title + " " + row.version;
    if (const auto framework = app::currentFramework(m_context.session))
        for (const auto& domain : framework->domains)
            names.domains[domain.key] = domain.title;
    return names;
}

void HistoryTab::load()
{
    m_loaded = true;
    const auto rows = app::historyOf(m_context.session, m_page.child.id);
    if (!rows)
        return m_banner->showError(rows.error());
    m_model->setRows(*rows, names());
    m_count->setText(tr("%n line(s)", nullptr, m_model->rowCount()));
}

void HistoryTab::showDetail()
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (rows.size() != 1) {
        m_fields->clear();
        m_detail->setSubtitle({});
        return;
    }
    const app::AuditRow& row = m_model->rowAt(rows.front().row());
    m_fields->setRow(row, m_model->names());
    m_detail->setSubtitle(
        tr("%1, %2, %3").arg(useCaseText(row.useCase), text(row.personName), momentText(row.at)));
}

void HistoryTab::exportCsv()
{
    exportCsvText(m_context, this, *m_banner,
                  tr("history-%1.csv").arg(text(m_page.child.caseNumber)), m_view->toCsv());
}

void HistoryTab::changed(const app::ChangeSet& changes)
{
    if (!concerns(changes, m_page.child.id) ||
        changes.aggregates == std::set{app::Aggregate::Draft})
        return;
    m_loaded = false;
    if (isVisible())
        load();
}

}  // namespace homeward::ui
