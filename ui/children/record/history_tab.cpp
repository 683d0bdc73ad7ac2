#include "ui/children/record/history_tab.h"

#include <QBoxLayout>

#include "ui/children/record/second_record.h"
#include "ui/shared/history/history_view.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

using app::Aggregate;

HistoryTab::HistoryTab(const PageContext& context, QWidget* parent)
    : ChildTab(context, parent),
      m_second(new SecondRecord(m_context, this)),
      m_history(new HistoryView(m_context, QStringLiteral("child"), this)),
      m_rows(
          this, context,
          {Aggregate::Child, Aggregate::CareHistory, Aggregate::Assessment, Aggregate::Placement,
           Aggregate::Audit, Aggregate::View},
          [this](app::Session& session) { return app::historyOf(session, m_page.child.id); },
          [this](const auto& rows) { take(rows); })
{
    m_rows.setConcerns(
        [this](const auto& changes) { return changes.concerns(m_page.child.id.value); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_second);
    layout->addWidget(m_history, 1);
    connect(m_second, &SecondRecord::placeRequested, this, &ChildTab::placeRequested);
    auto* row = new QHBoxLayout(tools());
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_second->button());
    row->addWidget(m_history->tools());
}

void HistoryTab::showChild(const app::ChildPage& page)
{
    const bool another = page.child.id != m_page.child.id;
    m_page = page;
    m_second->setChild(page.child);
    if (!another)
        return;
    m_history->hideMessage();
    m_rows.read();
}

bool HistoryTab::print()
{
    return m_history->print();
}

void HistoryTab::take(const Result<std::vector<app::AuditRow>>& rows)
{
    if (!rows)
        return m_history->showError(rows.error());
    m_history->setChild(m_page.child.id);
    m_history->setFileName(tr("history-%1").arg(text(m_page.child.caseNumber)));
    m_history->setRows(*rows, historyNames(m_context, *rows));
}

}  // namespace homeward::ui
