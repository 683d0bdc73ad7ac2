#include "ui/carers/household/skills_tab.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/session/drafts.h"
#include "app/needs/frameworks.h"
#include "app/records/children.h"
#include "app/session/session.h"
#include "ui/shared/fields/date_field.h"
#include "ui/shared/fields/field_note.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/records/other_drafts.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/ratings/issue_words.h"
#include "ui/shared/ratings/ratings_editor.h"
#include "ui/shared/tasks/draft_keeper.h"
#include "ui/shared/tasks/held_form.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

constexpr const char* kSkillsDraftKind = "skills";

}  // namespace

SkillsTab::SkillsTab(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_banner(new Banner(this)),
      m_others(new OtherDrafts(context, kSkillsDraftKind, this)),
      m_profileBox(new QComboBox(this)),
      m_dateLabel(new QLabel(tr("Recorded on"), this)),
      m_dateEdit(new DateField(this)),
      m_dateField(new FieldWithNote(m_dateEdit, this)),
      m_updateButton(new QPushButton(tr("Update skills…"), this)),
      m_discardButton(new QPushButton(tr("Discard draft"), this)),
      m_recordButton(new QPushButton(tr("Record profile"), this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(
          QStringLiteral("star"), tr("No skills profile yet"),
          tr("Say what this household can do, domain by domain, and what it "
             "rests on. Without it every skill counts as untested."),
          context.session.may(Right::EditHomes) ? tr("Record the first profile") : QString(),
          this)),
      m_editor(new RatingsEditor(RatingsEditor::Side::Skills, this)),
      m_keeper(new DraftKeeper(
          context.changes, [this](const std::string& home) { return storeDraft(home); }, this))
{
    build();
    connectParts();
}

void SkillsTab::build()
{
    m_profileBox->setObjectName(QStringLiteral("profileBox"));
    m_profileBox->setAccessibleName(tr("Which skills profile"));
    m_profileBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_dateLabel->setBuddy(m_dateEdit);
    setRole(m_dateLabel, "muted");
    m_dateEdit->setObjectName(QStringLiteral("recordedOnEdit"));
    m_dateEdit->setAccessibleName(tr("Recorded on"));
    m_dateEdit->setToday(m_context.session.today());
    m_dateEdit->setRequired(true);
    m_dateEdit->setMaximumDate(toQDate(m_context.session.today()));
    m_updateButton->setObjectName(QStringLiteral("updateSkillsButton"));
    m_discardButton->setObjectName(QStringLiteral("discardSkillsButton"));
    setRole(m_discardButton, "quiet");
    m_recordButton->setObjectName(QStringLiteral("recordSkillsButton"));
    setRole(m_recordButton, "primary");
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_editor);

    auto* tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_profileBox);
    tools->addWidget(m_dateLabel);
    tools->addWidget(m_dateField);
    tools->addStretch(1);
    tools->addWidget(m_discardButton);
    tools->addWidget(m_updateButton);
    tools->addWidget(m_recordButton);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_banner);
    layout->addWidget(m_others);
    layout->addLayout(tools);
    layout->addWidget(m_stack, 1);
}

void SkillsTab::connectParts()
{
    connect(m_profileBox, &QComboBox::currentIndexChanged, this, &SkillsTab::showProfile);
    connect(m_updateButton, &QPushButton::clicked, this, &SkillsTab::beginDraft);
    connect(m_empty, &EmptyState::actionRequested, this, &SkillsTab::beginDraft);
    connect(m_discardButton, &QPushButton::clicked, this, &SkillsTab::discardDraft);
    connect(m_recordButton, &QPushButton::clicked, this, &SkillsTab::complete);
    connect(m_banner, &Banner::actionRequested, this, &SkillsTab::compareWithNewer);
    connect(m_editor, &RatingsEditor::edited, this, [this] {
        if (!m_draft)
            return;
        m_draft->ratings = m_editor->ratings();
        m_keeper->touch(m_page.home.id.value);
    });
    connect(m_dateEdit, &DateField::textChanged, this, [this] {
        const auto day = m_dateEdit->day();
        if (!m_draft || !day || *day == m_draft->recordedOn)
            return;
        m_draft->recordedOn = *day;
        m_keeper->touch(m_page.home.id.value);
    });
    connect(m_keeper, &DraftKeeper::stateChanged, this, &SkillsTab::saveStateChanged);
    connect(m_keeper, &DraftKeeper::failed, m_banner, &Banner::showError);
    m_others->keep = [this] { return m_keeper->saveNow(); };
    connect(m_others, &OtherDrafts::switched, this, [this] {
        m_draft.reset();
        resumeDraft();
        showProfiles();
    });
}

