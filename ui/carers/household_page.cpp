#include "ui/carers/household_page.h"

#include <QJsonDocument>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QTabWidget>
#include <QTime>
#include <QVBoxLayout>
#include <algorithm>

#include "app/children.h"
#include "app/session.h"
#include "ui/carers/approval_tab.h"
#include "ui/carers/home_conflict_card.h"
#include "ui/carers/home_fields.h"
#include "ui/carers/home_history_tab.h"
#include "ui/carers/household_tab.h"
#include "ui/carers/skills_tab.h"
#include "ui/carers/store_home.h"
#include "ui/shared/banner.h"
#include "ui/shared/card.h"
#include "ui/shared/dialogs.h"
#include "ui/shared/draft_keeper.h"
#include "ui/shared/error_presenter.h"
#include "ui/shared/form_field.h"
#include "ui/shared/format.h"
#include "ui/shared/held_form.h"

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

QString freeText(const app::HomeRow& row)
{
    if (row.free == 0)
        return HouseholdPage::tr("no place free");
    return HouseholdPage::tr("%1 of %2 places free").arg(row.free).arg(row.places);
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
      m_conflict(new HomeConflictCard(this)),
      m_tabs(new QTabWidget(this)),
      m_fields(new HomeFields(this)),
      m_householdTab(new HouseholdTab(*m_fields, this)),
      m_approvalTab(new ApprovalTab(*m_fields, this)),
      m_skillsTab(new SkillsTab(context, this)),
      m_historyTab(new HomeHistoryTab(context, this)),
      m_discardButton(new QPushButton(tr("Discard changes"), this)),
      m_saveButton(new QPushButton(tr("Save"), this)),
      m_keeper(
          new DraftKeeper([this](const std::string& record) { return storeDraft(record); }, this))
{
    m_reading.setConcerns([this](const app::ChangeSet& changes) {
        return !m_saving && (changes.touches(app::Aggregate::Placement) ||
                             changes.concerns(m_page.home.id.value));
    });
    build();
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

void HouseholdPage::connectParts()
{
    connect(m_saveButton, &QPushButton::clicked, this, &HouseholdPage::save);
    auto* saveKey = new QShortcut(QKeySequence::Save, this);
    connect(saveKey, &QShortcut::activated, m_saveButton, [this] { m_saveButton->click(); });
    connect(m_discardButton, &QPushButton::clicked, this, &HouseholdPage::discardEdits);
    connect(m_fields, &HomeFields::edited, this, [this] {
        m_keeper->touch(recordOf(m_page));
        showEdited();
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, &HouseholdPage::showEdited);
    connect(m_keeper, &DraftKeeper::stateChanged, this, &Page::saveStateChanged);
    connect(m_keeper, &DraftKeeper::failed, m_banner, &Banner::showError);
    connect(m_banner, &Banner::actionRequested, this, [this] {
        const Offer offer = m_offer;
        m_offer = Offer::None;
        if (offer == Offer::DiscardEdits)
            discardEdits();
        else if (offer == Offer::NewerVersion)
            showNewerBesideMine();
    });
    connect(m_conflict, &HomeConflictCard::theirsChosen, this, &HouseholdPage::takeTheirs);
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

bool HouseholdPage::isEdited() const
{
    return m_fields->read() != m_base;
}

void HouseholdPage::open(const Place& place)
{
    const std::string record = utf8(place.record);
    const bool same = record == recordOf(m_page) && !m_header->accessibleName().isEmpty();
    if (!same) {
        if (!keepUnsaved())
            return;
        m_banner->hide();
        m_conflict->hide();
        m_offer = Offer::None;
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
    const bool shown = m_page.home.id == m_wanted;
    // What is on screen may hold words that are nowhere else.
    if (shown)
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
    restoreDraft();
}

void HouseholdPage::startNew()
{
    m_tabs->show();
    app::HomePage page;
    page.home.approval.status = ApprovalStatus::InAssessment;  // until the terms are recorded
    showPage(page);
    restoreDraft();
}

void HouseholdPage::showPage(const app::HomePage& page)
{
    m_page = page;
    m_wanted = page.home.id;
    if (isNew())
        m_reading.forget();
    m_base = entriesOf(page.home);
    showProviders();
    m_fields->write(m_base);
    m_fields->clearNotes();
    m_fields->setReadOnly(!m_context.session.may(Right::EditHomes));
    m_approvalTab->setPlaced(page, m_context.session.today());
    m_skillsTab->showHome(page);
    m_historyTab->showHome(page);
    for (int i = kFirstStoredTab; i < m_tabs->count(); ++i)
        m_tabs->setTabEnabled(i, !isNew());
    showHeader();
    showEdited();
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
    for (const app::Provider& provider : m_providers)
        if (text(provider.id.value) == id)
            return text(provider.name);
    return {};
}

void HouseholdPage::showEdited()
{
    const bool may = m_context.session.may(Right::EditHomes);
    const bool edited = isEdited();
    const bool onForm = m_tabs->currentIndex() < kFirstStoredTab;
    m_saveButton->setVisible(may && (onForm || edited));
    m_discardButton->setVisible(may && edited);
    m_saveButton->setEnabled(edited);
}

void HouseholdPage::restoreDraft()
{
    if (!m_context.session.may(Right::EditHomes))
        return;
    const auto stored = app::readDraft(m_context.session, kDraftKind, recordOf(m_page));
    if (!stored || !*stored)
        return;
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(**stored)).object();
    const HomeEntries mine = HomeEntries::fromJson(json.value(QStringLiteral("mine")).toObject());
    if (mine == m_base || json.isEmpty())
        return;
    m_fields->write(mine);
    // Begun on an older version: saving must meet the conflict, not overwrite silently.
    m_page.home.rowVersion = json.value(QStringLiteral("rowVersion")).toInt();
    m_base = HomeEntries::fromJson(json.value(QStringLiteral("base")).toObject());
    m_offer = Offer::DiscardEdits;
    m_banner->showWithAction(Banner::Tone::Info, tr("What you typed is back"),
                             tr("It was not saved yet. Save it, or discard it."), tr("Discard it"));
    showEdited();
}

Result<Done> HouseholdPage::storeDraft(const std::string& record)
{
    if (record != recordOf(m_page))
        return Error{ErrorCode::Internal, "no entries of home " + record, {}};
    if (!isEdited())
        return app::dropDraft(m_context.session, kDraftKind, record);
    const QJsonObject json{{QStringLiteral("rowVersion"), m_page.home.rowVersion},
                           {QStringLiteral("base"), m_base.toJson()},
                           {QStringLiteral("mine"), m_fields->read().toJson()}};
    return app::keepDraft(m_context.session, kDraftKind, record,
                          QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString());
}

bool HouseholdPage::keepUnsaved()
{
    const bool fieldsKept = m_keeper->saveNow();
    const bool skillsKept = m_skillsTab->keepUnsaved();
    // The message about skills stands in their tab.
    if (!skillsKept)
        m_tabs->setCurrentWidget(m_skillsTab);
    return fieldsKept && skillsKept && !isHeld(this);
}

bool HouseholdPage::comesBackWhole() const
{
    return !isNew();
}

std::optional<Unsaved> HouseholdPage::unsaved() const
{
    auto reason = m_keeper->problem() ? m_keeper->problem() : m_skillsTab->unsaveable();
    if (isHeld(this))
        reason = Error{ErrorCode::StoreLocked, "waiting to be saved", {}};
    if (!reason)
        return {};
    return Unsaved{isNew() ? tr("the new household") : text(m_page.home.name), *reason};
}

void HouseholdPage::save()
{
    m_fields->clearNotes();
    m_saving = true;
    saveFrom<HomeId>(
        {this},
        [this, entries = m_fields->read(), home = m_page.home] {
            return storeHome(m_context.session, entries, home);
        },
        [this](const Result<HomeId>& done) { finishSaving(done); });
}

void HouseholdPage::finishSaving(const Result<HomeId>& done)
{
    m_saving = false;
    const HomeEntries typed = m_fields->read();
    if (!done && !typed["newProvider"].isEmpty()) {
        showProviders();  // it may have been added although the home was refused
        m_fields->write(typed);
    }
    if (!done)
        return refuse(done.error());
    m_keeper->forget();
    const bool added = isNew();
    if (const auto dropped = app::dropDraft(m_context.session, kDraftKind, recordOf(m_page));
        !dropped)
        m_banner->showError(dropped.error());
    else
        m_banner->hide();
    m_conflict->hide();
    load(*done);
    saved();
    if (added)
        emit placeRequested({QStringLiteral("home"), text(done->value), QStringLiteral("skills")});
}

void HouseholdPage::saved()
{
    emit titleChanged(text(m_page.home.name));
    emit saveStateChanged(
        tr("Saved %1").arg(QLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm:ss"))));
}

void HouseholdPage::refuse(const Error& error)
{
    if (error.code == ErrorCode::EditConflict)
        return offerNewer();
    const auto fact = error.facts.find("field");
    if (error.code == ErrorCode::InvalidInput && fact != error.facts.end()) {
        const std::string field = fact->second == "carers" ? "firstCarer" : fact->second;
        if (m_fields->setNote(field, ruleText(error))) {
            m_tabs->setCurrentIndex(isApprovalField(field) ? kApprovalTab : 0);
            m_fields->field(field)->setFocus();
            return;
        }
    }
    m_banner->showError(error);
}

void HouseholdPage::offerNewer()
{
    m_offer = Offer::NewerVersion;
    m_banner->showWithAction(Banner::Tone::Warning, tr("Someone changed this household first"),
                             tr("What you typed is still on screen; it was not saved."),
                             tr("Show the newer version"));
}

void HouseholdPage::showNewerBesideMine()
{
    const auto page = app::openHome(m_context.session, m_page.home.id);
    if (!page)
        return m_banner->showError(page.error());
    const HomeEntries mine = m_fields->read();
    const HomeEntries before = m_base;
    m_theirs = entriesOf(page->home);
    showPage(*page);
    m_fields->write(merged(mine, before, m_theirs));
    m_banner->hide();
    m_keeper->touch(recordOf(m_page));
    showEdited();
    m_conflict->compare(m_fields->read(), m_theirs,
                        [this](const QString& id) { return providerName(id); });
}

void HouseholdPage::takeTheirs(const QString& field)
{
    HomeEntries entries = m_fields->read();
    entries[utf8(field)] = m_theirs[utf8(field)];
    m_fields->write(entries);
    m_keeper->touch(recordOf(m_page));
    showEdited();
    m_conflict->compare(entries, m_theirs, [this](const QString& id) { return providerName(id); });
}

void HouseholdPage::discardEdits()
{
    const Question question{tr("Discard what you typed?"),
                            tr("The household stays as it was saved last."), tr("Discard changes"),
                            tr("Keep typing"), true};
    if (isEdited() && !m_context.dialogs.confirm(this, question))
        return;
    m_keeper->forget();
    m_banner->hide();
    m_conflict->hide();
    if (const auto dropped = app::dropDraft(m_context.session, kDraftKind, recordOf(m_page));
        !dropped)
        m_banner->showError(dropped.error());
    if (isNew())
        startNew();
    else
        load(m_page.home.id);
    emit saveStateChanged(tr("Changes discarded"));
}

void HouseholdPage::showNewer(const app::HomePage& page)
{
    if (!isEdited())
        return showPage(page);
    m_approvalTab->setPlaced(page, m_context.session.today());
    m_skillsTab->showHome(page);
    if (page.home.rowVersion != m_page.home.rowVersion)
        offerNewer();
}

}  // namespace homeward::ui
