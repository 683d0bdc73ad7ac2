#include "ui/shared/records/record_editor.h"

#include <utility>

#include "app/session/drafts.h"
#include "app/records/children.h"
#include "app/session/session.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/records/conflict_card.h"
#include "ui/shared/records/form_undo.h"
#include "ui/shared/records/other_drafts.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/error_presenter.h"

namespace homeward::ui {

RecordEditor::RecordEditor(const PageContext& context, const std::string& kind, RecordForm form,
                           Banner* banner, ConflictCard* card)
    : QObject(form.widget),
      m_context(context),
      m_kind(kind),
      m_form(std::move(form)),
      m_banner(banner),
      m_card(card),
      m_others(new OtherDrafts(context, kind, m_form.widget)),
      m_keeper(context.changes, [this](const std::string& record) { return keep(record); }),
      m_undo(new FormUndo(m_form.widget, m_form.read, m_form.write))
{
    connect(m_undo, &FormUndo::stepped, this, [this] {
        m_form.clearProblems();
        keepTyped();
    });
    connect(&m_keeper, &DraftKeeper::stateChanged, this, &RecordEditor::saveStateChanged);
    connect(&m_keeper, &DraftKeeper::failed, m_banner, &Banner::showError);
    connect(m_banner, &Banner::actionRequested, this, &RecordEditor::followOffer);
    connect(m_card, &ConflictCard::theirsChosen, this, &RecordEditor::takeTheirs);
    m_others->keep = [this] { return m_keeper.saveNow(); };
    connect(m_others, &OtherDrafts::switched, this, [this] {
        show(m_record, m_base);
        resumeDraft();
    });
}

void RecordEditor::show(const std::string& record, const RecordVersion& version)
{
    if (record != m_record)
        m_keeper.forget();
    m_record = record;
    m_base = version;
    m_offer = Offer::None;
    m_form.write(version.fields);
    m_undo->forget();
    m_form.clearProblems();
    m_banner->hide();
    m_others->hide();
    m_card->hide();
    emit editedChanged();
}

void RecordEditor::resumeDraft()
{
    const auto kept = app::readDraft(m_context.session, m_kind, m_record);
    m_others->look(m_record);
    if (!kept || !*kept)
        return;
    const auto draft = RecordDraft::fromJson(**kept);
    if (!draft || draft->mine == m_base.fields)
        return;
    const bool isOlder = draft->base.rowVersion != m_base.rowVersion;
    m_form.write(draft->mine);
    m_undo->forget();
    m_keeper.hold(m_record);
    // Begun on an older version: saving must meet the conflict, not overwrite silently.
    m_base = draft->base;
    if (isOlder) {
        offerNewer();
    } else {
        m_offer = Offer::Discard;
        m_banner->showWithAction(Banner::Tone::Info, tr("What you typed is back"),
                                 tr("It was not saved yet. Save it, or discard it."),
                                 tr("Discard it"));
    }
    emit editedChanged();
}

void RecordEditor::readAgain(const RecordVersion& version)
{
    if (m_saving || !isEdited())
        show(m_record, version);
    else if (version.rowVersion != m_base.rowVersion)
        offerNewer();
}

void RecordEditor::markSaved(int rowVersion)
{
    m_base = {m_form.read(), rowVersion};
    emit editedChanged();
}

void RecordEditor::touch()
{
    m_undo->note();
    keepTyped();
}

void RecordEditor::keepTyped()
{
    m_keeper.touch(m_record);
    emit editedChanged();
}

Result<Done> RecordEditor::keep(const std::string& record)
{
    if (record != m_record)
        return Error{ErrorCode::Internal, "no entries of " + m_kind + " " + record, {}};
    if (!isEdited())
        return app::dropDraft(m_context.session, m_kind, record);
    return app::keepDraft(m_context.session, m_kind, record,
                          RecordDraft{m_base, m_form.read()}.toJson());
}

void RecordEditor::finish()
{
    m_keeper.forget();
    m_offer = Offer::None;
    m_banner->hide();
    m_card->hide();
    dropDraft();
}

void RecordEditor::dropDraft()
{
    if (const auto dropped = app::dropDraft(m_context.session, m_kind, m_record); !dropped)
        m_banner->showError(dropped.error());
}

void RecordEditor::refuse(const Error& error)
{
    emit refused();
    if (error.code == ErrorCode::EditConflict)
        return offerNewer();
    if (!showBrokenRules(error, m_form.setProblem))
        m_banner->showError(error);
}

void RecordEditor::offerNewer()
{
    m_offer = Offer::NewerVersion;
    m_banner->showWithAction(
        Banner::Tone::Warning, sentence("error.EditConflict.title"),
        tr("What you typed is still here and kept as your draft; it was not saved."),
        tr("Show the newer version beside mine"));
    emit editedChanged();
}

void RecordEditor::followOffer()
{
    const Offer offer = std::exchange(m_offer, Offer::None);
    if (offer == Offer::Discard)
        discard();
    else if (offer == Offer::NewerVersion)
        emit newerWanted();
}

void RecordEditor::compareWith(const RecordVersion& newer)
{
    m_form.write(rebased(m_base.fields, m_form.read(), newer.fields));
    m_undo->forget();
    m_base = newer;
    m_banner->hide();
    showConflicts();
}

void RecordEditor::takeTheirs(const QString& key)
{
    FieldTexts mine = m_form.read();
    mine[utf8(key)] = m_base.fields[utf8(key)];
    m_form.write(mine);
    showConflicts();
}

void RecordEditor::showConflicts()
{
    const FieldTexts mine = m_form.read();
    std::vector<FieldConflict> conflicts;
    for (const std::string& key : m_form.keys) {
        const QString own = text(mine.at(key));
        const QString theirs = text(m_base.fields[key]);
        if (own != theirs)
            conflicts.push_back(
                {text(key), m_form.label(key), m_form.words(key, own), m_form.words(key, theirs)});
    }
    m_card->compare(conflicts);
    touch();
}

void RecordEditor::discard()
{
    const Question question{tr("Discard what you typed?"),
                            tr("What you typed since the last save is lost."),
                            tr("Discard changes"), tr("Keep typing"), true};
    if (isEdited() && !m_context.dialogs.confirm(m_form.widget, question))
        return;
    m_keeper.forget();
    show(m_record, m_base);
    dropDraft();
    emit discarded();
}

bool RecordEditor::keepUnsaved()
{
    return m_keeper.saveNow() && !isHeld(m_form.widget);
}

std::optional<Error> RecordEditor::problem() const
{
    if (isHeld(m_form.widget))
        return Error{ErrorCode::StoreLocked, "waiting to be saved", {}};
    return m_keeper.problem();
}

}  // namespace homeward::ui