const SkillsProfile* SkillsTab::newest() const
{
    return m_page.profiles.empty() ? nullptr : &m_page.profiles.front();
}

void SkillsTab::showHome(const app::HomePage& page)
{
    const bool same = page.home.id == m_page.home.id;
    if (!same) {
        m_keeper->forget();
        m_draft.reset();
        m_banner->hide();
        m_others->hide();
    }
    m_page = page;
    if (m_draft && m_newerWanted) {
        m_newerWanted = false;
        m_draft->basedOn = newest() ? newest()->id : SkillsProfileId{};
        showDraft();
        return;
    }
    if (m_draft)
        return;
    if (!same)
        resumeDraft();
    showProfiles();
}

void SkillsTab::resumeDraft()
{
    if (m_page.home.id.isEmpty() || !m_context.session.may(Right::EditHomes))
        return;
    const auto stored = app::readDraft(m_context.session, kSkillsDraftKind, m_page.home.id.value);
    m_others->look(m_page.home.id.value);
    if (!stored || !*stored)
        return;
    const auto draft = skillsDraftFrom(**stored);
    if (!draft)
        return;
    m_draft = *draft;
    m_keeper->hold(m_page.home.id.value);
    m_banner->show(Banner::Tone::Info, tr("Your draft is back"),
                   tr("It was not recorded yet. Go on, or discard it."));
}

void SkillsTab::showProfiles()
{
    {
        const QSignalBlocker blocker(m_profileBox);
        m_profileBox->clear();
        for (std::size_t i = 0; i < m_page.profiles.size(); ++i) {
            const SkillsProfile& profile = m_page.profiles[i];
            const QString words =
                tr("%1, %2").arg(dateText(profile.recordedOn), text(profile.recordedByName));
            m_profileBox->addItem(i == 0 ? tr("%1 (newest)").arg(words) : words);
        }
    }
    if (m_draft)
        showDraft();
    else
        showProfile(0);
}

void SkillsTab::showProfile(int index)
{
    if (m_draft)
        return;
    showButtons();
    if (index < 0 || index >= static_cast<int>(m_page.profiles.size())) {
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    const auto at = static_cast<std::size_t>(index);
    const SkillsProfile& profile = m_page.profiles[at];
    const std::vector<Rating>* earlier =
        at + 1 < m_page.profiles.size() ? &m_page.profiles[at + 1].skills : nullptr;
    if (!readFramework(profile.framework))
        return;
    m_editor->setDocument(m_framework, profile.skills, earlier, true);
    m_stack->setCurrentWidget(m_editor);
}

/// Each profile is shown, and a draft finished, in the version it was made in.
bool SkillsTab::readFramework(const FrameworkVersionId& id)
{
    if (id == m_page.framework.id) {
        m_framework = m_page.framework;
        return true;
    }
    const auto stored = app::framework(m_context.session, id);
    if (stored)
        m_framework = *stored;
    else
        m_banner->showError(stored.error());
    return stored.ok();
}

void SkillsTab::showDraft()
{
    if (!readFramework(m_draft->framework))
        return;
    m_dateEdit->setDay(m_draft->recordedOn);
    m_editor->setDocument(m_framework, m_draft->ratings, newest() ? &newest()->skills : nullptr,
                          false);
    m_stack->setCurrentWidget(m_editor);
    showButtons();
}

void SkillsTab::showButtons()
{
    const bool may = m_context.session.may(Right::EditHomes);
    const bool writing = m_draft.has_value();
    m_profileBox->setVisible(!writing && !m_page.profiles.empty());
    m_updateButton->setVisible(may && !writing && !m_page.profiles.empty());
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_dateLabel, m_dateField, m_discardButton, m_recordButton})
        part->setVisible(writing);
}

void SkillsTab::beginDraft()
{
    m_draft = skillsDraftFrom(m_page.framework, newest(), m_context.session.today());
    m_banner->hide();
    showDraft();
    m_editor->setFocus();
}

