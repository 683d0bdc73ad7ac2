#include "ui/carers/household/household_page.h"

#include <QLocale>
#include <QPushButton>
#include <QTabWidget>
#include <QTime>
#include <QVBoxLayout>
#include <algorithm>

#include "app/records/children.h"
#include "app/session/session.h"
#include "ui/carers/household/approval_tab.h"
#include "ui/carers/household/home_fields.h"
#include "ui/carers/household/home_history_tab.h"
#include "ui/carers/household/household_tab.h"
#include "ui/carers/household/skills_tab.h"
#include "ui/carers/household/store_home.h"
#include "ui/shared/fields/form_field.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/records/conflict_card.h"
#include "ui/shared/records/form_undo.h"
#include "ui/carers/household/household_print.h"
#include "ui/shared/history/history_view.h"
#include "ui/shared/records/other_drafts.h"
#include "ui/shared/records/record_editor.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

constexpr const char* kDraftKind = "home";
constexpr const char* kNewRecord = "new";
const char* const kParts[] = {"household", "approval", "skills", "history"};
constexpr int kApprovalTab = 1;
constexpr int kFirstStoredTab = 2;  ///< tabs from here need a stored home

std::string recordOf(const app::HomePage& page)
{
    return page.home.id.isEmpty() ? kNewRecord : page.home.id.value;
}

/// The tab a field is on.
bool isApprovalField(const std::string& key)
{
    return key == "status" || key == "places" || key == "youngestYears" || key == "oldestYears" ||
           key == "onlySex" || key == "types" || key == "reviewDueOn";
}

RecordVersion versionOf(const Home& home)
{
    return {entriesOf(home).texts(), home.rowVersion};
}

QString freeText(const app::HomeRow& row)
{
    if (row.free == 0)
        return HouseholdPage::tr("no place free");
    return HouseholdPage::tr("%1 of %n place(s) free", nullptr, row.places).arg(row.free);
}

}  // namespace

HouseholdPage::HouseholdPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      m_context(context),
      m_reading(
          this, context, {app::Aggregate::Home, app::Aggregate::Placement},
          [this](app::Session& session) { return app::openHome(session, m_wanted); },
          [this](const auto& page) { take(page); }),
      m_header(new PageHeader(this)),
      m_banner(new Banner(this)),
      m_conflict(new ConflictCard(this)),
      m_tabs(new QTabWidget(this)),
      m_fields(new HomeFields(this)),
      m_householdTab(new HouseholdTab(context, *m_fields, this)),
      m_approvalTab(new ApprovalTab(context, *m_fields, this)),
      m_skillsTab(new SkillsTab(context, this)),
      m_historyTab(new HomeHistoryTab(context, this)),
      m_discardButton(new QPushButton(tr("Discard changes"), this)),
      m_saveButton(new QPushButton(tr("Save"), this))
{
    m_reading.setConcerns([this](const app::ChangeSet& changes) {
        return !m_editor->isSaving() && (changes.touches(app::Aggregate::Placement) ||
                                         changes.concerns(m_page.home.id.value));
    });
    build();
    buildEditor();
    connectParts();
}

void HouseholdPage::build()
{
    m_tabs->setObjectName(QStringLiteral("homeTabs"));
    m_tabs->setAccessibleName(tr("Parts of this home"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_householdTab, tr("Household"));
    m_tabs->addTab(m_approvalTab, tr("Approval"));
    m_tabs->addTab(m_skillsTab, tr("Skills"));
    m_tabs->addTab(m_historyTab, tr("History"));
    for (QWidget* part : std::initializer_list<QWidget*>{m_skillsTab, m_historyTab})
        FormUndo::leaveAlone(part);
    m_discardButton->setObjectName(QStringLiteral("discardHomeButton"));
    setRole(m_discardButton, "quiet");
    m_saveButton->setObjectName(QStringLiteral("saveHomeButton"));
    m_saveButton->setToolTip(tr("Ctrl+S"));
    setRole(m_saveButton, "primary");
    m_header->actions()->addWidget(m_discardButton);
    m_header->actions()->addWidget(m_saveButton);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_conflict);
    layout->addWidget(m_tabs, 1);
}

void HouseholdPage::buildEditor()
{
    RecordForm form;
    form.widget = this;
    const HomeEntries shape = entriesOf(Home{});
    form.keys = shape.keys();
    form.read = [this] { return m_fields->read().texts(); };
    form.write = [this, shape](const FieldTexts& texts) {
        m_fields->write(HomeEntries::from(texts, shape));
    };
    form.label = homeFieldLabel;
    form.words = [this](const std::string& field, const QString& value) {
        return homeFieldText(field, value, providerName(value));
    };
    form.setProblem = [this](const std::string& field, const QString& sentence) {
        return setProblem(field, sentence);
    };
    form.clearProblems = [this] { m_fields->clearNotes(); };
    m_editor = new RecordEditor(m_context, kDraftKind, std::move(form), m_banner, m_conflict);
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->indexOf(m_banner) + 1, m_editor->otherDrafts());
    connect(m_editor, &RecordEditor::editedChanged, this, &HouseholdPage::showEdited);
    connect(m_editor, &RecordEditor::saveStateChanged, this, &Page::saveStateChanged);
    connect(m_editor, &RecordEditor::newerWanted, this, &HouseholdPage::compareWithNewer);
    connect(m_editor, &RecordEditor::refused, this, [this] {
        // The provider may have been added although the home was refused.
        const HomeEntries typed = m_fields->read();
        if (typed["newProvider"].isEmpty())
            return;
        showProviders();
        m_fields->write(typed);
    });
    connect(m_editor, &RecordEditor::discarded, this, [this] {
        if (isNew())
            startNew();
        else
            load(m_page.home.id);
        emit saveStateChanged(tr("Changes discarded"));
    });
}

