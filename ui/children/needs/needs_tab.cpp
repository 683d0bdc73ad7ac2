#include "ui/children/needs/needs_tab.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPrinter>
#include <QPushButton>
#include <QScopedValueRollback>

#include "app/needs/frameworks.h"
#include "domain/needs/draft_rebase.h"
#include "ui/children/needs/assessment_choice.h"
#include "ui/children/needs/needs_print.h"
#include "ui/shared/fields/date_field.h"
#include "ui/shared/fields/field_note.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/records/other_drafts.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/output/export_door.h"
#include "ui/shared/ratings/issue_words.h"
#include "ui/shared/ratings/ratings_editor.h"
#include "ui/shared/tables/table_print.h"
#include "ui/shared/tasks/draft_keeper.h"
#include "ui/shared/tasks/held_form.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
NeedsTab::NeedsTab(const PageContext& context, QWidget* parent)
    : ChildTab(context, parent),
      m_reading(
          this, context, {app::Aggregate::Assessment},
          [this](app::Session& session) -> Result<app::NeedsPage> {
              // What is being typed is read back with the rest.
              if (!m_drafts->saveNow())
                  return *m_drafts->problem();
              return app::openNeeds(session, m_page.child.id);
          },
          [this](const auto& page) { take(page); }),
      m_mayAssess(context.session.may(Right::AssessNeeds)),
      m_banner(new Banner(this)),
      m_others(new OtherDrafts(context, app::kAssessmentDraft, this)),
      m_editor(new RatingsEditor(RatingsEditor::Side::Needs, this))
{
    m_reading.setConcerns([this](const auto& changes) { return isTouchedBy(changes); });
    m_editor->setObjectName(QStringLiteral("needsEditor"));
    m_drafts = new DraftKeeper(
        context.changes, [this](const std::string& child) { return storeDraft(child); }, this);
    connect(m_drafts, &DraftKeeper::stateChanged, this, &ChildTab::saveStateChanged);
    connect(m_drafts, &DraftKeeper::failed, m_banner, &Banner::showError);
    connect(m_banner, &Banner::actionRequested, this, &NeedsTab::startFromNewer);
    connect(m_editor, &RatingsEditor::edited, this, &NeedsTab::draftEdited);
    m_others->keep = [this] { return m_drafts->saveNow(); };
    connect(m_others, &OtherDrafts::switched, &m_reading, &LiveReading::readNow);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_banner);
    layout->addWidget(m_others);
    buildBar();
    layout->addWidget(m_editor, 1);
    buildTools();
}

void NeedsTab::buildBar()
{
    m_choice = new AssessmentChoice(this);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        m_banner->hide();
        m_countsIssues = false;
        // What cannot be kept stays in m_draft, one choice away.
        m_drafts->saveNow();
        showChosen();
    });
    m_date = new DateField(this);
    m_date->setObjectName(QStringLiteral("assessedOnEdit"));
    m_date->setAccessibleName(tr("Assessed on"));
    m_date->setToday(m_context.session.today());
    m_date->setMaximumDate(toQDate(m_context.session.today()));
    m_date->setRequired(true);
    m_dateField = new FieldWithNote(m_date, this);
    connect(m_date, &DateField::textChanged, this, [this] {
        if (!m_filling)
            draftEdited();
    });
    m_dateLabel = new QLabel(tr("Assessed on"), this);
    m_dateLabel->setBuddy(m_date);
    m_reason = new QLineEdit(this);
    m_reason->setObjectName(QStringLiteral("correctionReasonEdit"));
    m_reason->setAccessibleName(tr("Why it is corrected"));
    m_reason->setPlaceholderText(tr("Why it is corrected"));
    connect(m_reason, &QLineEdit::textEdited, this, &NeedsTab::draftEdited);
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("needsNote"));
    setRole(m_note, "muted");
    auto* bar = new QHBoxLayout;
    bar->setSpacing(12);
    bar->addWidget(m_choice);
    bar->addWidget(m_dateLabel);
    bar->addWidget(m_dateField);
    bar->addWidget(m_reason, 2);
    bar->addWidget(m_note, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(bar);
}

