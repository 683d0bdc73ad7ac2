#include "ui/children/record/about_me_tab.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>

#include "app/authority/accounts.h"
#include "ui/children/record/child_details_form.h"
#include "ui/shared/history/history_words.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/ratings/growing_text_edit.h"
#include "ui/shared/records/conflict_card.h"
#include "ui/shared/output/record_print.h"
#include "ui/shared/records/other_drafts.h"
#include "ui/shared/records/record_editor.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {
namespace {

constexpr const char* kDraftKind = "about-me";

/// What a field that is told in own words may be about; empty: its name says it.
QString hintFor(const std::string& field)
{
    if (field == "whatMattersToMe")
        return AboutMeTab::tr("People, places, routines, things I want you to know");
    if (field == "whatIAmGoodAt")
        return AboutMeTab::tr("What I like doing and what others say I do well");
    if (field == "myHopes")
        return AboutMeTab::tr("Soon, and when I am grown up");
    return {};
}

RecordVersion versionOf(const Child& child)
{
    return {AboutMeEntries::of(child).texts(), child.rowVersion};
}

}  // namespace

AboutMeTab::AboutMeTab(const PageContext& context, QWidget* parent)
    : ChildTab(context, parent),
      m_mayEdit(context.session.may(Right::EditChildren)),
      m_workers(
          this, context, {app::Aggregate::Account},
          [](app::Session& session) { return app::listAccounts(session); },
          [this](const auto& accounts) { showWorkers(accounts); }),
      m_banner(new Banner(this))
{
    auto* conflict = new ConflictCard(this);
    buildEditor(conflict);
    auto* content = new QWidget;
    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addLayout(buildOwnWords(), 3);
    columns->addWidget(buildDetails(), 2, Qt::AlignTop);
    auto* whole = new QVBoxLayout(content);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(12);
    whole->addWidget(conflict);
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
    layout->addWidget(m_editor->otherDrafts());
    layout->addWidget(scroll, 1);
    buildTools();
}

void AboutMeTab::buildEditor(ConflictCard* conflict)
{
    RecordForm form;
    form.widget = this;
    const AboutMeEntries shape = AboutMeEntries::of(Child{});
    form.keys = shape.keys();
    form.read = [this] { return entries().texts(); };
    form.write = [this, shape](const FieldTexts& texts) {
        showEntries(AboutMeEntries::from(texts, shape));
    };
    form.label = [](const std::string& key) { return fieldText(key, {}); };
    form.words = [this](const std::string& field, const QString& value) {
        return wordsOf(field, value);
    };
    form.setProblem = [this](const std::string& field, const QString& sentence) {
        return m_details->setProblem(field, sentence);
    };
    form.clearProblems = [this] { m_details->clearProblems(); };
    m_editor = new RecordEditor(m_context, kDraftKind, std::move(form), m_banner, conflict);
    connect(m_editor, &RecordEditor::editedChanged, this, &AboutMeTab::refreshState);
    connect(m_editor, &RecordEditor::newerWanted, this, &AboutMeTab::compareWithNewer);
    connect(m_editor, &RecordEditor::discarded, this, [this] {
        emit recordNeeded();
        emit saveStateChanged(QString());
    });
    connect(m_editor, &RecordEditor::saveStateChanged, this, &ChildTab::saveStateChanged);
}

QVBoxLayout* AboutMeTab::buildOwnWords()
{
    auto* column = new QVBoxLayout;
    column->setSpacing(12);
    for (const std::string& field : textKeys<Child>(true)) {
        const QString title = fieldText(field, {});
        auto* card = new Card(title, this);
        auto* edit = new GrowingTextEdit(card);
        edit->setObjectName(text(field) + QStringLiteral("Edit"));
        edit->setAccessibleName(title);
        edit->setPlaceholderText(m_mayEdit ? hintFor(field) : tr("Nothing written yet"));
        edit->setLines(4, 16);
        edit->setReadOnly(!m_mayEdit);
        connect(edit, &QPlainTextEdit::textChanged, this, &AboutMeTab::entriesEdited);
        card->body()->addWidget(edit);
        column->addWidget(card);
        m_ownWords[field] = edit;
    }
    column->addStretch(1);
    return column;
}

