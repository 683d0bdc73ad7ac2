#include "ui/shell/frame/main_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/session/session.h"
#include "ui/shared/fields/typed_secret.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/pages/change_relay.h"
#include "ui/shared/tasks/action_catalogue.h"
#include "ui/shared/tasks/settings.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/plain_words.h"
#include "ui/shell/frame/notice_bar.h"
#include "ui/shell/frame/page_area.h"
#include "ui/shell/frame/search_popup.h"
#include "ui/shell/frame/side_bar.h"
#include "ui/shell/frame/standing_banner.h"
#include "ui/shell/frame/status_bar.h"
#include "ui/shell/frame/top_bar.h"
#include "ui/shell/keys/double_click_guard.h"
#include "ui/shell/keys/focus_keeper.h"
#include "ui/shell/session/lock_page.h"
#include "ui/shell/start/passphrase_edit.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QMargins kPageMargins(24, 16, 24, 12);

}  // namespace

MainWindow::MainWindow(const PageContext& context, const PageRegistry& registry, QMenu* accountMenu,
                       QWidget* parent)
    : QMainWindow(parent),
      m_context(context),
      m_registry(registry),
      m_owner(
          Settings::ownerKey(QString::fromStdString(context.session.authority().folder.string()),
                             text(context.session.account().id.value))),
      m_recent(m_owner),
      m_covers(new QStackedWidget),
      m_pages(new QStackedWidget),
      m_topBar(new TopBar(SideBar::kWidth)),
      m_sideBar(new SideBar),
      m_statusBar(new StatusBar(context.jobs, text(context.session.authority().name),
                                context.session.authority().demonstration)),
      m_standing(new StandingBanner(context)),
      m_lockPage(new LockPage(text(context.session.account().personName)))
{
    fitToScreen(*this, QSize(1366, 768), QSize(900, 560));
    m_covers->addWidget(buildFrame(accountMenu));
    m_covers->addWidget(m_lockPage);
    setCentralWidget(m_covers);

    m_search = new SearchPopup(m_topBar->searchEdit(), m_context, m_covers->widget(0));
    m_search->setRecent(m_recent.places());
    connect(m_search, &SearchPopup::placeChosen, this, &MainWindow::go);

    new DoubleClickGuard(this);
    m_focusKeeper = new FocusKeeper(this, [this]() -> QWidget* {
        return isLocked() ? static_cast<QWidget*>(m_lockPage) : m_page;
    });
    if (const auto why = context.session.readOnlyWhy())
        m_statusBar->setReadOnly(messageFor(*why).text);
    addNavigation();
    addWorkspaces();
    connect(m_standing, &StandingBanner::placeRequested, this, &MainWindow::go);
    addActions(m_context.actions->all());
    connect(&m_context.changes, &ChangeRelay::changed, this, &MainWindow::changed);
    connect(&m_context.changes, &ChangeRelay::readingChanged, this, &MainWindow::showReadAt);
}

MainWindow::~MainWindow()
{
    delete m_focusKeeper;  // it asks for the page on screen
    // Pages refer to the context, which goes right after this window.
    qDeleteAll(m_pages->findChildren<Page*>(QString(), Qt::FindDirectChildrenOnly));
}

void MainWindow::setNote(const QString& text)
{
    m_statusBar->setNote(text);
}

QWidget* MainWindow::buildFrame(QMenu* accountMenu)
{
    m_topBar->setAccount(text(m_context.session.account().personName), accountMenu);
    auto* frame = new QWidget;
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_sideBar);
    auto* area = new QVBoxLayout;
    area->setSpacing(0);
    area->addWidget(m_standing);
    area->addWidget(new PageArea(m_pages), 1);
    row->addLayout(area, 1);
    column->addLayout(row, 1);
    column->addWidget(m_statusBar);
    return frame;
}

bool MainWindow::mayOpen(const PageInfo& info) const
{
    return m_context.session.may(info.needs);
}

