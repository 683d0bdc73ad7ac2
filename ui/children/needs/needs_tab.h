#pragma once

#include <optional>

#include "app/needs/assessments.h"
#include "ui/children/record/child_tab.h"
#include "ui/shared/pages/live_query.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace homeward::ui {

class AssessmentChoice;
class Banner;
class OtherDrafts;
class DateField;
class DraftKeeper;
class FieldWithNote;
class RatingsEditor;

/// The needs grid: a draft that is written on, or a completed assessment to look at.
class NeedsTab : public ChildTab {
    Q_OBJECT
public:
    explicit NeedsTab(const PageContext& context, QWidget* parent = nullptr);

    void showChild(const app::ChildPage& page) override;
    bool keepUnsaved() override;
    std::optional<Error> unsaveable() const override;
    bool print() override;
    bool save() override;
    bool complete() override;
    QString facts() const override;

private:
    void buildTools();
    void buildBar();
    void take(const Result<app::NeedsPage>& page);
    bool isShown(const app::NeedsPage& page) const;
    void takeDraft(const app::NeedsPage& page);
    bool isTouchedBy(const app::ChangeSet& changes);
    void showChosen();
    void showCompleted(const Assessment& assessment);
    void refreshButtons();
    void completeDraft();
    void correct();
    void finishCompleting(const Result<AssessmentId>& done);
    std::vector<CompletionIssue> issues() const;
    void showIssues(const std::vector<CompletionIssue>& open);
    void countIssues(const std::vector<CompletionIssue>& open);
    void showCompleteError(const Error& error);
    void discard();
    void startFromNewer();
    void draftEdited();
    Result<Done> storeDraft(const std::string& child);
    bool showsDraft() const;
    const Assessment* chosenAssessment() const;

    app::ChildPage m_page;
    std::vector<Assessment> m_completed;  ///< oldest first
    std::optional<app::OpenDraft> m_draft;
    LiveQuery<app::NeedsPage> m_reading;
    bool m_mayAssess = false;
    bool m_completing = false;
    bool m_filling = false;
    bool m_countsIssues = false;  ///< the banner says what stands in the way of completing

    Banner* m_banner;
    OtherDrafts* m_others;
    AssessmentChoice* m_choice = nullptr;
    DateField* m_date = nullptr;
    FieldWithNote* m_dateField = nullptr;
    QLabel* m_dateLabel = nullptr;
    QLabel* m_note = nullptr;
    QLineEdit* m_reason = nullptr;
    QPushButton* m_print = nullptr;
    QPushButton* m_correct = nullptr;
    QPushButton* m_review = nullptr;  ///< from a completed one to the draft
    QPushButton* m_discard = nullptr;
    QPushButton* m_complete = nullptr;
    RatingsEditor* m_editor;
    DraftKeeper* m_drafts;
};

}  // namespace homeward::ui
