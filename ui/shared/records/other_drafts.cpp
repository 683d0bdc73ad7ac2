#include "ui/shared/records/other_drafts.h"

#include <utility>

#include "ui/shared/words/format.h"

namespace homeward::ui {

OtherDrafts::OtherDrafts(const PageContext& context, std::string kind, QWidget* parent)
    : Banner(parent), m_context(context), m_kind(std::move(kind))
{
    setObjectName(QStringLiteral("otherDraftsBanner"));
    connect(this, &Banner::actionRequested, this, &OtherDrafts::switchToNewest);
}

void OtherDrafts::look(const std::string& record)
{
    const auto others = app::otherDrafts(m_context.session, m_kind, record);
    tell(record, others ? *others : std::vector<app::DraftVersion>());
}

void OtherDrafts::tell(const std::string& record, const std::vector<app::DraftVersion>& others)
{
    m_record = record;
    m_others = others;
    if (m_others.empty())
        return hide();
    showWithAction(Tone::Info, tr("You wrote another draft of this"),
                   tr("It was written in another window or at another computer, last on %1. Both "
                      "are kept.")
                       .arg(momentText(m_others.front().changedAt)),
                   tr("Show that one"));
}

void OtherDrafts::switchToNewest()
{
    if (m_others.empty() || (keep && !keep()))
        return;
    const auto shown =
        app::switchDraft(m_context.session, m_kind, m_record, m_others.front().writer);
    if (!shown)
        return showError(shown.error());
    hide();
    emit switched();
}

}  // namespace homeward::ui