void HouseholdPage::connectParts()
{
    connect(m_saveButton, &QPushButton::clicked, this, &HouseholdPage::saveEdited);
    connect(m_discardButton, &QPushButton::clicked, m_editor, &RecordEditor::discard);
    connect(m_fields, &HomeFields::edited, m_editor, &RecordEditor::touch);
    connect(m_tabs, &QTabWidget::currentChanged, this, &HouseholdPage::showEdited);
    connect(m_approvalTab, &ApprovalTab::childRequested, this, [this](const QString& child) {
        emit placeRequested({QStringLiteral("child"), child, {}});
    });
    connect(m_skillsTab, &SkillsTab::saveStateChanged, this, &Page::saveStateChanged);
    const auto readAgain = [this] {
        if (const auto page = app::openHome(m_context.session, m_page.home.id))
            m_skillsTab->showHome(*page);
    };
    connect(m_skillsTab, &SkillsTab::recorded, this, readAgain);
    connect(m_skillsTab, &SkillsTab::newerVersionRequested, this, readAgain);
}

void HouseholdPage::open(const Place& place)
{
    const std::string record = utf8(place.record);
    const bool same = record == recordOf(m_page) && !m_header->accessibleName().isEmpty();
    if (!same) {
        if (!keepUnsaved())
            return;
        if (record == kNewRecord)
            startNew();
        else
            load(HomeId{record});
    }
    showTab(place.part);
    emit titleChanged(isNew() ? tr("New household") : text(m_page.home.name));
}

Place HouseholdPage::place() const
{
    return {QStringLiteral("home"), text(recordOf(m_page)),
            QLatin1String(kParts[std::max(0, m_tabs->currentIndex())])};
}

void HouseholdPage::showTab(const QString& part)
{
    for (int i = 0; i < m_tabs->count(); ++i)
        if (part == QLatin1String(kParts[i]) && m_tabs->isTabEnabled(i))
            m_tabs->setCurrentIndex(i);
    if (!m_tabs->isTabEnabled(m_tabs->currentIndex()))
        m_tabs->setCurrentIndex(0);
}

void HouseholdPage::load(HomeId id)
{
    m_page = {};
    m_wanted = std::move(id);
    m_reading.readNow();
}

void HouseholdPage::take(const Result<app::HomePage>& page)
{
    // What is on screen may hold words that are nowhere else.
    if (m_page.home.id == m_wanted)
        return page ? showNewer(*page) : void();
    if (!page) {
        showPage({});
        m_tabs->hide();
        m_saveButton->hide();
        m_discardButton->hide();
        m_header->setTitle(tr("This household is not here"));
        m_banner->showError(page.error());
        return;
    }
    m_tabs->show();
    showPage(*page);
    if (m_context.session.may(Right::EditHomes))
        m_editor->resumeDraft();
}

void HouseholdPage::startNew()
{
    m_tabs->show();
    app::HomePage page;
    page.home.approval.status = ApprovalStatus::InAssessment;  // until the terms are recorded
    showPage(page);
    m_editor->resumeDraft();
}

void HouseholdPage::showPage(const app::HomePage& page)
{
    showFacts(page);
    m_fields->setReadOnly(!m_context.session.may(Right::EditHomes));
    m_editor->show(recordOf(page), versionOf(page.home));
}

void HouseholdPage::showFacts(const app::HomePage& page)
{
    m_page = page;
    m_wanted = page.home.id;
    if (isNew())
        m_reading.forget();
    showProviders();
    m_approvalTab->setPlaced(page, m_context.session.today());
    m_skillsTab->showHome(page);
    m_historyTab->showHome(page);
    for (int i = kFirstStoredTab; i < m_tabs->count(); ++i)
        m_tabs->setTabEnabled(i, !isNew());
    showHeader();
}

