// Pages are current, whoever commits and wherever they are: through the window as it runs.
#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>

#include "app/session/drafts.h"
#include "app/matching/matching_service.h"
#include "app/records/children.h"
#include "app/records/homes.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/support/held_store.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/tasks/waits.h"
#include "ui/shared/words/format.h"
#include "ui/shell/frame/main_window.h"
#include "ui/shell/frame/workspaces.h"
#include "ui/shell/session/open_authority.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

template <typename T>
T require(Result<T> result)
{
    if (!result)
        FAIL(toKey(result.error().code) << ": " << result.error().detail);
    return std::move(*result);
}

/// The window on a demonstration of its own, with a colleague signed in at another program.
struct Window {
    explicit Window(app::Environment environment = stageEnvironment())
        : folder(copyOfDemonstration()),
          open(signInToDemonstration(folder, environment), dialogs),
          colleague(signInToDemonstration(folder, environment))
    {
        registerAllPages(open.registry);
        open.openWindow(new QMenu);
        open.window->resize(1366, 768);
        open.window->show();
        QApplication::setActiveWindow(open.window.get());
        waitForJobs(open.jobs);
    }
    Page& go(const char* page, const std::string& record = {}, const char* part = "")
    {
        open.window->go({QString::fromLatin1(page), text(record), QString::fromLatin1(part)});
        waitForJobs(open.jobs);
        return *open.window->page();
    }
    template <typename Widget>
    Widget& find(const char* name)
    {
        auto* widget = open.window->page()->findChild<Widget*>(QString::fromLatin1(name));
        if (!widget)
            FAIL("no widget named " << name);
        return *widget;
    }
    QString readAt() const
    {
        return open.window->findChild<QLabel*>(QStringLiteral("readAtLabel"))->text();
    }
    Home colleagueRenames(const HomeId& id, const std::string& name)
    {
        Home home = require(app::openHome(*colleague, id)).home;
        home.name = name;
        require(app::saveHome(*colleague, home));
        return home;
    }

    CannedDialogs dialogs;
    std::filesystem::path folder;
    OpenAuthority open;
    std::unique_ptr<app::Session> colleague;
};

QStringList namesIn(const QAbstractItemView& view)
{
    QStringList names;
    for (int row = 0; row < view.model()->rowCount(); ++row)
        names << view.model()->index(row, 0).data().toString();
    return names;
}

}  // namespace

TEST_CASE("what another program saves is on screen within two seconds, and takes nothing away",
          "[ui-live]")
{
    Window w;
    w.go("carers");
    auto& view = w.find<QAbstractItemView>("homesView");
    w.open.window->resize(1366, 560);
    const int row = view.model()->rowCount() - 2;
    view.setCurrentIndex(view.model()->index(row, 0));
    view.verticalScrollBar()->setValue(3);
    const int scrolled = view.verticalScrollBar()->value();
    auto& search = w.find<QLineEdit>("carersSearchEdit");
    search.setFocus();
    const QString chosen = view.currentIndex().data(RecordIdRole).toString();
    const HomeId changed{utf8(view.model()->index(0, 0).data(RecordIdRole).toString())};
    const std::string name = "A renamed household";

    w.colleagueRenames(changed, name);
    REQUIRE(waitUntil([&] { return namesIn(view).contains(text(name)); }));
    CHECK(view.currentIndex().data(RecordIdRole).toString() == chosen);
    CHECK(view.selectionModel()->selectedRows().size() == 1);
    CHECK(view.verticalScrollBar()->value() == scrolled);
    CHECK(search.hasFocus());
}

TEST_CASE("a record changed by another program shows anew, unless something is typed", "[ui-live]")
{
    Window w;
    const ChildId child = everyChild(*w.open.session).front().id;
    w.go("child", child.value, "about-me");
    auto& hopes = w.find<QPlainTextEdit>("myHopesEdit");
    const auto colleagueWrites = [&](const std::string& words) {
        Child theirs = require(app::openChild(*w.colleague, child)).child;
        theirs.aboutMe.myHopes = words;
        require(app::saveChild(*w.colleague, theirs));
    };
    colleagueWrites("To play in goal.");
    REQUIRE(waitUntil([&] { return hopes.toPlainText() == QStringLiteral("To play in goal."); }));

    hopes.setFocus();
    QTest::keyClicks(&hopes, QStringLiteral("I like otters. "));
    const QString mine = hopes.toPlainText();
    colleagueWrites("To be a vet.");
    QSignalSpy told(&w.open.relay, &ChangeRelay::changed);
    REQUIRE(waitUntil([&] { return !told.isEmpty() && w.open.jobs.isIdle(); }));
    CHECK(hopes.toPlainText() == mine);
    CHECK(hopes.hasFocus());
}