Card* AboutMeTab::buildDetails()
{
    auto* card = new Card(tr("Details"), this);
    m_details = new ChildDetailsForm(ChildDetailsForm::Extent::Whole, card);
    m_details->takePostcodesOf(m_context.session);
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
    connect(m_giveUp, &QPushButton::clicked, m_editor, &RecordEditor::discard);
}

AboutMeEntries AboutMeTab::entries() const
{
    AboutMeEntries entries = m_shown;
    m_details->readInto(entries);
    for (const auto& [field, edit] : m_ownWords)
        entries[field] = edit->toPlainText();
    return entries;
}

void AboutMeTab::showEntries(const AboutMeEntries& entries)
{
    const QScopedValueRollback guard(m_showing, true);
    m_shown = entries;
    m_details->show(entries);
    for (const auto& [field, edit] : m_ownWords)
        edit->showText(entries[field]);
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
    if (sameChild && isHeld(this))
        return;
    m_page = page;
    showSiblings(page);
    if (sameChild)
        return m_editor->readAgain(versionOf(page.child));
    if (!m_workers.isWanted())
        m_workers.readNow();
    m_editor->show(page.child.id.value, versionOf(page.child));
    if (m_mayEdit)
        m_editor->resumeDraft();
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
    m_editor->touch();
}

void AboutMeTab::refreshState()
{
    const bool edited = m_editor->isEdited();
    m_save->setEnabled(m_mayEdit && edited);
    m_giveUp->setEnabled(edited);
}

bool AboutMeTab::save()
{
    if (!m_mayEdit)
        return false;
    if (m_editor->isEdited())
        saveEdited();
    return true;
}

void AboutMeTab::saveEdited()
{
    m_details->clearProblems();
    m_editor->keepUnsaved();
    const auto child = entries().applyTo(m_page.child);
    if (!child)
        return m_editor->refuse(child.error());
    Child toSave = *child;
    toSave.rowVersion = m_editor->rowVersion();
    const bool atOnce = m_editor->save<int>(
        {tools()}, [this, toSave] { return app::saveChild(m_context.session, toSave); },
        [this, toSave](const int& version) {
            m_page.child = toSave;
            m_page.child.rowVersion = version;
            m_editor->markSaved(version);
            emit saveStateChanged(tr("Saved"));
        });
    if (!atOnce)
        m_banner->hide();  // the status bar says what it waits for
}

void AboutMeTab::compareWithNewer()
{
    const auto newer = app::openChild(m_context.session, m_page.child.id);
    if (!newer)
        return m_banner->showError(newer.error());
    m_page = *newer;
    m_editor->compareWith(versionOf(newer->child));
}

bool AboutMeTab::print()
{
    const AboutMeEntries typed = entries();
    PrintedRecord record{text(m_page.summary.displayName),
                         {tr("About me"), tr("case number %1").arg(text(m_page.child.caseNumber))},
                         {},
                         {{tr("Details"), {}}}};
    if (m_editor->isEdited())
        record.facts << tr("with changes that are not saved");
    for (const std::string& key : typed.keys()) {
        const bool ownWord = m_ownWords.contains(key);
        auto& lines = ownWord ? record.words : record.sections.front().fields;
        lines.emplace_back(fieldText(key, {}), wordsOf(key, typed[key]));
    }
    if (!m_page.siblingNames.empty()) {
        QStringList names;
        for (const std::string& name : m_page.siblingNames)
            names << text(name);
        record.sections.front().fields.emplace_back(tr("brothers and sisters"),
                                                    names.join(QStringLiteral(", ")));
    }
    printRecord(m_context, this, m_banner, record, {{}, "about-me", 1, m_page.child.id});
    return true;
}

QString AboutMeTab::wordsOf(const std::string& field, const QString& value) const
{
    if (field == "worker") {
        const auto name = m_workerNames.find(utf8(value));
        return name == m_workerNames.end() ? value : name->second;
    }
    if (field == "sex")
        return label(fromKey<Sex>(utf8(value)).value_or(Sex::Unknown));
    if (field == "birthDate")
        return dateText(Date::fromIso(utf8(value)));
    return value;
}

bool AboutMeTab::keepUnsaved()
{
    return m_editor->keepUnsaved();
}

std::optional<Error> AboutMeTab::unsaveable() const
{
    return m_editor->problem();
}

}  // namespace homeward::ui
