#include "ui/children/about_me_tab.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QShortcut>

#include "app/accounts.h"
#include "ui/children/child_details_form.h"
#include "ui/children/conflict_card.h"
#include "ui/shared/banner.h"
#include "ui/shared/card.h"
#include "ui/shared/dialogs.h"
#include "ui/shared/draft_keeper.h"
#include "ui/shared/error_presenter.h"
#include "ui/shared/format.h"
#include "ui/shared/plain_words.h"
#include "ui/shared/held_form.h"
#include "ui/shared/history/history_words.h"
#include "ui/shared/ratings/growing_text_edit.h"

namespace homeward::ui {
namespace {

constexpr const char* kDraftKind = "about-me";

constexpr std::array<const char*, 3> kOwnWords = {"whatMattersToMe", "whatIAmGoodAt", "myHopes"};

}  // namespace

AboutMeTab::AboutMeTab(const PageContext& context, QWidget* parent)
    : ChildTab(context, parent),
      m_mayEdit(context.session.may(Right::EditChildren)),
      m_workers(
          this, context, {app::Aggregate::Account},
          [](app::Session& session) { return app::listAccounts(session); },
          [this](const auto& accounts) { showWorkers(accounts); }),
      m_banner(new Banner(this)),
      m_conflict(new ConflictCard(this))
{
    m_drafts = new DraftKeeper(
        [this](const std::string& child) {
            return app::keepDraft(m_context.session, kDraftKind, child,
                                  AboutMeDraft{entries(), m_seenVersion}.toJson());
        },
        this);
    connect(m_drafts, &DraftKeeper::stateChanged, this, &ChildTab::saveStateChanged);
    connect(m_drafts, &DraftKeeper::failed, m_banner, &Banner::showError);

    auto* content = new QWidget;
    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addLayout(buildOwnWords(), 3);
    columns->addWidget(buildDetails(), 2, Qt::AlignTop);
    auto* whole = new QVBoxLayout(content);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(12);
    whole->addWidget(m_conflict);
    whole->addLayout(columns);
    whole->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("About me"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_banner);
    layout->addWidget(scroll, 1);
    buildTools();
    connect(m_banner, &Banner::actionRequested, this, &AboutMeTab::compareWithNewer);
    connect(m_conflict, &ConflictCard::theirsChosen, this, [this](const QString& key) {
        AboutMeEntries mine = entries();
        mine[utf8(key)] = m_conflict->theirs()[utf8(key)];
        showEntries(mine);
        entriesEdited();
        compareWithNewer();
    });
}

QVBoxLayout* AboutMeTab::buildOwnWords()
{
    const QString hints[] = {tr("People, places, routines, things I want you to know"),
                             tr("What I like doing and what others say I do well"),
                             tr("Soon, and when I am grown up")};
    auto* column = new QVBoxLayout;
    column->setSpacing(12);
    for (std::size_t i = 0; i < kOwnWords.size(); ++i) {
        const QString title = fieldText(kOwnWords[i], {});
        auto* card = new Card(title, this);
        auto* edit = new GrowingTextEdit(card);
        edit->setObjectName(QString::fromLatin1(kOwnWords[i]) + QStringLiteral("Edit"));
        edit->setAccessibleName(title);
        edit->setPlaceholderText(m_mayEdit ? hints[i] : tr("Nothing written yet"));
        edit->setLines(4, 16);
        edit->setReadOnly(!m_mayEdit);
        connect(edit, &QPlainTextEdit::textChanged, this, &AboutMeTab::entriesEdited);
        card->body()->addWidget(edit);
        column->addWidget(card);
        m_ownWords[i] = edit;
    }
    column->addStretch(1);
    return column;
}

Card* AboutMeTab::buildDetails()
{
    auto* card = new Card(tr("Details"), this);
    m_details = new ChildDetailsForm(ChildDetailsForm::Extent::Whole, card);
    m_details->setToday(m_context.session.today());
    m_details->setReadOnly(!m_mayEdit);
    connect(m_details, &ChildDetailsForm::edited, this, &AboutMeTab::entriesEdited);
    card->body()->addWidget(m_details);
    m_siblings = new QLabel(card);
    m_siblings->setObjectName(QStringLiteral("siblingsLabel"));
    m_siblings->setWordWrap(true);
    m_siblings->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_siblings, &QLabel::linkActivated, this, [this](const QString& id) {
        emit placeRequested({QStringLiteral("child"), id, {}});
    });
    card->body()->addWidget(m_siblings);
    return card;
}

