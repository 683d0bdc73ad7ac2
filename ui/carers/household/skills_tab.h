#pragma once

#include <QWidget>
#include <optional>

#include "app/records/homes.h"
#include "domain/needs/assessment.h"
#include "ui/carers/household/skills_draft.h"
#include "ui/shared/pages/page.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace homeward::ui {

class Banner;
class OtherDrafts;
class DateField;
class DraftKeeper;
class EmptyState;
class FieldWithNote;
class RatingsEditor;

/// What the household can do, by domain: dated profiles to look at, and a new one to record.
class SkillsTab : public QWidget {
    Q_OBJECT
public:
    explicit SkillsTab(const PageContext& context, QWidget* parent = nullptr);

    /// Another home, or the same one read again. What is being written stays with the same home;
    /// for another one only after keepUnsaved: what is still unsaved then is given up.
    void showHome(const app::HomePage& page);
    /// True: nothing is unsaved any more; false: unsaveable() says why.
    bool keepUnsaved();
    std::optional<Error> unsaveable() const;
    bool isWriting() const { return m_draft.has_value(); }

    bool complete();  ///< records what is written; false: nothing is

signals:
    void saveStateChanged(const QString& text);
    void recorded();               ///< a new profile; read the home again
    void newerVersionRequested();  ///< a colleague recorded one; read the home again

private:
    void build();
    void connectParts();
    void resumeDraft();
    void showProfiles();
    void showProfile(int index);
    bool readFramework(const FrameworkVersionId& id);
    void showDraft();
    void showButtons();
    void beginDraft();
    void discardDraft();
    void recordDraft();
    void showIssues(const std::vector<CompletionIssue>& issues);
    void finishRecording(const Result<SkillsProfileId>& recordedId);
    void refuse(const Error& error);
    void compareWithNewer();
    const SkillsProfile* newest() const;
    Result<Done> storeDraft(const std::string& home);

    PageContext m_context;
    app::HomePage m_page;
    NeedsFramework m_framework;          ///< of what is in the editor
    std::optional<SkillsDraft> m_draft;  ///< empty: looking, not writing
    bool m_newerWanted = false;

    Banner* m_banner;
    OtherDrafts* m_others;
    QComboBox* m_profileBox;
    QLabel* m_dateLabel;
    DateField* m_dateEdit;
    FieldWithNote* m_dateField;
    QPushButton* m_updateButton;
    QPushButton* m_discardButton;
    QPushButton* m_recordButton;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    RatingsEditor* m_editor;
    DraftKeeper* m_keeper;
};

}  // namespace homeward::ui
