#include "ui/carers/home_history_tab.h"

#include <QComboBox>
#include <QVBoxLayout>

#include "app/audit_trail.h"
#include "ui/shared/format.h"
#include "ui/shared/history/history_view.h"

namespace homeward::ui {

HomeHistoryTab::HomeHistoryTab(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_history(new HistoryView(m_context, QStringLiteral("home"), this))
{
    m_history->filter()->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->addWidget(m_history->tools(), 0, Qt::AlignRight);
    layout->addWidget(m_history, 1);
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
        return m_history->showError(rows.error());
    m_history->setFileName(tr("history-%1").arg(text(m_page.home.reference)));
    m_history->setRows(*rows, historyNames(m_context));
}

}  // namespace homeward::ui