void MainWindow::addWorkspaces()
{
    std::vector<const PageInfo*> workspaces;
    for (const PageInfo& info : m_registry.pages())
        if (info.id == info.workspace && mayOpen(info))
            workspaces.push_back(&info);
    std::stable_sort(workspaces.begin(), workspaces.end(),
                     [](const PageInfo* a, const PageInfo* b) { return a->order < b->order; });
    for (const PageInfo* info : workspaces) {
        const QKeySequence key(u"Ctrl+%1"_s.arg(info->order));
        QAction* const action =
            m_context.actions->add(u"workspace."_s + info->id, info->title, info->icon, {key});
        connect(action, &QAction::triggered, this, [this, id = info->id] { goWorkspace(id); });
        m_sideBar->addWorkspace(*info, key.toString(QKeySequence::NativeText));
    }
    connect(m_sideBar, &SideBar::workspaceRequested, this, &MainWindow::goWorkspace);
    m_noticeBar = new NoticeBar(m_context, m_registry);
    m_topBar->notices()->addWidget(m_noticeBar);
    connect(m_noticeBar, &NoticeBar::placeRequested, this, &MainWindow::go);
    m_noticeBar->refresh();
}

void MainWindow::addNavigation()
{
    ActionCatalogue& actions = *m_context.actions;
    QAction* const back =
        actions.add(u"go.back"_s, tr("Back"), u"back"_s, {QKeySequence(u"Alt+Left"_s)});
    QAction* const forward =
        actions.add(u"go.forward"_s, tr("Forward"), u"forward"_s, {QKeySequence(u"Alt+Right"_s)});
    QAction* const search =
        actions.add(u"go.search"_s, tr("Search"), u"search"_s, {QKeySequence(u"Ctrl+K"_s)});
    QAction* const print =
        actions.add(u"page.print"_s, tr("Print"), u"print"_s, {QKeySequence(QKeySequence::Print)});
    connect(back, &QAction::triggered, this, [this] { travel(true); });
    connect(forward, &QAction::triggered, this, [this] { travel(false); });
    connect(search, &QAction::triggered, m_topBar->searchEdit(), [this] {
        m_topBar->searchEdit()->setFocus(Qt::ShortcutFocusReason);
        m_topBar->searchEdit()->selectAll();
    });
    connect(print, &QAction::triggered, this, [this] {
        if (m_page && !m_page->print())
            m_statusBar->setSaveState(tr("There is nothing to print on this page."));
    });
    addPageActions();
    QAction* const again = actions.add(u"page.read-again"_s, tr("Read the page again"), {},
                                       {QKeySequence(Qt::Key_F5)});
    connect(again, &QAction::triggered, this, &MainWindow::readAgain);
    connect(m_topBar->backButton(), &QToolButton::clicked, back, &QAction::trigger);
    connect(m_topBar->forwardButton(), &QToolButton::clicked, forward, &QAction::trigger);
    for (const auto& [action, button] :
         {std::pair{back, m_topBar->backButton()}, std::pair{forward, m_topBar->forwardButton()}})
        connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
}