void NeedsTab::buildTools()
{
    auto* row = new QHBoxLayout(tools());
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_print = new QPushButton(tr("Print"), tools());
    m_print->setObjectName(QStringLiteral("printNeedsButton"));
    m_discard = new QPushButton(tr("Discard draft…"), tools());
    m_discard->setObjectName(QStringLiteral("discardButton"));
    m_complete = new QPushButton(tr("Complete review"), tools());
    m_complete->setObjectName(QStringLiteral("completeButton"));
    m_complete->setToolTip(tr("Ctrl+Enter"));
    setRole(m_complete, "primary");
    m_correct = new QPushButton(tr("Correct…"), tools());
    m_correct->setObjectName(QStringLiteral("correctButton"));
    m_review = new QPushButton(tools());
    m_review->setObjectName(QStringLiteral("startReviewButton"));
    setRole(m_review, "primary");
    for (QPushButton* button : {m_discard, m_print, m_correct, m_review, m_complete})
        row->addWidget(button);
    connect(m_correct, &QPushButton::clicked, this, &NeedsTab::correct);
    connect(m_review, &QPushButton::clicked, this, [this] {
        m_choice->chooseDraft();
        m_editor->setFocus();
    });
    connect(m_print, &QPushButton::clicked, this, [this] { print(); });
    connect(m_discard, &QPushButton::clicked, this, &NeedsTab::discard);
    connect(m_complete, &QPushButton::clicked, this, &NeedsTab::complete);
}

void NeedsTab::showChild(const app::ChildPage& page)
{
    const bool sameChild = page.child.id == m_page.child.id;
    m_page = page;
    if (sameChild)
        return;
    m_drafts->forget();
    m_banner->hide();
    m_draft.reset();
    m_completed.clear();
    {
        const QScopedValueRollback guard(m_filling, true);
        m_choice->clear();
    }
    m_reading.read();
}

void NeedsTab::take(const Result<app::NeedsPage>& page)
{
    if (!page)
        return m_banner->showError(page.error());
    if (isShown(*page))
        return;
    m_completed = page->completed;
    takeDraft(*page);
    m_choice->offer(m_draft, m_completed);
    showChosen();
    emit factsChanged();
}

/// Then nothing is built anew under the hands of whoever is writing.
bool NeedsTab::isShown(const app::NeedsPage& page) const
{
    if (m_choice->count() == 0 || page.completed != m_completed)
        return false;
    if (!m_draft || !page.draft || !*page.draft)
        return !m_draft && !page.draft;
    const app::OpenDraft& read = **page.draft;
    return read.draft == m_draft->draft && read.resumed == m_draft->resumed;
}

void NeedsTab::takeDraft(const app::NeedsPage& page)
{
    m_draft.reset();
    m_others->hide();
    m_drafts->forget();  // all that was typed is in what was read
    if (!page.draft)
        return;
    if (!*page.draft)
        return m_banner->showError(page.draft->error());
    m_draft = **page.draft;
    if (m_draft->version)
        app::goOnWith(m_context.session, app::kAssessmentDraft, m_draft->draft.child.value,
                      *m_draft->version);
    m_others->tell(m_draft->draft.child.value, m_draft->others);
    if (m_draft->resumed)
        m_drafts->hold(m_draft->draft.child.value);
    if (m_draft->outdated)
        showCompleteError(Error{ErrorCode::EditConflict, {}, {}});
}

bool NeedsTab::showsDraft() const
{
    return m_draft && m_choice->isDraft();
}

const Assessment* NeedsTab::chosenAssessment() const
{
    return m_choice->chosenOf(m_completed);
}

void NeedsTab::showChosen()
{
    const QScopedValueRollback guard(m_filling, true);
    m_editor->setVisible(m_choice->count() > 0);
    if (showsDraft()) {
        m_editor->setDocument(m_draft->framework, m_draft->draft.ratings,
                              m_draft->previous ? &m_draft->previous->ratings : nullptr, false);
        m_date->setDay(m_draft->draft.assessedOn);
        m_reason->setText(text(m_draft->draft.reason));
        m_note->setText(m_draft->previous ? tr("Before: %1, total need %2")
                                                .arg(dateText(m_draft->previous->assessedOn))
                                                .arg(totalLevel(m_draft->previous->ratings))
                                          : QString());
    } else if (const Assessment* assessment = chosenAssessment()) {
        showCompleted(*assessment);
    } else {
        m_note->setText(tr("No needs assessment has been completed yet."));
    }
    refreshButtons();
    emit factsChanged();
}

void NeedsTab::showCompleted(const Assessment& assessment)
{
    const auto framework = app::framework(m_context.session, assessment.framework);
    if (!framework)
        return m_banner->showError(framework.error());
    const Assessment* earlier = earlierThan(assessment, m_completed);
    m_editor->setDocument(*framework, assessment.ratings, earlier ? &earlier->ratings : nullptr,
                          true);
    m_note->setText(tr("Completed by %1 on %2 · total need %3 · to look at, not to change")
                        .arg(text(assessment.completedByName), momentText(assessment.completedAt),
                             QString::number(totalLevel(assessment.ratings))));
    m_note->setToolTip(assessment.corrects
                           ? tr("It corrects an earlier one: %1").arg(text(assessment.reason))
                           : QString());
}

