#pragma once

#include <functional>

#include "ui/shared/pages/page.h"
#include "ui/shared/records/record_draft.h"
#include "ui/shared/tasks/draft_keeper.h"
#include "ui/shared/tasks/held_form.h"

namespace homeward::ui {

class Banner;
class ConflictCard;
class OtherDrafts;
class FormUndo;

/// What a form of a record gives its editor.
struct RecordForm {
    QWidget* widget = nullptr;      ///< held while it waits to be saved
    std::vector<std::string> keys;  ///< of its fields, in reading order
    std::function<FieldTexts()> read;
    std::function<void(const FieldTexts&)> write;  ///< not as if it were typed
    std::function<QString(const std::string& key)> label;
    /// A value as a person reads it, e.g. a name for an id.
    std::function<QString(const std::string& key, const QString& value)> words;
    /// Says beside the field what is wrong with it. False: there is no such field.
    std::function<bool(const std::string& key, const QString& sentence)> setProblem;
    std::function<void()> clearProblems;
};

/// What every form of a record does around its fields: keeps what is typed as a draft and puts it
/// back, undoes it in phrases, saves, meets a colleague's newer version (both side by side, merged,
/// mine first) and discards. The page reads records and writes them; it says `show` for another
/// record, `readAgain` for the same one.
class RecordEditor : public QObject {
    Q_OBJECT
public:
    /// `kind`: of its drafts, e.g. "home". Messages go to `banner`, both versions to `card`.
    RecordEditor(const PageContext& context, const std::string& kind, RecordForm form,
                 Banner* banner, ConflictCard* card);

    /// Shows `record` (its id; "new" or the like while it has none) and forgets what was shown.
    void show(const std::string& record, const RecordVersion& version);
    /// What was typed about it and never saved is shown in its place, if there is something.
    void resumeDraft();
    /// It was read once more: shown if nothing is typed, else offered where it is newer.
    void readAgain(const RecordVersion& version);
    /// It was saved as it stands, as `rowVersion`.
    void markSaved(int rowVersion);

    bool isEdited() const { return m_form.read() != m_base.fields; }
    bool isSaving() const { return m_saving; }
    /// Of the version that the fields were begun on: what saving must find in the store.
    int rowVersion() const { return m_base.rowVersion; }

    /// A field was changed by the person.
    void touch();
    FormUndo& undo() { return *m_undo; }
    /// Says that there is another draft; for the page, below its banner.
    OtherDrafts* otherDrafts() const { return m_others; }
    /// `write` stores the record; `done` gets what it gave once it is stored and its draft is gone.
    /// Where it fails, the fields or the banner say why. `beside`: parts held with the form.
    /// False: it waits for another program.
    template <typename T>
    bool save(const QList<QWidget*>& beside, std::function<Result<T>()> write,
              std::function<void(const T&)> done)
    {
        m_form.clearProblems();
        m_saving = true;
        return saveFrom<T>(QList<QWidget*>{m_form.widget} + beside, std::move(write),
                           [this, done = std::move(done)](const Result<T>& result) {
                               m_saving = false;
                               if (!result)
                                   return refuse(result.error());
                               finish();
                               done(*result);
                           });
    }
    /// Beside its field if it has one, else in the banner; a conflict offers both versions.
    void refuse(const Error& error);
    /// Asks first. The form shows the version it was begun on; `discarded` asks for the present
    /// one.
    void discard();
    /// Both versions side by side; the form shows them merged.
    void compareWith(const RecordVersion& newer);

    /// Writes the draft at once; see Page::keepUnsaved.
    bool keepUnsaved();
    std::optional<Error> problem() const;

signals:
    void editedChanged();  ///< what is typed, or what it is compared with
    void newerWanted();    ///< read the record and call compareWith
    void refused();        ///< before it is said why
    void discarded();
    void saveStateChanged(const QString& text);

private:
    enum class Offer { None, Discard, NewerVersion };  ///< what the button of the banner does

    Result<Done> keep(const std::string& record);
    void finish();
    void dropDraft();
    void keepTyped();
    void offerNewer();
    void followOffer();
    void takeTheirs(const QString& key);
    void showConflicts();

    const PageContext m_context;
    const std::string m_kind;
    const RecordForm m_form;
    Banner* m_banner;
    ConflictCard* m_card;
    OtherDrafts* m_others;
    DraftKeeper m_keeper;
    FormUndo* m_undo;
    std::string m_record;
    RecordVersion m_base;
    Offer m_offer = Offer::None;
    bool m_saving = false;
};

}  // namespace homeward::ui
