#include "ui/children/record/child_record_page.h"

#include <QBoxLayout>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>

#include "ui/children/list/children_table_model.h"
#include "ui/children/needs/needs_tab.h"
#include "ui/children/needs/over_time_tab.h"
#include "ui/children/placements/placements_tab.h"
#include "ui/children/record/about_me_tab.h"
#include "ui/children/record/history_tab.h"
#include "ui/children/record/reason_card.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/words/child_words.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

using app::Aggregate;

ChildRecordPage::ChildRecordPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      m_context(context),
      m_header(new PageHeader(this)),
      m_banner(new Banner(this)),
      m_bar(new QTabBar(this)),
      m_stack(new QStackedWidget(this)),
      m_whole(new QStackedWidget(this)),
      m_record(
          this, context,
          {Aggregate::Child, Aggregate::CareHistory, Aggregate::Assessment, Aggregate::Placement,
           Aggregate::Home, Aggregate::Account},
          [this](app::Session& session) { return app::openChild(session, m_child); },
          [this](const auto& page) { showRead(page); })
{
    m_record.setConcerns([this](const app::ChangeSet& changes) {
        return changes.concerns(m_child.value) || changes.touches(Aggregate::Account) ||
               changes.ids.contains(m_page.summary.home.value);
    });
    auto* record = new QWidget(m_whole);
    auto* inner = new QVBoxLayout(record);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(10);
    m_bar->setObjectName(QStringLiteral("childTabs"));
    m_bar->setAccessibleName(tr("Sides of the record"));
    m_bar->setExpanding(false);
    m_bar->setDrawBase(false);
    inner->addWidget(m_bar);
    inner->addWidget(m_stack, 1);
    auto* gone =
        new EmptyState(QStringLiteral("child-placeholder"), tr("This child is not on record"),
                       tr("The record may have been removed, or the link is of another authority."),
                       tr("To all children"), m_whole);
    connect(gone, &EmptyState::actionRequested, this, [this] {
        emit placeRequested({QStringLiteral("children"), {}, {}});
    });
    m_reason = new ReasonCard(m_whole);
    connect(m_reason, &ReasonCard::given, this, &ChildRecordPage::giveReason);
    connect(m_banner, &Banner::actionRequested, this, [this] {
        emit placeRequested({QStringLiteral("child"), m_mergedInto, place().part});
    });
    m_whole->addWidget(record);
    m_whole->addWidget(gone);
    m_whole->addWidget(m_reason);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_whole, 1);

    addTab(QStringLiteral("about-me"), tr("About me"), new AboutMeTab(context, m_stack));
    addTab(QStringLiteral("needs"), tr("Needs"), new NeedsTab(context, m_stack));
    addTab(QStringLiteral("over-time"), tr("Over time"), new OverTimeTab(context, m_stack));
    addTab(QStringLiteral("placements"), tr("Placements"), new PlacementsTab(context, m_stack));
    addTab(QStringLiteral("history"), tr("History"), new HistoryTab(context, m_stack));
    // A hidden tab bar does not tell its layout that it has tabs now.
    m_bar->updateGeometry();
    connect(m_bar, &QTabBar::currentChanged, this, &ChildRecordPage::showTab);
    addTabKeys();
}

/// A bar by itself has no keys of its own, unlike a tab widget.
void ChildRecordPage::addTabKeys()
{
    for (const auto& [keys, step] :
         {std::pair{QKeySequence(Qt::CTRL | Qt::Key_Tab), 1},
          std::pair{QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), m_bar->count() - 1}}) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by = step] {
            m_bar->setCurrentIndex((m_bar->currentIndex() + by) % m_bar->count());
        });
    }
}

void ChildRecordPage::addTab(const QString& part, const QString& title, ChildTab* tab)
{
    m_tabs.push_back({part, tab});
    m_bar->addTab(title);
    m_stack->addWidget(tab);
    m_header->actions()->addWidget(tab->tools());
    tab->tools()->setVisible(m_tabs.size() == 1);
    connect(tab, &ChildTab::placeRequested, this, &Page::placeRequested);
    connect(tab, &ChildTab::saveStateChanged, this, &Page::saveStateChanged);
    connect(tab, &ChildTab::factsChanged, this, &ChildRecordPage::refreshFacts);
    connect(tab, &ChildTab::recordNeeded, &m_record, &LiveReading::readNow);
}

int ChildRecordPage::indexOfPart(const QString& part) const
{
    for (std::size_t i = 0; i < m_tabs.size(); ++i)
        if (m_tabs[i].part == part)
            return static_cast<int>(i);
    return -1;
}

void ChildRecordPage::open(const Place& place)
{
    const ChildId child{utf8(place.record)};
    const bool another = child != m_child;
    if (another) {
        if (!keepUnsaved())
            return;
        m_child = child;
    }
    int tab = indexOfPart(place.part);
    if (tab < 0 && another)
        tab = indexOfPart(QSettings().value(QStringLiteral("child/tab")).toString());
    if (tab >= 0)
        m_bar->setCurrentIndex(tab);
    if (another || m_page.child.id != child)
        m_record.readNow();
    else
        showTab(m_bar->currentIndex());
    announceTitle();
}