void AboutMeTab::buildTools()
{
    auto* row = new QHBoxLayout(tools());
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_readOnlyNote =
        new QLabel(tr("To read only: your role does not change children's records."), tools());
    setRole(m_readOnlyNote, "muted");
    m_readOnlyNote->setVisible(!m_mayEdit);
    m_giveUp = new QPushButton(tr("Undo changes…"), tools());
    m_giveUp->setObjectName(QStringLiteral("undoChangesButton"));
    m_save = new QPushButton(tr("Save"), tools());
    m_save->setObjectName(QStringLiteral("saveButton"));
    setRole(m_save, "primary");
    row->addWidget(m_readOnlyNote);
    row->addWidget(m_giveUp);
    row->addWidget(m_save);
    m_giveUp->setVisible(m_mayEdit);
    m_save->setVisible(m_mayEdit);
    connect(m_save, &QPushButton::clicked, this, &AboutMeTab::save);
    connect(m_giveUp, &QPushButton::clicked, this, &AboutMeTab::giveUp);
    auto* key = new QShortcut(QKeySequence::Save, this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &AboutMeTab::save);
}

AboutMeEntries AboutMeTab::entries() const
{
    AboutMeEntries entries = m_seenEntries;
    m_details->readInto(entries);
    for (std::size_t i = 0; i < kOwnWords.size(); ++i)
        entries[kOwnWords[i]] = m_ownWords[i]->toPlainText();
    return entries;
}

void AboutMeTab::showEntries(const AboutMeEntries& entries)
{
    const QScopedValueRollback guard(m_showing, true);
    m_details->show(entries);
    for (std::size_t i = 0; i < kOwnWords.size(); ++i)
        m_ownWords[i]->showText(entries[kOwnWords[i]]);
}

void AboutMeTab::showWorkers(const Result<std::vector<Account>>& accounts)
{
    if (!accounts)
        return;
    m_details->setWorkers(*accounts);
    for (const Account& account : *accounts)
        m_workerNames[account.id.value] = text(account.personName);
}

void AboutMeTab::showChild(const app::ChildPage& page)
{
    const bool sameChild = page.child.id == m_page.child.id;
    if (!sameChild)
        m_drafts->forget();
    const bool keepTyping = sameChild && isModified() && !m_saving;
    if (sameChild && isHeld(this))
        return;
    m_page = page;
    showSiblings(page);
    if (keepTyping) {
        if (page.child.rowVersion != m_seenVersion)
            showSaveError(Error{ErrorCode::EditConflict, {}, {}});
        return;
    }
    if (!m_workers.isWanted())
        m_workers.readNow();
    m_banner->hide();
    m_conflict->hide();
    m_details->clearProblems();
    m_seenEntries = AboutMeEntries::of(page.child);
    m_seenVersion = page.child.rowVersion;
    m_seenKnown = true;
    showEntries(m_seenEntries);
    if (!sameChild && m_mayEdit)
        resumeDraft();
    refreshState();
}

void AboutMeTab::resumeDraft()
{
    if (!m_page.draft)
        return;
    const auto draft = AboutMeDraft::fromJson(*m_page.draft);
    if (!draft || draft->entries == m_seenEntries)
        return;
    showEntries(draft->entries);
    if (draft->seenVersion == m_seenVersion) {
        m_banner->show(
            Banner::Tone::Info, tr("Your unsaved changes are back"),
            tr("You typed them earlier and did not save. Save them, or undo the changes."));
        return;
    }
    m_seenVersion = draft->seenVersion;
    m_seenKnown = false;
    showSaveError(Error{ErrorCode::EditConflict, {}, {}});
}

void AboutMeTab::showSiblings(const app::ChildPage& page)
{
    QStringList names;
    Markup words(tr("Brothers and sisters:") + u' ');
    for (std::size_t i = 0; i < page.siblings.size() && i < page.siblingNames.size(); ++i) {
        if (!names.isEmpty())
            words += Markup(QStringLiteral(", "));
        names << text(page.siblingNames[i]);
        words += Markup(QStringLiteral("<a href=\"%1\">%2</a>"),
                        {text(page.siblings[i].value), names.constLast()});
    }
    const QString none = tr("No brothers or sisters recorded.");
    setMarkup(*m_siblings, names.isEmpty() ? Markup(QStringLiteral("%1"), {none}) : words);
    m_siblings->setAccessibleName(
        names.isEmpty() ? none
                        : tr("Brothers and sisters: %1").arg(names.join(QStringLiteral(", "))));
}