void HouseholdPage::showHeader()
{
    const bool may = m_context.session.may(Right::EditHomes);
    m_saveButton->setText(isNew() ? tr("Add household") : tr("Save"));
    if (isNew()) {
        m_header->setTitle(tr("New household"));
        m_header->setFacts(tr("Name, reference and terms first; skills once it is added"));
        return;
    }
    const app::HomeRow& row = m_page.summary;
    QStringList facts{label(row.kind), label(row.status)};
    if (row.status == ApprovalStatus::Approved)  // else no place of it can be had
        facts << freeText(row);
    facts << tr("ages %1 to %2").arg(row.youngestYears).arg(row.oldestYears);
    if (!row.providerName.empty())
        facts << text(row.providerName);
    if (row.weeklyCostPence)
        facts << moneyPerWeek(row.weeklyCostPence);
    if (!may)
        facts << tr("to look at only: your role does not change homes");
    m_header->setTitle(text(m_page.home.name));
    m_header->setFacts(facts.join(QStringLiteral(" · ")));
}

void HouseholdPage::showProviders()
{
    const auto providers = app::listProviders(m_context.session);
    if (!providers)
        return m_banner->showError(providers.error());
    m_providers = *providers;
    m_householdTab->setProviders(m_providers);
}

QString HouseholdPage::providerName(const QString& id) const
{
    for (const Provider& provider : m_providers)
        if (text(provider.id.value) == id)
            return text(provider.name);
    return {};
}

void HouseholdPage::showEdited()
{
    const bool may = m_context.session.may(Right::EditHomes);
    const bool edited = m_editor->isEdited();
    const bool onForm = m_tabs->currentIndex() < kFirstStoredTab;
    m_saveButton->setVisible(may && (onForm || edited));
    m_discardButton->setVisible(may && edited);
    m_saveButton->setEnabled(edited);
}

bool HouseholdPage::keepUnsaved()
{
    const bool fieldsKept = m_editor->keepUnsaved();
    const bool skillsKept = m_skillsTab->keepUnsaved();
    // The message about skills stands in their tab.
    if (!skillsKept)
        m_tabs->setCurrentWidget(m_skillsTab);
    return fieldsKept && skillsKept;
}

bool HouseholdPage::print()
{
    if (m_tabs->currentWidget() == m_historyTab)
        return m_historyTab->history()->print();
    if (isNew())
        return false;
    PrintedRecord::Lines fields;
    const HomeEntries typed = m_fields->read();
    for (const std::string& key : typed.keys())
        if (key != "newProvider" && key != "newProviderOwn")
            fields.emplace_back(homeFieldLabel(key),
                                homeFieldText(key, typed[key], providerName(typed[key])));
    PrintedRecord record = printedHousehold(m_page, fields);
    if (m_editor->isEdited())
        record.facts << tr("with changes that are not saved");
    printRecord(m_context, this, m_banner, record, {{}, "household", 1, {}});
    return true;
}

bool HouseholdPage::comesBackWhole() const
{
    return !isNew();
}

std::optional<Unsaved> HouseholdPage::unsaved() const
{
    const auto reason = m_editor->problem() ? m_editor->problem() : m_skillsTab->unsaveable();
    if (!reason)
        return {};
    return Unsaved{isNew() ? tr("the new household") : text(m_page.home.name), *reason};
}

bool HouseholdPage::save()
{
    if (m_saveButton->isVisible() && m_saveButton->isEnabled())
        saveEdited();
    return m_saveButton->isVisible();
}

bool HouseholdPage::complete()
{
    return m_skillsTab->isVisible() ? m_skillsTab->complete() : save();
}

void HouseholdPage::saveEdited()
{
    Home before = m_page.home;
    before.rowVersion = m_editor->rowVersion();
    m_editor->save<HomeId>(
        {},
        [this, entries = m_fields->read(), before] {
            return storeHome(m_context.session, entries, before);
        },
        [this](const HomeId& home) { saved(home); });
}

void HouseholdPage::saved(const HomeId& home)
{
    const bool added = isNew();
    load(home);
    emit titleChanged(text(m_page.home.name));
    emit saveStateChanged(
        tr("Saved %1").arg(QLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm:ss"))));
    if (added)
        emit placeRequested({QStringLiteral("home"), text(home.value), QStringLiteral("skills")});
}

bool HouseholdPage::setProblem(const std::string& field, const QString& sentence)
{
    const std::string shown = field == "carers" ? "firstCarer" : field;
    if (!m_fields->setNote(shown, sentence))
        return false;
    m_tabs->setCurrentIndex(isApprovalField(shown) ? kApprovalTab : 0);
    m_fields->field(shown)->editor()->setFocus(Qt::OtherFocusReason);
    return true;
}

void HouseholdPage::compareWithNewer()
{
    const auto page = app::openHome(m_context.session, m_page.home.id);
    if (!page)
        return m_banner->showError(page.error());
    const HomeEntries typed = m_fields->read();
    showFacts(*page);
    m_fields->write(typed);  // the choices of providers were made anew
    m_editor->compareWith(versionOf(page->home));
}

void HouseholdPage::showNewer(const app::HomePage& page)
{
    if (!m_editor->isEdited())
        return showPage(page);
    m_approvalTab->setPlaced(page, m_context.session.today());
    m_skillsTab->showHome(page);
    m_editor->readAgain(versionOf(page.home));
}

}  // namespace homeward::ui