void NeedsTab::refreshButtons()
{
    const bool draft = showsDraft();
    const bool correction = m_draft && m_draft->draft.corrects;
    const Assessment* chosen = chosenAssessment();
    m_dateField->setVisible(draft);
    m_dateLabel->setVisible(draft);
    m_reason->setVisible(draft && correction);
    m_complete->setVisible(draft);
    m_complete->setText(correction            ? tr("Complete correction")
                        : m_completed.empty() ? tr("Complete assessment")
                                              : tr("Complete review"));
    m_discard->setVisible(draft && m_draft->resumed);
    m_print->setVisible(draft || chosen);
    m_review->setVisible(!draft && m_draft);
    m_review->setText(correction                    ? tr("Go on with the correction")
                      : m_draft && m_draft->resumed ? tr("Go on with your draft")
                                                    : tr("Start review"));
    const bool latest = chosen && chosen->id == m_completed.back().id;
    m_correct->setVisible(latest && m_draft && !m_draft->resumed &&
                          !app::correctionRefused(m_context.session, *chosen));
}

/// The draft that it becomes is kept like any other, so that it can be left and discarded.
void NeedsTab::correct()
{
    const Assessment* chosen = chosenAssessment();
    if (!chosen)
        return;
    m_banner->hide();
    m_drafts->forget();
    if (const auto begun = app::beginCorrection(m_context.session, chosen->id); !begun)
        return m_banner->showError(begun.error());
    m_reading.readNow();
    m_choice->chooseDraft();
    m_reason->setFocus();
}

void NeedsTab::draftEdited()
{
    if (!showsDraft())
        return;
    // Kept at every key, so that looking at another assessment meanwhile loses nothing.
    m_draft->draft.ratings = m_editor->ratings();
    m_draft->draft.assessedOn = m_date->day().value_or(m_draft->draft.assessedOn);
    if (m_draft->draft.corrects)
        m_draft->draft.reason = utf8(m_reason->text());
    m_draft->resumed = true;
    m_drafts->touch(m_draft->draft.child.value);
    refreshButtons();
    if (m_countsIssues)
        countIssues(issues());
}

std::vector<CompletionIssue> NeedsTab::issues() const
{
    return completionIssues(
        m_draft->draft, m_draft->framework, m_page.child.birthDate, m_context.session.today(),
        m_draft->previous && !m_draft->draft.corrects ? &m_draft->previous->ratings : nullptr);
}

Result<Done> NeedsTab::storeDraft(const std::string& child)
{
    if (!m_draft || m_draft->draft.child.value != child)
        return Error{ErrorCode::Internal, "no draft of child " + child, {}};
    return app::saveDraft(m_context.session, m_draft->draft);
}

bool NeedsTab::keepUnsaved()
{
    const bool kept = m_drafts->saveNow();
    return kept && !isHeld(this);
}

std::optional<Error> NeedsTab::unsaveable() const
{
    if (isHeld(this))
        return Error{ErrorCode::StoreLocked, "waiting to be saved", {}};
    return m_drafts->problem();
}

bool NeedsTab::save()
{
    if (!showsDraft())
        return false;
    m_drafts->saveNow();
    return true;
}

bool NeedsTab::complete()
{
    if (!showsDraft())
        return false;
    if (m_date->settle())
        completeDraft();
    return true;
}

void NeedsTab::completeDraft()
{
    m_banner->hide();
    m_drafts->saveNow();
    const AssessmentDraft draft = m_draft->draft;
    if (const auto open = issues(); !open.empty())
        return showIssues(open);
    m_countsIssues = false;
    m_completing = true;
    const bool atOnce = saveFrom<AssessmentId>(
        {this, tools()},
        [this, draft] { return app::completeAssessment(m_context.session, draft); },
        [this](const Result<AssessmentId>& done) { finishCompleting(done); });
    if (!atOnce)
        m_banner->hide();  // the status bar says what it waits for
}

void NeedsTab::finishCompleting(const Result<AssessmentId>& done)
{
    m_completing = false;
    if (!done)
        return showCompleteError(done.error());
    m_drafts->forget();
    m_reading.readNow();
    if (!m_completed.empty())
        m_choice->choose(m_completed.back().id);
    m_banner->show(Banner::Tone::Success, tr("Assessment completed"),
                   tr("It is on record and shows under Over time."));
    emit saveStateChanged(tr("Completed"));
}

