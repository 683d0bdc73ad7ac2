#include "ui/shell/frame/standing_banner.h"

#include <QLocale>
#include <QVBoxLayout>

#include "app/session/rescue.h"
#include "app/session/session.h"
#include "app/trust/trust.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

StandingBanner::StandingBanner(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_standing(new Banner), m_rescue(new Banner)
{
    m_standing->setObjectName(u"standingBanner"_s);
    m_rescue->setObjectName(u"rescueBanner"_s);
    // What it says is true until it is dealt with.
    m_standing->setLasting();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 8, 24, 0);
    column->setSpacing(0);
    column->addWidget(m_standing);
    column->addWidget(m_rescue);
    connect(m_standing, &Banner::actionRequested, this, [this] {
        emit placeRequested({u"admin"_s, {}, u"audit"_s});
    });
    connect(m_rescue, &Banner::actionRequested, this, &StandingBanner::takeRescues);
    refresh();
}

void StandingBanner::refresh()
{
    showStanding();
    showRescues();
    // Without a word it takes no room.
    setVisible(!m_standing->isHidden() || !m_rescue->isHidden());
}

void StandingBanner::showStanding()
{
    const app::Standing standing = m_context.session.standing();
    const bool readOnly = m_context.session.readOnlyWhy().has_value();
    const QString now = standing.replaced ? u"replaced"_s
                        : readOnly        ? u"read-only"_s
                                          : text(standing.conflict);
    if (now == m_shown)
        return;
    m_shown = now;
    if (now.isEmpty())
        return m_standing->hide();
    if (standing.replaced)
        return m_standing->show(Banner::Tone::Problem, sentence("error.StoreReplaced.title"),
                                tr("They were deleted, moved or replaced while Homeward had them "
                                   "open. Nothing more is saved. What "
                                   "you type stays on screen and goes into an encrypted rescue "
                                   "file. Find out what happened to the "
                                   "folder, and sign in again."));
    if (readOnly) {
        const UserMessage words = messageFor(*m_context.session.readOnlyWhy());
        return m_standing->show(Banner::Tone::Info, tr("You can read here, not change anything."),
                                words.text + u' ' + words.nextStep);
    }
    const bool decides = m_context.session.may(Right::ManageAccounts);
    const UserMessage words = conflictMessage(standing.conflict);
    const QString sentences = decides ? words.text : words.text + u' ' + words.nextStep;
    if (decides)
        m_standing->showWithAction(Banner::Tone::Problem, words.title, sentences,
                                   tr("Look and decide"));
    else
        m_standing->show(Banner::Tone::Problem, words.title, sentences);
}

void StandingBanner::showRescues()
{
    const auto rescues = app::findRescues(m_context.session);
    const std::size_t before = m_rescues.size();
    m_rescues.clear();
    int drafts = 0;
    if (rescues)
        for (const app::Rescue& rescue : *rescues) {
            m_rescues.push_back(rescue.file);
            drafts += rescue.drafts;
        }
    if (m_rescues.size() == before)
        return;
    if (m_rescues.empty())
        return m_rescue->hide();
    const QString when = momentText(rescues->front().at);
    m_rescue->showWithAction(Banner::Tone::Info,
                             tr("Words that could not be saved are still there"),
                             tr("%n record(s), last on %1. They were kept in an encrypted file in "
                                "your profile. As drafts they wait "
                                "for you where you were writing.",
                                nullptr, drafts)
                                 .arg(when),
                             tr("Make drafts of them"));
}

void StandingBanner::takeRescues()
{
    for (const auto& file : m_rescues) {
        const auto taken = app::takeRescue(m_context.session, file);
        if (!taken)
            return m_rescue->showError(taken.error());
    }
    m_rescue->show(Banner::Tone::Success, tr("They are drafts now"),
                   tr("You find them in My work and on the pages where you wrote them."));
    m_rescues.clear();
    setVisible(!m_standing->isHidden());
}

}  // namespace homeward::ui
