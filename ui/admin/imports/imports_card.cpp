#include "ui/admin/imports/imports_card.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/session/session.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/output/export_door.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

constexpr int kLeastHeight = 140;

}  // namespace

ImportTableModel::ImportTableModel(QObject* parent) : RowTable(parent)
{
    using Row = app::ImportRow;
    setColumns({
        column("when", tr("When"), [](const Row& row) { return momentText(row.at); })
            .sortedBy([](const Row& row) { return text(row.at.toIso()); })
            .first(Qt::DescendingOrder)
            .fits({momentText(Timestamp{})}),
        column("by", tr("By"), &Row::by).ems(8).share(90),
        column("files", tr("Files"), &Row::files).tooltip().ems(12).share(240),
        column("new", tr("New"), &Row::childrenCreated).right(),
        column("changed", tr("Changed"), &Row::childrenChanged).right(),
        column("findings", tr("Findings"),
               [](const Row& row) { return static_cast<int>(row.findings); })
            .right(),
        column("state", tr("State"),
               [](const Row& row) { return row.undone ? tr("taken back") : tr("stands"); })
            .fits({tr("taken back")}),
    });
}

ImportsCard::ImportsCard(const PageContext& context, Banner& banner, QWidget* parent)
    : Card(tr("Imports so far"), parent),
      m_context(context),
      m_banner(banner),
      m_model(new ImportTableModel(this)),
      m_view(new TableView({QStringLiteral("admin/imports"), QStringLiteral("importsTable"),
                            tr("Imports so far"), tr("No return has been taken over.")},
                           m_model, this)),
      m_back(new QPushButton(tr("Take back…"), this)),
      m_findings(new QPushButton(tr("Findings as CSV…"), this)),
      m_reading(
          this, context, {app::Aggregate::Child, app::Aggregate::CareHistory},
          [](app::Session& session) { return app::importsOf(session); },
          [this](const auto& imports) { take(imports); })
{
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setMinimumHeight(kLeastHeight);
    m_back->setObjectName(QStringLiteral("takeBackButton"));
    m_findings->setObjectName(QStringLiteral("importFindingsButton"));
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_findings);
    row->addWidget(m_back);
    body()->addWidget(m_view, 1);
    body()->addLayout(row);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ImportsCard::showActs);
    connect(m_back, &QPushButton::clicked, this, &ImportsCard::takeBack);
    connect(m_findings, &QPushButton::clicked, this, &ImportsCard::exportFindings);
    showActs();
}

void ImportsCard::take(const Result<std::vector<app::ImportRow>>& imports)
{
    if (!imports)
        return m_banner.showError(imports.error());
    m_model->setRows(*imports);
    if (m_model->rowCount() > 0)
        m_view->selectRow(0);
    showActs();
}

const app::ImportRow* ImportsCard::selected() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? &m_model->rowAt(index.row()) : nullptr;
}

void ImportsCard::showActs()
{
    const app::ImportRow* import = selected();
    m_back->setEnabled(import && import->canBeUndone);
    m_back->setToolTip(import && !import->canBeUndone
                           ? tr("Only the last import that stands can be taken back.")
                           : QString());
    m_findings->setEnabled(import && import->findings > 0);
}

void ImportsCard::takeBack()
{
    const app::ImportRow* import = selected();
    if (!import)
        return;
    const Question question{
        tr("Take this import back"),
        tr("Its rows (%1) count no more: %n child(ren) that only it brought (goes|go), and the "
           "others become what they would be without it.",
           nullptr, import->childrenCreated)
            .arg(text(import->files)),
        tr("Take back"), tr("Keep it"), true};
    if (!m_context.dialogs.confirm(this, question))
        return;
    if (const auto undone = app::undoImport(m_context.session, import->id); !undone)
        return m_banner.showError(undone.error());
    m_banner.show(Banner::Tone::Success, tr("Taken back"),
                  tr("The same files can be taken over again."));
    m_reading.readAgain();
}

void ImportsCard::exportFindings()
{
    const app::ImportRow* import = selected();
    if (!import)
        return;
    const auto findings = app::findingsOfImport(m_context.session, import->id);
    if (!findings)
        return m_banner.showError(findings.error());
    ExportDoor(m_context, this, &m_banner)
        .toSpreadsheet(
            {tr("Save the findings of this import"), tr("findings.csv"), tr("Table (*.csv)")},
            {{}, "findings", import->findings, {}}, *findings);
}

}  // namespace homeward::ui
