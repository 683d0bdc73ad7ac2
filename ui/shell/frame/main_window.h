#pragma once

#include <QHash>
#include <QMainWindow>
#include <QPointer>

#include "app/session/change_bus.h"
#include "ui/shared/pages/page.h"
#include "ui/shared/pages/page_registry.h"
#include "ui/shell/frame/navigation_history.h"
#include "ui/shell/session/recent_places.h"

class QMenu;
class QStackedWidget;

namespace homeward::ui {

class FocusKeeper;
class LockPage;
class NoticeBar;
class SearchPopup;
class SideBar;
class StandingBanner;
class StatusBar;
class TopBar;

/// Where somebody is and was in a window.
struct Whereabouts {
    Place here;
    NavigationHistory history;
    QHash<QString, Place> lastPlaces;  ///< by workspace
};

/// The one window of a session. Hosts the pages of the registry and knows none of them.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    /// `context.actions` holds the shell's commands already; the window adds its own and answers to
    /// all keys.
    MainWindow(const PageContext& context, const PageRegistry& registry, QMenu* accountMenu,
               QWidget* parent = nullptr);
    ~MainWindow() override;

    void go(const Place& place);
    Place place() const;
    Whereabouts whereabouts();
    /// Goes to where another window was.
    void resume(const Whereabouts& before);
    Page* page() const { return m_page; }
    void focusPage();

    /// Drafts of every page, at once. True: nothing is unsaved any more.
    bool keepUnsaved();
    /// Keeps drafts; where that fails, asks whether to leave without what was typed. `title` names
    /// what was wanted, e.g. "Sign out?".
    bool mayLeave(const QString& title);
    /// Keeps drafts, then hides everything behind the lock page. What cannot be kept stays on
    /// screen behind it.
    void lock();
    /// While it is locked: closes the pages that come back whole, so that they hold no name
    /// meanwhile. Leaves them where something could not be kept or a form waits. No job may be
    /// running.
    void closePages();
    void unlock();
    bool isLocked() const;
    LockPage* lockPage() const { return m_lockPage; }
    /// In the status bar; empty: nothing.
    void setNote(const QString& text);

signals:
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void changed(const app::ChangeSet& changes);
    QWidget* buildFrame(QMenu* accountMenu);
    void addWorkspaces();
    void addNavigation();
    void addPageActions();
    void goWorkspace(const QString& workspace);
    void showPlace(const Place& place);
    /// False: the page on screen says why it must not give way to `place`.
    bool givesWayTo(const Place& place);
    void travel(bool back);
    Page* pageFor(const PageInfo& info);
    void rememberPlace();
    void showTitle(const QString& title);
    /// Says in the status bar when the page on screen was read.
    void showReadAt();
    /// F5: the page on screen at once, what is hidden when it is shown.
    void readAgain();
    bool mayOpen(const PageInfo& info) const;

    PageContext m_context;
    const PageRegistry& m_registry;
    QString m_owner;  ///< key of the settings of this person here
    RecentPlaces m_recent;
    QStackedWidget* m_covers;  ///< frame or lock page
    QStackedWidget* m_pages;
    TopBar* m_topBar;
    SideBar* m_sideBar;
    StatusBar* m_statusBar;
    StandingBanner* m_standing;
    NoticeBar* m_noticeBar = nullptr;
    SearchPopup* m_search;
    LockPage* m_lockPage;
    FocusKeeper* m_focusKeeper = nullptr;
    QPointer<QWidget> m_beforeLock;      ///< had the keyboard
    QHash<QString, Page*> m_open;        ///< by PageInfo::id, made when first gone to
    QHash<QString, Place> m_lastPlaces;  ///< by workspace, since this window was opened
    Page* m_page = nullptr;
    Place m_closed;  ///< where the page was that the lock closed; empty: none
    QString m_title;
    NavigationHistory m_history;
};

}  // namespace homeward::ui