void MainWindow::addPageActions()
{
    ActionCatalogue& actions = *m_context.actions;
    QAction* const save = actions.add(u"page.save"_s, tr("Save what is being written"), u"save"_s,
                                      {QKeySequence(QKeySequence::Save)});
    QAction* const complete = actions.add(
        u"page.complete"_s, tr("Complete the assessment, choose the household"), {},
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    connect(save, &QAction::triggered, this, [this] {
        if (m_page && !m_page->save())
            m_statusBar->remark(tr("There is nothing to save on this page."));
    });
    connect(complete, &QAction::triggered, this, [this] {
        if (m_page && !m_page->complete())
            m_statusBar->remark(tr("There is nothing to complete on this page."));
    });
}

void MainWindow::goWorkspace(const QString& workspace)
{
    const PageInfo* const current = m_page ? m_registry.find(m_page->place().page) : nullptr;
    const Place root{workspace, {}, {}};
    if (current && current->workspace == workspace)
        return go(root);
    const Place last = m_lastPlaces.value(workspace, root);
    const PageInfo* const info = m_registry.find(last.page);
    go(info && info->workspace == workspace ? last : root);
}

void MainWindow::travel(bool back)
{
    rememberPlace();
    const auto place = back ? m_history.back() : m_history.forward();
    if (!place)
        return;
    if (givesWayTo(*place))
        showPlace(*place);
    else if (back)
        m_history.forward();
    else
        m_history.back();
}

bool MainWindow::givesWayTo(const Place& place)
{
    if (!m_page || m_page->keepUnsaved())
        return true;
    const Place here = m_page->place();
    if (here.page == place.page && here.record == place.record)
        return true;
    if (const PageInfo* const info = m_registry.find(here.page))
        m_sideBar->setCurrent(info->workspace);
    m_page->setFocus();
    return false;
}

void MainWindow::go(const Place& place)
{
    if (!givesWayTo(place))
        return;
    rememberPlace();
    m_history.visit(place);
    showPlace(place);
}

void MainWindow::showPlace(const Place& place)
{
    const PageInfo* const info = m_registry.find(place.page);
    if (!info || !mayOpen(*info))
        return;
    m_page = pageFor(*info);
    m_pages->setCurrentWidget(m_page);
    // Else the focus falls on whatever button comes first, and looks as if it mattered.
    m_page->setFocus();
    m_sideBar->setCurrent(info->workspace);
    showTitle(info->title);
    m_statusBar->endRemark();
    m_page->open(place);
    showReadAt();
    m_recent.add(place);
    m_search->setRecent(m_recent.places());
    m_context.actions->find(u"go.back"_s)->setEnabled(m_history.canGoBack());
    m_context.actions->find(u"go.forward"_s)->setEnabled(m_history.canGoForward());
}

Page* MainWindow::pageFor(const PageInfo& info)
{
    if (Page* const page = m_open.value(info.id))
        return page;
    Page* const page = info.create(m_context, m_pages);
    if (page->layout())
        page->layout()->setContentsMargins(kPageMargins);
    if (page->accessibleName().isEmpty())
        page->setAccessibleName(info.title);
    m_open.insert(info.id, page);
    m_pages->addWidget(page);
    connect(page, &Page::placeRequested, this, &MainWindow::go);
    connect(page, &Page::titleChanged, this, [this, page](const QString& title) {
        if (page == m_page)
            showTitle(title);
    });
    connect(page, &Page::saveStateChanged, m_statusBar, &StatusBar::setSaveState);
    return page;
}

void MainWindow::rememberPlace()
{
    if (!m_page)
        return;
    const Place here = m_page->place();
    m_history.replaceCurrent(here);
    if (const PageInfo* const info = m_registry.find(here.page))
        m_lastPlaces.insert(info->workspace, here);
}

Place MainWindow::place() const
{
    return m_page ? m_page->place() : m_closed;
}

Whereabouts MainWindow::whereabouts()
{
    rememberPlace();
    return {place(), m_history, m_lastPlaces};
}

void MainWindow::resume(const Whereabouts& before)
{
    m_history = before.history;
    m_lastPlaces = before.lastPlaces;
    showPlace(before.here);
}

void MainWindow::showTitle(const QString& title)
{
    m_title = title;
    // What is open must not be read from the task bar while the window is locked.
    setWindowTitle(isLocked() ? tr("Homeward, locked")
                              : titleWords(tr("%1 - Homeward").arg(title)));
}

void MainWindow::changed(const app::ChangeSet& changes)
{
    if (!changes.touches(app::Aggregate::Standing))
        return;
    m_standing->refresh();
    if (m_context.session.standing().replaced)
        m_statusBar->setSaveState(tr("Nothing more is saved here"));
}

void MainWindow::showReadAt()
{
    const auto at = m_page && !isLocked() ? m_page->readAt() : std::nullopt;
    m_statusBar->setReadAt(at ? tr("Read %1").arg(at->toString(u"HH:mm"_s)) : QString());
}

void MainWindow::readAgain()
{
    m_noticeBar->refresh();
    for (Page* page : std::as_const(m_open))
        page->readAgain();
}

bool MainWindow::keepUnsaved()
{
    bool kept = true;
    for (Page* page : std::as_const(m_open))
        kept = page->keepUnsaved() && kept;
    return kept;
}

bool MainWindow::mayLeave(const QString& title)
{
    const bool kept = keepUnsaved();
    const bool hidesForm = m_context.dialogs.hidesForm();
    if (kept && !hidesForm)
        return true;
    QStringList sentences;
    if (hidesForm)
        sentences << tr(
            "A form was open when Homeward was locked. What is typed in it is not "
            "saved.");
    for (const Page* page : std::as_const(m_open)) {
        const auto unsaved = page->unsaved();
        if (!unsaved)
            continue;
        const UserMessage reason = messageFor(unsaved->reason);
        // Whose record is open must not be read while the window is locked.
        sentences << (isLocked()
                          ? tr("What you typed could not be saved, not even as a draft: %1.")
                                .arg(reason.title)
                          : tr("What you typed about %1 could not be saved, not even as a draft: "
                               "%2.")
                                .arg(unsaved->subject, reason.title));
        if (!reason.nextStep.isEmpty())
            sentences << reason.nextStep;
    }
    sentences << tr("If you leave without it, it is lost.");
    return m_context.dialogs.confirm(
        this, {title, sentences.join(u' '), tr("Leave without it"), tr("Stay"), true});
}

bool MainWindow::isLocked() const
{
    return m_covers->currentWidget() == m_lockPage;
}

void MainWindow::lock()
{
    if (isLocked())
        return;
    m_beforeLock = focusWidget();
    m_lockPage->sayKept(keepUnsaved(), m_context.dialogs.hidesForm());
    m_lockPage->banner()->hide();
    for (QAction* action : m_context.actions->all())
        removeAction(action);
    m_lockPage->passphrase()->clear();
    clearSecretsIn(*this, m_lockPage);
    m_lockPage->setBusy(false);
    m_covers->setCurrentWidget(m_lockPage);
    m_context.changes.hold();
    showTitle(m_title);
    m_lockPage->passphrase()->setFocus();
    clearSecret(*m_topBar->searchEdit());  // most likely a name
    m_search->forget();
    m_noticeBar->forget();
}

void MainWindow::closePages()
{
    if (!isLocked() || m_context.dialogs.hidesForm() || !keepUnsaved())
        return;
    rememberPlace();
    for (const QString& id : m_open.keys()) {
        Page* const page = m_open.value(id);
        if (!page->comesBackWhole())
            continue;
        if (page == m_page) {
            m_closed = page->place();
            m_page = nullptr;
            m_title.clear();
        }
        m_open.remove(id);
        m_pages->removeWidget(page);
        page->hide();
        // Not at once: the lock may come in the middle of an event of this page.
        page->deleteLater();
    }
}

void MainWindow::unlock()
{
    m_lockPage->passphrase()->clear();
    m_covers->setCurrentIndex(0);
    addActions(m_context.actions->all());
    m_noticeBar->refresh();
    if (!m_page && !m_closed.page.isEmpty())
        showPlace(m_closed);
    m_closed = {};
    showTitle(m_title);
    m_context.changes.release();
    showReadAt();
    if (m_beforeLock && m_beforeLock->isVisible() && m_beforeLock->isEnabled())
        m_beforeLock->setFocus();
    else
        focusPage();
}

void MainWindow::focusPage()
{
    if (m_page)
        m_page->setFocus();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayLeave(tr("Close Homeward without what you typed?"))) {
        event->ignore();
        return;
    }
    rememberPlace();
    Settings::setWindowGeometry(saveGeometry());
    event->accept();
    emit closed();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    // Colleagues may have worked on the same authority while this program was asleep.
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_context.changes.look();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_search->hide();
}

}  // namespace homeward::ui