void SkillsTab::discardDraft()
{
    if (m_editor->isModified() || m_keeper->isPending()) {
        const Question question{
            tr("Discard this draft?"),
            tr("What you wrote in it is lost. Recorded profiles stay as they are."),
            tr("Discard draft"), tr("Keep writing"), true};
        if (!m_context.dialogs.confirm(this, question))
            return;
    }
    m_keeper->forget();
    if (const auto dropped =
            app::dropDraft(m_context.session, kSkillsDraftKind, m_page.home.id.value);
        !dropped)
        m_banner->showError(dropped.error());
    else
        m_banner->hide();
    m_draft.reset();
    showProfiles();
}

bool SkillsTab::complete()
{
    if (!m_draft)
        return false;
    if (m_dateEdit->settle())
        recordDraft();
    return true;
}

void SkillsTab::recordDraft()
{
    SkillsProfile profile;
    profile.home = m_page.home.id;
    profile.framework = m_draft->framework;
    profile.recordedOn = m_draft->recordedOn;
    profile.skills = m_editor->ratings();
    for (Rating& rating : profile.skills)
        rating.confirmed = true;
    m_banner->hide();
    if (const auto issues =
            skillIssues(profile.skills, m_framework, newest() ? &newest()->skills : nullptr);
        !issues.empty())
        return showIssues(issues);
    saveFrom<SkillsProfileId>(
        {this},
        [this, profile, basedOn = m_draft->basedOn] {
            return app::recordSkills(m_context.session, profile, basedOn);
        },
        [this](const Result<SkillsProfileId>& id) { finishRecording(id); });
}

void SkillsTab::showIssues(const std::vector<CompletionIssue>& issues)
{
    m_banner->show(Banner::Tone::Warning,
                   tr("%n thing(s) to finish first", nullptr, static_cast<int>(issues.size())),
                   issuesText(issues, m_framework));
    // From the last to the first, so that the first one ends up in focus.
    for (auto issue = issues.rbegin(); issue != issues.rend(); ++issue)
        m_editor->showIssue(issue->domainKey, issueText(issue->kind));
}

void SkillsTab::finishRecording(const Result<SkillsProfileId>& recordedId)
{
    if (!recordedId)
        return refuse(recordedId.error());
    m_keeper->forget();
    const auto dropped = app::dropDraft(m_context.session, kSkillsDraftKind, m_page.home.id.value);
    m_draft.reset();
    if (dropped)
        m_banner->show(
            Banner::Tone::Success, tr("Recorded"),
            tr("Shortlists use the new profile from now on. Earlier ones stay to look at."));
    else
        m_banner->showError(dropped.error());
    emit recorded();
}

void SkillsTab::refuse(const Error& error)
{
    const auto field = error.facts.find("field");
    if (error.code == ErrorCode::InvalidInput && field != error.facts.end() &&
        m_framework.findDomain(field->second)) {
        m_editor->showIssue(field->second, ruleText(error));
        return;
    }
    if (error.code == ErrorCode::EditConflict) {
        m_banner->showWithAction(Banner::Tone::Warning,
                                 tr("Someone recorded a newer profile first"),
                                 tr("What you wrote is still on screen; nothing was recorded."),
                                 tr("Show theirs beside mine"));
        return;
    }
    m_banner->showError(error);
}

void SkillsTab::compareWithNewer()
{
    m_newerWanted = true;
    m_banner->show(Banner::Tone::Info, tr("The newer profile stands beside yours"),
                   tr("The column of earlier levels now shows what your colleague recorded."));
    emit newerVersionRequested();
}

Result<Done> SkillsTab::storeDraft(const std::string& home)
{
    if (!m_draft || home != m_page.home.id.value)
        return Error{ErrorCode::Internal, "no skills draft of home " + home, {}};
    return app::keepDraft(m_context.session, kSkillsDraftKind, home, toJson(*m_draft));
}

bool SkillsTab::keepUnsaved()
{
    const bool kept = m_keeper->saveNow();
    return kept && !isHeld(this);
}

std::optional<Error> SkillsTab::unsaveable() const
{
    if (isHeld(this))
        return Error{ErrorCode::StoreLocked, "waiting to be saved", {}};
    return m_keeper->problem();
}

}  // namespace homeward::ui