TEST_CASE("a page that was away is read again when it is shown, and not before", "[ui-live]")
{
    Window w;
    const HomeId home = everyHome(*w.open.session).front().id;
    Page& household = w.go("home", home.value, "household");
    const auto title = [&] {
        QString all;
        for (const QLabel* label : household.findChildren<QLabel*>())
            all += label->text() + u'\n';
        return all;
    };
    w.go("children");
    QSignalSpy told(&w.open.relay, &ChangeRelay::changed);
    w.colleagueRenames(home, "A renamed household");
    REQUIRE(waitUntil([&] { return !told.isEmpty() && w.open.jobs.isIdle(); }));
    CHECK_FALSE(title().contains(QStringLiteral("A renamed household")));
    w.go("home", home.value, "household");
    CHECK(title().contains(QStringLiteral("A renamed household")));
}

TEST_CASE("what was committed while the window was locked is there once it is unlocked",
          "[ui-live][lock]")
{
    Window w;
    w.go("carers");
    auto& view = w.find<QAbstractItemView>("homesView");
    const HomeId home = everyHome(*w.open.session).front().id;
    w.open.window->lock();
    w.colleagueRenames(home, "A renamed household");
    w.open.relay.look();
    w.open.window->unlock();
    CHECK(waitUntil([&] { return namesIn(view).contains(QStringLiteral("A renamed household")); }));
}

TEST_CASE("the status bar says when the page on screen was read, and F5 reads it again",
          "[ui-live]")
{
    Window w;
    w.go("carers");
    CHECK(w.readAt() ==
          QStringLiteral("Read ") + QTime::currentTime().toString(QStringLiteral("HH:mm")));
    w.go("admin", {}, "passphrase");
    CHECK(w.readAt().isEmpty());
    const ChildId child = everyChild(*w.open.session).front().id;
    w.go("child", child.value, "placements");
    CHECK(w.readAt().startsWith(QStringLiteral("Read ")));
    QSignalSpy read(&w.open.relay, &ChangeRelay::readingChanged);
    QTest::keyClick(w.open.window.get(), Qt::Key_F5);
    CHECK(waitUntil([&] { return !read.isEmpty(); }));
    w.open.window->lock();
    w.open.relay.readingChanged();
    CHECK(w.readAt().isEmpty());
}

TEST_CASE("a draft typed while another program writes is on disk at once, and brought in after it",
          "[ui-live][ui-wait]")
{
    const homeward::test::TemporaryFolder rescue;
    app::Environment environment = stageEnvironment();
    environment.rescueFolder = rescue.path() / "rescue";
    Window w(environment);
    const std::string record = everyChild(*w.open.session).front().id.value;
    const auto recorded = [&] { return require(app::readDraft(*w.colleague, "test", record)); };
    {
        const HeldStore held(*w.open.session);
        const NoPatience typing;
        require(app::keepDraft(*w.open.session, "test", record, "first"));
        require(app::keepDraft(*w.open.session, "test", record, "Half a sentence"));
        CHECK(require(app::readDraft(*w.open.session, "test", record)) == "Half a sentence");
        CHECK_FALSE(recorded());
        CHECK_FALSE(std::filesystem::is_empty(environment.rescueFolder));
    }
    REQUIRE(waitUntil([&] { return recorded() == "Half a sentence"; }));
    CHECK(std::filesystem::is_empty(environment.rescueFolder));
    {
        const HeldStore held(*w.open.session);
        const NoPatience typing;
        require(app::keepDraft(*w.open.session, "test", record, "Given up"));
    }
    require(app::dropDraft(*w.open.session, "test", record));
    w.open.relay.look();
    CHECK_FALSE(recorded());
    CHECK_FALSE(require(app::readDraft(*w.open.session, "test", record)));
}