void NeedsTab::showIssues(const std::vector<CompletionIssue>& open)
{
    m_countsIssues = true;
    countIssues(open);
    // From the last to the first, so that the first one ends up in focus.
    for (auto issue = open.rbegin(); issue != open.rend(); ++issue) {
        if (!issue->domainKey.empty())
            m_editor->showIssue(issue->domainKey, issueText(issue->kind));
        else if (issue->kind == CompletionIssue::Kind::ReasonMissing)
            m_reason->setFocus(Qt::OtherFocusReason);
        else
            m_date->setFocus(Qt::OtherFocusReason);
    }
}

void NeedsTab::countIssues(const std::vector<CompletionIssue>& open)
{
    if (open.empty()) {
        m_banner->hide();
        m_countsIssues = false;
        return;
    }
    m_banner->show(Banner::Tone::Warning,
                   tr("%n thing(s) to finish first", nullptr, static_cast<int>(open.size())),
                   issuesText(open, m_draft->framework));
}

void NeedsTab::showCompleteError(const Error& error)
{
    if (error.code != ErrorCode::EditConflict)
        return m_banner->showError(error);
    m_banner->showWithAction(Banner::Tone::Warning,
                             tr("A newer assessment was completed meanwhile"),
                             tr("Your draft was begun before it. Everything you wrote is kept."),
                             tr("Carry my changes over to the newer one"));
}

void NeedsTab::startFromNewer()
{
    if (!m_draft)
        return;
    const AssessmentDraft mine = m_draft->draft;
    const auto completed = app::assessmentsOf(m_context.session, m_page.child.id);
    if (!completed)
        return m_banner->showError(completed.error());
    m_completed = *completed;
    if (m_completed.empty())
        return;
    m_draft->previous = m_completed.back();
    m_draft->draft = rebased(mine, m_completed.back(), m_draft->framework);
    m_draft->resumed = true;
    m_draft->outdated = false;
    m_banner->hide();
    m_choice->offer(m_draft, m_completed);
    showChosen();
    m_drafts->touch(m_draft->draft.child.value);
    m_drafts->saveNow();
}

void NeedsTab::discard()
{
    const Question question{tr("Discard this draft?"),
                            tr("Levels and evidence you entered since the last completed "
                               "assessment are lost. Completed assessments stay."),
                            tr("Discard draft"), tr("Keep draft"), true};
    if (!m_context.dialogs.confirm(this, question))
        return;
    m_drafts->forget();
    if (const auto gone = app::discardDraft(m_context.session, m_page.child.id); !gone)
        return m_banner->showError(gone.error());
    m_banner->hide();
    m_reading.readNow();
    emit saveStateChanged(QString());
}

bool NeedsTab::isTouchedBy(const app::ChangeSet& changes)
{
    if (m_completing || !changes.concerns(m_page.child.id.value))
        return false;
    const bool writing = m_draft && m_draft->resumed;
    if (writing)
        showCompleteError(Error{ErrorCode::EditConflict, {}, {}});
    return !writing;
}

bool NeedsTab::print()
{
    const Assessment* completed = chosenAssessment();
    if (!showsDraft() && !completed)
        return false;
    PrintedNeeds needs{m_page, {}, m_editor->ratings(), {}, {}};
    if (completed) {
        const auto framework = app::framework(m_context.session, completed->framework);
        if (!framework) {
            m_banner->showError(framework.error());
            return true;
        }
        needs.framework = *framework;
        needs.assessedOn = completed->assessedOn;
        needs.state = tr("completed by %1").arg(text(completed->completedByName));
    } else {
        needs.framework = m_draft->framework;
        needs.assessedOn = m_draft->draft.assessedOn;
        needs.state = tr("draft, not completed");
    }
    QPrinter printer;
    printer.setDocName(tr("Needs of %1").arg(text(m_page.summary.displayName)));
    ExportDoor(m_context, this, m_banner)
        .toPaper(printer, tr("Print the needs assessment"),
                 {{}, "needs-report", 1, m_page.child.id},
                 [&](const Paper& paper) { paper.print(needsHtml(needs)); });
    return true;
}

QString NeedsTab::facts() const
{
    if (showsDraft() && m_draft->resumed)
        return tr("draft of %1").arg(dateText(m_draft->draft.assessedOn));
    return {};
}

}  // namespace homeward::ui