void AboutMeTab::entriesEdited()
{
    if (m_showing)
        return;
    m_details->clearProblems();
    m_drafts->touch(m_page.child.id.value);
    refreshState();
}

void AboutMeTab::refreshState()
{
    const bool modified = isModified();
    m_save->setEnabled(m_mayEdit && modified);
    m_giveUp->setEnabled(modified);
}

void AboutMeTab::save()
{
    if (!m_mayEdit || !isModified())
        return;
    m_details->clearProblems();
    m_drafts->saveNow();
    Child base = m_page.child;
    const auto child = entries().applyTo(base);
    if (!child)
        return showSaveError(child.error());
    Child toSave = *child;
    toSave.rowVersion = m_seenVersion;
    const QScopedValueRollback guard(m_saving, true);
    const bool atOnce = saveFrom<int>(
        {this, tools()}, [this, toSave] { return app::saveChild(m_context.session, toSave); },
        [this, toSave](const Result<int>& version) { saved(toSave, version); });
    if (!atOnce)
        m_banner->hide();  // the status bar says what it waits for
}

void AboutMeTab::saved(const Child& child, const Result<int>& version)
{
    if (!version)
        return showSaveError(version.error());
    m_seenVersion = *version;
    m_seenEntries = entries();
    m_drafts->forget();
    m_banner->hide();
    if (const auto dropped = app::dropDraft(m_context.session, kDraftKind, child.id.value);
        !dropped)
        m_banner->showError(dropped.error());
    m_conflict->hide();
    refreshState();
    m_page.child = child;
    m_page.child.rowVersion = *version;
    emit saveStateChanged(tr("Saved"));
}

void AboutMeTab::showSaveError(const Error& error)
{
    if (error.code == ErrorCode::EditConflict) {
        const UserMessage message = messageFor(error);
        m_banner->showWithAction(
            Banner::Tone::Warning, message.title,
            tr("A colleague saved this child while you were typing. Everything "
               "you typed is still here and kept as your draft."),
            tr("Show the newer version beside mine"));
        refreshState();
        return;
    }
    const auto field = error.facts.find("field");
    if (error.code == ErrorCode::InvalidInput && field != error.facts.end() &&
        m_details->setProblem(field->second, ruleText(error)))
        return;
    m_banner->showError(error);
}

void AboutMeTab::compareWithNewer()
{
    auto newer = app::openChild(m_context.session, m_page.child.id);
    if (!newer)
        return m_banner->showError(newer.error());
    const AboutMeEntries theirs = AboutMeEntries::of(newer->child);
    AboutMeEntries mine = entries();
    if (m_seenKnown && newer->child.rowVersion != m_seenVersion)
        mine = merged(mine, m_seenEntries, theirs);
    showEntries(mine);
    m_page = *newer;
    m_seenEntries = theirs;
    m_seenVersion = newer->child.rowVersion;
    m_seenKnown = true;
    HistoryNames names;
    for (const auto& [id, name] : m_workerNames)
        names.ids[id] = utf8(name);
    m_conflict->compare(mine, theirs, names);
    m_banner->hide();
    m_drafts->touch(m_page.child.id.value);
    refreshState();
}

void AboutMeTab::giveUp()
{
    const Question question{tr("Undo your changes?"),
                            tr("What you typed since the last save is lost."), tr("Undo changes"),
                            tr("Keep typing"), true};
    if (!m_context.dialogs.confirm(this, question))
        return;
    m_drafts->forget();
    if (const auto dropped = app::dropDraft(m_context.session, kDraftKind, m_page.child.id.value);
        !dropped)
        return m_banner->showError(dropped.error());
    const QScopedValueRollback guard(m_saving, true);
    emit recordNeeded();
    // The page reads the record again; should that fail, the last version read is shown.
    m_seenEntries = AboutMeEntries::of(m_page.child);
    m_seenVersion = m_page.child.rowVersion;
    showEntries(m_seenEntries);
    m_banner->hide();
    m_conflict->hide();
    refreshState();
    emit saveStateChanged(QString());
}

bool AboutMeTab::keepUnsaved()
{
    const bool kept = m_drafts->saveNow();
    return kept && !isHeld(this);
}

std::optional<Error> AboutMeTab::unsaveable() const
{
    if (isHeld(this))
        return Error{ErrorCode::StoreLocked, "waiting to be saved", {}};
    return m_drafts->problem();
}

}  // namespace homeward::ui
