#include "ui/carers/home_history_tab.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include "app/audit_trail.h"
#include "app/frameworks.h"
#include "app/session.h"
#include "ui/children/csv_export.h"
#include "ui/children/history_table_model.h"
#include "ui/shared/banner.h"
#include "ui/shared/card.h"
#include "ui/shared/cells/cell_delegate.h"
#include "ui/shared/format.h"
#include "ui/shared/record_lists.h"
#include "ui/shared/table_view.h"

namespace homeward::ui {
namespace {

HistoryNames namesFor(const PageContext& context, const app::HomePage& page)
{
    HistoryNames names;
    for (const app::ChildRow& child : context.lists.children())
        names.ids[child.id.value] = child.displayName;
    for (const app::HomeRow& home : context.lists.homes())
        names.ids[home.id.value] = home.name;
    if (const auto providers = app::listProviders(context.session))
        for (const app::Provider& provider : *providers)
            names.ids[provider.id.value] = provider.name;
    if (const auto frameworks = app::listFrameworks(context.session))
        for (const app::FrameworkRow& row : *frameworks)
            names.ids[row.id.value] = row.title + " " + row.version;
    for (const NeedsFramework::Domain& domain : page.framework.domains)
        names.domains[domain.key] = domain.title;
    return names;
}

}  // namespace

HomeHistoryTab::HomeHistoryTab(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_banner(new Banner(this)),
      m_model(new HistoryTableModel(this)),
      m_fields(new ChangedFieldsModel(this)),
      m_view(new TableView(QStringLiteral("home/history"), this)),
      m_fieldsView(new TableView(QStringLiteral("home/history-fields"), this)),
      m_countLabel(new QLabel(this))
{
    build();
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HomeHistoryTab::showDetail);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HomeHistoryTab::showDetail);
}

void HomeHistoryTab::build()
{
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('m'));
    m_view->setObjectName(QStringLiteral("homeHistoryView"));
    m_view->setAccessibleName(tr("Changes to this home"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CellDelegate(m_view));
    m_view->setEmptyText(tr("No change is on record."));
    m_view->setColumnWidth(HistoryTableModel::WhenColumn, 13 * em);
    m_view->setColumnWidth(HistoryTableModel::WhoColumn, 11 * em);
    m_view->setColumnWidth(HistoryTableModel::WhatColumn, 20 * em);
    m_view->sortByColumn(HistoryTableModel::WhenColumn, Qt::DescendingOrder);
    m_fieldsView->setObjectName(QStringLiteral("homeChangedFieldsView"));
    m_fieldsView->setAccessibleName(tr("Changed fields, before and after"));
    m_fieldsView->setModel(m_fields);
    m_fieldsView->setSortingEnabled(false);
    m_fieldsView->setWordWrap(true);
    m_fieldsView->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_fieldsView->setColumnWidth(ChangedFieldsModel::FieldColumn, 20 * em);
    m_fieldsView->setColumnWidth(ChangedFieldsModel::BeforeColumn, 24 * em);
    m_fieldsView->setEmptyText(tr("Choose a change above to see each field before and after."));
    setRole(m_countLabel, "muted");

    auto* exportButton = new QPushButton(tr("Export…"), this);
    exportButton->setAccessibleName(tr("Export the history as CSV"));
    connect(exportButton, &QPushButton::clicked, this, [this] {
        exportCsvText(m_context, this, *m_banner,
                      tr("history-%1.csv").arg(text(m_page.home.reference)), m_view->toCsv());
    });
    auto* changes = new Card(tr("Changes"), this);
    changes->headerTools()->addWidget(m_countLabel);
    changes->headerTools()->addWidget(exportButton);
    changes->body()->addWidget(m_view, 1);
    auto* detail = new Card(tr("What was changed"), this);
    detail->body()->addWidget(m_fieldsView, 1);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(changes);
    split->addWidget(detail);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->addWidget(m_banner);
    layout->addWidget(split, 1);
}

void HomeHistoryTab::showHome(const app::HomePage& page)
{
    m_page = page;
    m_loaded = false;
    if (isVisible())
        load();
}

void HomeHistoryTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_loaded && !m_page.home.id.isEmpty())
        load();
}

void HomeHistoryTab::load()
{
    m_loaded = true;
    const auto rows = app::historyOf(m_context.session, m_page.home.id);
    if (!rows)
        return m_banner->showError(rows.error());
    m_model->setRows(*rows, namesFor(m_context, m_page));
    m_countLabel->setText(m_model->totalCount() == 1 ? tr("1 change")
                                                     : tr("%1 changes").arg(m_model->totalCount()));
    if (m_model->rowCount() > 0)
        m_view->selectRow(0);
}

void HomeHistoryTab::showDetail()
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (rows.size() == 1)
        m_fields->setRow(m_model->rowAt(rows.front().row()), m_model->names());
    else
        m_fields->clear();
}

}  // namespace homeward::ui
