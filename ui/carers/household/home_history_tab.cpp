#include "ui/carers/household/home_history_tab.h"

#include <QComboBox>
#include <QVBoxLayout>

#include "ui/shared/history/history_view.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

HomeHistoryTab::HomeHistoryTab(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_history(new HistoryView(m_context, QStringLiteral("home"), this)),
      m_rows(
          this, context, {app::Aggregate::Home},
          [this](app::Session& session) { return app::historyOf(session, m_page.home.id); },
          [this](const auto& rows) { take(rows); })
{
    m_rows.setConcerns(
        [this](const auto& changes) { return changes.concerns(m_page.home.id.value); });
    m_history->filter()->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->addWidget(m_history->tools(), 0, Qt::AlignRight);
    layout->addWidget(m_history, 1);
}

void HomeHistoryTab::showHome(const app::HomePage& page)
{
    const bool another = page.home.id != m_page.home.id;
    m_page = page;
    if (page.home.id.isEmpty())
        m_rows.forget();
    else if (another)
        m_rows.read();
}

void HomeHistoryTab::take(const Result<std::vector<app::AuditRow>>& rows)
{
    if (!rows)
        return m_history->showError(rows.error());
    m_history->setFileName(tr("history-%1").arg(text(m_page.home.reference)));
    m_history->setRows(*rows, historyNames(m_context, *rows));
}

}  // namespace homeward::ui