void ChildRecordPage::showRead(const Result<app::ChildPage>& page)
{
    const bool gone = !page && page.error().code == ErrorCode::NotFound;
    // What is on screen of this child may hold words that are nowhere else.
    if (!page && !gone && m_page.child.id == m_child)
        return m_banner->showError(page.error());
    const bool asks = !page && page.error().code == ErrorCode::ReasonNeeded;
    m_whole->setCurrentIndex(gone ? Gone : asks ? Reason : Record);
    m_whole->setVisible(page.ok() || gone || asks);
    if (asks) {
        m_reason->ask(text(page.error().facts.at("worker")));
        m_reason->setFocus();
    }
    if (!page) {
        m_header->setTitle({});
        m_header->setFacts({});
        for (const Tab& tab : m_tabs)
            tab.widget->tools()->hide();
        m_page = {};
        if (gone)
            showMerged(page.error());
        else if (!asks)
            m_banner->showError(page.error());
        return;
    }
    // A view is logged on its own, once the record is on screen.
    if (m_page.child.id != m_child)
        QMetaObject::invokeMethod(
            this, [this, child = m_child] { app::recordView(m_context.session, child); },
            Qt::QueuedConnection);
    m_page = *page;
    m_banner->hide();
    for (const Tab& tab : m_tabs)
        tab.widget->showChild(m_page);
    showTab(m_bar->currentIndex());
}

/// Not on record any more because it is part of another record: that one is offered.
void ChildRecordPage::showMerged(const Error& error)
{
    const auto into = error.facts.find("mergedId");
    if (into == error.facts.end())
        return m_banner->hide();
    m_mergedInto = text(into->second);
    const UserMessage message = messageFor(error);
    m_whole->hide();
    m_banner->showWithAction(Banner::Tone::Info, message.title, message.text,
                             tr("Open that record"));
}

void ChildRecordPage::giveReason(const QString& reason)
{
    const auto given = app::giveReason(m_context.session, m_child, utf8(reason));
    if (!given)
        return m_banner->showError(given.error());
    m_banner->hide();
    m_record.readNow();
    m_stack->setFocus();
}

void ChildRecordPage::showTab(int index)
{
    if (index < 0 || m_page.child.id.isEmpty())
        return;
    for (std::size_t i = 0; i < m_tabs.size(); ++i) {
        const bool current = static_cast<int>(i) == index;
        if (!current && m_tabs[i].widget == m_stack->currentWidget())
            m_tabs[i].widget->keepUnsaved();
        m_tabs[i].widget->tools()->setVisible(current);
    }
    m_stack->setCurrentIndex(index);
    QSettings().setValue(QStringLiteral("child/tab"), m_tabs[static_cast<std::size_t>(index)].part);
    refreshFacts();
    announceTitle();
}

void ChildRecordPage::refreshFacts()
{
    const app::ChildRow& row = m_page.summary;
    m_header->setTitle(text(row.displayName));
    QStringList facts{ageText(row.ageYears), label(row.sex)};
    if (m_page.child.birthExpected)
        facts[0] = tr("expected %1").arg(dateText(m_page.child.birthDate));
    if (!row.placement)
        facts.append(row.inCare ? tr("in care, no placement now") : livesText(row));
    else if (!row.homeName.empty())
        facts.append(tr("lives with %1 since %2").arg(text(row.homeName), dateText(row.placedOn)));
    else
        facts.append(tr("%1 since %2").arg(livesText(row), dateText(row.placedOn)));
    if (needsHome(row.urgency) && row.placement)
        facts.append(urgencyText(row));
    facts.append(row.lastAssessedOn ? tr("needs assessed %1").arg(dateText(row.lastAssessedOn))
                                    : tr("needs not assessed yet"));
    if (m_bar->currentIndex() >= 0)
        if (const QString more =
                m_tabs[static_cast<std::size_t>(m_bar->currentIndex())].widget->facts();
            !more.isEmpty())
            facts.append(more);
    m_header->setFacts(facts.join(QStringLiteral(" · ")));
}

void ChildRecordPage::announceTitle()
{
    if (m_bar->currentIndex() >= 0 && !m_page.child.id.isEmpty())
        emit titleChanged(tr("%1 - %2").arg(text(m_page.summary.displayName),
                                            m_bar->tabText(m_bar->currentIndex())));
}

Place ChildRecordPage::place() const
{
    const int tab = std::max(0, m_bar->currentIndex());
    return {QStringLiteral("child"), text(m_child.value),
            m_tabs[static_cast<std::size_t>(tab)].part};
}

bool ChildRecordPage::keepUnsaved()
{
    bool kept = true;
    for (std::size_t i = 0; i < m_tabs.size(); ++i) {
        if (m_tabs[i].widget->keepUnsaved())
            continue;
        // The message stands in the tab that has it.
        if (kept)
            m_bar->setCurrentIndex(static_cast<int>(i));
        kept = false;
    }
    return kept;
}

std::optional<Unsaved> ChildRecordPage::unsaved() const
{
    for (const Tab& tab : m_tabs)
        if (const auto reason = tab.widget->unsaveable())
            return Unsaved{text(m_page.summary.displayName), *reason};
    return {};
}

ChildTab* ChildRecordPage::shownTab() const
{
    const int tab = m_bar->currentIndex();
    return tab >= 0 ? m_tabs[static_cast<std::size_t>(tab)].widget : nullptr;
}

bool ChildRecordPage::print()
{
    return shownTab() && shownTab()->print();
}

bool ChildRecordPage::save()
{
    return shownTab() && shownTab()->save();
}

bool ChildRecordPage::complete()
{
    return shownTab() && shownTab()->complete();
}

}  // namespace homeward::ui
