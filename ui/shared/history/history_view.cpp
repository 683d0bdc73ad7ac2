#include "ui/shared/history/history_view.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>

#include "app/authority/accounts.h"
#include "app/needs/frameworks.h"
#include "app/records/homes.h"
#include "ui/shared/history/history_table_model.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/output/csv_export.h"
#include "ui/shared/pages/page.h"
#include "ui/shared/tables/table_print.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

HistoryView::HistoryView(const PageContext& context, const QString& name, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_banner(new Banner(this)),
      m_model(new HistoryTableModel(this)),
      m_fields(new ChangedFieldsModel(this)),
      m_tools(new QWidget(this))
{
    auto* split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(buildList(name));
    split->addWidget(buildDetail(name));
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_banner);
    layout->addWidget(split, 1);
    buildTools();
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HistoryView::showDetail);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HistoryView::showDetail);
}

QWidget* HistoryView::buildList(const QString& name)
{
    auto* card = new Card({}, this);
    m_view = new TableView(
        {name + QStringLiteral("/history"), QStringLiteral("historyView"), tr("History")}, m_model,
        card);
    card->body()->addWidget(m_view, 1);
    return card;
}

QWidget* HistoryView::buildDetail(const QString& name)
{
    m_detail = new Card(tr("What was changed"), this);
    m_fieldsView =
        new TableView({name + QStringLiteral("/history-fields"),
                       QStringLiteral("changedFieldsView"), tr("Changed fields, before and after")},
                      m_fields, m_detail);
    m_fieldsView->setSortingEnabled(false);
    m_fieldsView->setWordWrap(true);
    m_fieldsView->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_detail->body()->addWidget(m_fieldsView, 1);
    return m_detail;
}

void HistoryView::buildTools()
{
    using Show = HistoryTableModel::Show;
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_count = new QLabel(m_tools);
    setRole(m_count, "muted");
    m_filter = new QComboBox(m_tools);
    m_filter->setObjectName(QStringLiteral("historyChoice"));
    m_filter->setAccessibleName(tr("What to show"));
    m_filter->addItem(tr("Changes"), static_cast<int>(Show::Changes));
    m_filter->addItem(tr("Who looked"), static_cast<int>(Show::Views));
    m_filter->addItem(tr("Changes and looks"), static_cast<int>(Show::Everything));
    m_model->setShow(Show::Changes);
    auto* copy = new QPushButton(tr("Copy"), m_tools);
    copy->setAccessibleName(tr("Copy the selected rows, or all"));
    auto* save = new QPushButton(tr("Export…"), m_tools);
    save->setAccessibleName(tr("Export the history as CSV"));
    for (QWidget* part : std::initializer_list<QWidget*>{m_count, m_filter, copy, save})
        row->addWidget(part);
    connect(m_filter, &QComboBox::currentIndexChanged, this, [this] {
        m_model->setShow(static_cast<Show>(m_filter->currentData().toInt()));
        showCount();
    });
    connect(copy, &QPushButton::clicked, this, [this] { m_view->copySelectionOrAll(); });
    connect(save, &QPushButton::clicked, this, [this] {
        exportTable(m_context, this, *m_banner, m_fileName + QStringLiteral(".csv"), *m_view,
                    tr("%1: %2").arg(m_fileName, m_filter->currentText()));
    });
}

bool HistoryView::print()
{
    return printTable(m_context, this, m_banner, *m_view, m_filter->currentText());
}

void HistoryView::setChild(const ChildId& child)
{
    m_view->setExport({}, child);
    m_fieldsView->setExport({}, child);
}

void HistoryView::setRows(std::vector<app::AuditRow> rows, HistoryNames names)
{
    m_model->setRows(std::move(rows), std::move(names));
    showCount();
    if (m_model->rowCount() > 0)
        m_view->selectRow(0);
}

void HistoryView::showError(const Error& error)
{
    m_banner->showError(error);
}

void HistoryView::hideMessage()
{
    m_banner->hide();
}

void HistoryView::showCount()
{
    m_count->setText(tr("%n line(s)", nullptr, m_model->rowCount()));
    const bool views = m_model->show() == HistoryTableModel::Show::Views;
    m_view->setEmptyText(views ? tr("Nobody has looked at this record yet.")
                               : tr("No change is on record."));
    m_fieldsView->setEmptyText(m_model->rowCount() == 0 ? QString()
                               : views                  ? tr("Looking at a record changes nothing.")
                                       : tr("Choose a line above to see each field before and "
                                            "after."));
}

void HistoryView::showDetail()
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

HistoryNames historyNames(const PageContext& context, const std::vector<app::AuditRow>& rows)
{
    HistoryNames names;
    if (const auto accounts = app::listAccounts(context.session))
        for (const Account& account : *accounts)
            names.ids[account.id.value] = account.personName;
    if (const auto records = app::namesIn(context.session, rows))
        names.ids.insert(records->begin(), records->end());
    if (const auto providers = app::listProviders(context.session))
        for (const Provider& provider : *providers)
            names.ids[provider.id.value] = provider.name;
    if (const auto frameworks = app::listFrameworks(context.session))
        for (const app::FrameworkRow& row : *frameworks)
            names.ids[row.id.value] = row.title + " " + row.version;
    if (const auto framework = app::currentFramework(context.session))
        for (const NeedsFramework::Domain& domain : framework->domains)
            names.domains[domain.key] = domain.title;
    return names;
}

}  // namespace homeward::ui
