#include "ui/children/history_tab.h"

#include <QBoxLayout>

#include "app/audit_trail.h"
#include "ui/shared/format.h"
#include "ui/shared/history/history_view.h"

namespace homeward::ui {

HistoryTab::HistoryTab(const PageContext& context, QWidget* parent)
    : ChildTab(context, parent),
      m_history(new HistoryView(m_context, QStringLiteral("child"), this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_history, 1);
    auto* row = new QHBoxLayout(tools());
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_history->tools());
}

void HistoryTab::showChild(const app::ChildPage& page)
{
    if (page.child.id != m_page.child.id)
        m_history->hideMessage();
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

void HistoryTab::load()
{
    m_loaded = true;
    const auto rows = app::historyOf(m_context.session, m_page.child.id);
    if (!rows)
        return m_history->showError(rows.error());
    m_history->setChild(m_page.child.id);
    m_history->setFileName(tr("history-%1").arg(text(m_page.child.caseNumber)));
    m_history->setRows(*rows, historyNames(m_context));
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
