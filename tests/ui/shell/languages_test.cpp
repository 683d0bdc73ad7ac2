#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>

#include "app/authority/demonstration.h"
#include "app/records/children.h"
#include "domain/statutory_codes.h"
#include "support/files/resource.h"
#include "tests/support/all_rows.h"
#include "tests/ui/support/all_places.h"
#include "tests/ui/support/letters.h"
#include "tests/ui/support/refused_drafts.h"
#include "tests/ui/support/ui_harness.h"
#include "tests/ui/support/whole_window.h"
#include "ui/shared/tasks/settings.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/languages.h"
#include "ui/shell/frame/main_window.h"
#include "ui/shell/frame/workspaces.h"
#include "ui/shell/session/open_authority.h"
#include "ui/shell/session/shell_controller.h"
#include "ui/shell/start/create_authority_page.h"
#include "ui/shell/start/restore_page.h"
#include "ui/shell/start/sign_in_page.h"
#include "ui/shell/start/start_window.h"
#include "ui/shell/start/welcome_page.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

const QString kLong = QStringLiteral("long");

/// English again at its end, whatever happens.
struct Speaking {
    explicit Speaking(const QString& key) { REQUIRE(Languages::instance().use(key)); }
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;
    ~Speaking()
    {
        Languages::instance().use(QStringLiteral("en"));
        Settings::setLanguage({});
    }
};

const QRegularExpression& plainWords()
{
    static const QRegularExpression words(QStringLiteral("[A-Za-z]{3,}"));
    return words;
}

/// Labels of statutory codes, which are the Department's, and names that the demonstration invents.
QStringList otherPeoplesWords()
{
    QStringList all{QStringLiteral("Homeward needs framework")};
    for (const char* field :
         {"PLACE", "PLACE_PROVIDER", "LS", "CIN", "RNE", "REC", "ETHNIC", "REASON_PLACE_CHANGE"})
        for (const auto& code : StatutoryCodes::builtIn().codesOf(field))
            all << text(code.label);
    const auto invented = resource("resources/demonstration/words.tsv");
    for (const QString& line : text(*invented).split(u'\n'))
        if (line.endsWith(QStringLiteral("(invented)")))
            all << line.section(u'\t', 1);
    all << QStringLiteral("Demonstration fostering service");
    std::sort(all.begin(), all.end(),
              [](const QString& a, const QString& b) { return a.size() > b.size(); });
    return all;
}

/// What histories quote: words of records as they were before hostileAuthority().
const QSet<QString>& inventedWords()
{
    static const QSet<QString> words = [] {
        QSet<QString> all;
        const QString table = text(*resource("resources/demonstration/words.tsv"));
        for (auto found = plainWords().globalMatch(table); found.hasNext();)
            all << found.next().captured();
        return all;
    }();
    return words;
}

/// What is left of `shown` without words of records, statutory codes, dates and names of keys: each
/// letter of the long language has an accent.
QString english(const QString& place, QString shown)
{
    static const QStringList others = otherPeoplesWords();
    for (const QString& words :
         QStringList{hostileWords(), hostileName(), hostileVersion()} + others)
        shown.remove(words);
    // What a label cuts off, days, ids, names of accounts, postcodes, keys, files, and what the
    // program and the languages call themselves.
    static const QRegularExpression ours(QStringLiteral(
        "[XYZ]q[^…]*…"
        "|\\b\\d{1,2} (Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]* \\d{4}"
        "|[0-9a-f]{8}-[0-9a-f-]{27}|\\b[a-z]\\.[a-z]+\\b|\\bdemo\\b|\\(invented\\)"
        "|\\b[A-Z]{1,2}\\d+[A-Z]? ?\\d[A-Z]{2}\\b|\\b(Ctrl|Alt|Shift|Esc|Del|Ins|PgUp|PgDown)\\b"
        "|[\\w.-]+@[\\w.-]+|\\b\\d+ \\w+ Road\\b"
        "|/[\\w./-]+|\\b\\w+\\.(csv|json|homeward)\\b|\\b(Homeward|English|Long)\\b"));
    shown.remove(ours);
    static const QRegularExpression histories(
        QStringLiteral("auditTable|historyView|changedFieldsView|lastWordsLabel"));
    const bool quotes = place.contains(histories);
    QStringList left;
    for (auto found = plainWords().globalMatch(shown); found.hasNext();)
        if (const QString word = found.next().captured();
            !quotes || !inventedWords().contains(word))
            left << word;
    return left.join(u' ');
}

void checkSpoken(QWidget& root)
{
    int texts = 0;
    QStringList faults;
    eachText(root, [&](const QString& place, const QString& shown) {
        texts += shown.isEmpty() ? 0 : 1;
        if (!english(place, shown).isEmpty())
            faults << place + QStringLiteral(": ") + shown;
    });
    faults.removeDuplicates();
    for (const QString& fault : faults)
        UNSCOPED_INFO(fault.toStdString());
    CHECK(faults.isEmpty());
    CHECK(texts > 3);
}

/// The window with all pages, on an authority that says hostileWords() wherever it can.
struct Whole {
    Whole() : open(signInToDemonstration(hostileAuthority()), dialogs)
    {
        sayHostileAuthority(*open.session);
        openWholeWindow(open);
        settle();
    }
    void settle()
    {
        waitForJobs(open.jobs);
        QTest::qWait(20);
        waitUntil([this] { return open.jobs.isIdle(); });
    }
    void go(const Place& place)
    {
        open.window->go(place);
        QCoreApplication::processEvents();
        settle();
    }
    void click(const char* name)
    {
        for (auto* button : open.window->findChildren<QPushButton*>(QLatin1String(name)))
            if (button->isVisible() && button->isEnabled()) {
                button->click();
                return settle();
            }
        FAIL("no button " << name);
    }
    /// In care, with assessments to look back on.
    QString child()
    {
        for (const app::ChildRow& row : everyChild(*open.session))
            if (row.inCare && row.assessments >= 2)
                return text(row.id.value);
        return {};
    }

    CannedDialogs dialogs;
    OpenAuthority open;
};

/// As it is opened, on the demonstration.
struct Shell {
    Shell() : shell(options(), stageEnvironment(), registerAllPages, dialogs)
    {
        Settings::setLastAuthority({});
        shell.start();
        auto* start = qobject_cast<SignInPage*>(shell.startWindow()->page());
        REQUIRE(start);
        start->findChild<QComboBox*>(QStringLiteral("accountCombo"))
            ->setCurrentText(QLatin1String(app::kDemonstrationAccount));
        auto* passphrase = start->findChild<QLineEdit*>(QStringLiteral("passphraseEdit"));
        QTest::keyClicks(passphrase, QLatin1String(app::kDemonstrationPassphrase));
        QTest::keyClick(passphrase, Qt::Key_Return);
        REQUIRE(waitUntil([&] { return shell.mainWindow() && shell.mainWindow()->isVisible(); }));
    }
    static ShellOptions options()
    {
        ShellOptions options;
        options.authority = text(copyOfDemonstration().string());
        return options;
    }
    QPlainTextEdit* hopes() const
    {
        auto* edit = shell.mainWindow()->findChild<QPlainTextEdit*>(QStringLiteral("myHopesEdit"));
        return edit && edit->isVisible() && edit->isEnabled() ? edit : nullptr;
    }
    void openHopes()
    {
        child = text(homeward::test::allChildren(*shell.session())->front().id.value);
        shell.mainWindow()->go({QStringLiteral("child"), child, QStringLiteral("about-me")});
        REQUIRE(waitUntil([this] { return hopes(); }));
    }
    /// In the menu under the person's name.
    void ask(const QString& key) const
    {
        for (QAction* action : shell.mainWindow()->findChildren<QAction*>())
            if (action->objectName() == QStringLiteral("language.") + key)
                action->trigger();
    }
    /// Waits for the new window.
    void choose(const QString& key)
    {
        const QPointer<MainWindow> before = shell.mainWindow();
        ask(key);
        REQUIRE(waitUntil([&] { return shell.mainWindow() && before.isNull(); }));
    }

    CannedDialogs dialogs;
    ShellController shell;
    QString child;
};

}  // namespace

TEST_CASE("every page speaks the chosen language, to the last tooltip", "[ui-languages]")
{
    const Speaking speaking(kLong);
    Whole whole;
    const QString home = text(everyHome(*whole.open.session).front().id.value);
    for (const NamedPlace& named : allPlaces(whole.child(), home)) {
        CAPTURE(named.name.toStdString());
        whole.go(named.place);
        checkSpoken(*whole.open.window);
    }
}

TEST_CASE("search, comparison and the dialogs speak the chosen language", "[ui-languages]")
{
    const Speaking speaking(kLong);
    Whole whole;
    int dialogs = 0;
    whole.dialogs.onRun = [&](QDialog& dialog) {
        dialog.show();
        QTest::qWait(20);
        CAPTURE(dialog.metaObject()->className());
        checkSpoken(dialog);
        ++dialogs;
        return false;
    };
    whole.go({QStringLiteral("shortlist"), whole.child(), {}});
    whole.click("chooseButton");
    auto* ranked = whole.open.window->findChild<QAbstractItemView*>(QStringLiteral("rankedView"));
    for (int row = 0; row < 2; ++row)
        ranked->selectionModel()->select(ranked->model()->index(row, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    whole.click("compareButton");
    checkSpoken(*whole.open.window);
    whole.go({QStringLiteral("child"), whole.child(), QStringLiteral("placements")});
    whole.click("endPlacementButton");
    whole.go({QStringLiteral("children"), {}, {}});
    whole.click("addChildButton");
    CHECK(dialogs == 3);
    auto* search = whole.open.window->findChild<QLineEdit*>(QStringLiteral("searchEdit"));
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("Zq"));
    whole.settle();
    checkSpoken(*whole.open.window);
}

TEST_CASE("the pages before anybody is signed in speak the chosen language", "[ui-languages]")
{
    const Speaking speaking(kLong);
    CannedDialogs dialogs;
    StartWindow window;
    window.show();
    for (StartPage* page :
         {static_cast<StartPage*>(new WelcomePage),
          static_cast<StartPage*>(new CreateAuthorityPage(dialogs)),
          static_cast<StartPage*>(new RestorePage(dialogs, stageEnvironment(), {}))}) {
        window.showPage(page);
        QTest::qWait(20);
        checkSpoken(window);
    }
}

TEST_CASE("a language counts at once: the place, the way back and what is typed stay",
          "[ui-languages]")
{
    const Speaking speaking(QStringLiteral("en"));
    Shell program;
    program.shell.mainWindow()->go({QStringLiteral("carers"), {}, {}});
    program.openHopes();
    const Place place = program.shell.mainWindow()->place();
    program.hopes()->setPlainText(QStringLiteral("To be a vet"));

    program.choose(kLong);
    CHECK(Settings::language() == kLong);
    CHECK(program.shell.mainWindow()->isVisible());
    CHECK(program.shell.mainWindow()->place() == place);
    CHECK(program.shell.mainWindow()->windowTitle().contains(QStringLiteral("Ĥöɱéŵàŕđ")));
    CHECK(sentence("band.good") == QStringLiteral("[Ğööđ~]"));
    REQUIRE(waitUntil([&] { return program.hopes(); }));
    CHECK(program.hopes()->toPlainText() == QStringLiteral("To be a vet"));

    program.choose(QStringLiteral("en"));
    CHECK(program.shell.mainWindow()->windowTitle().endsWith(QStringLiteral(" - Homeward")));
    REQUIRE(waitUntil([&] { return program.hopes(); }));
    CHECK(program.hopes()->toPlainText() == QStringLiteral("To be a vet"));
    for (QAction* action : program.shell.mainWindow()->actions())
        if (action->shortcut() == QKeySequence(QStringLiteral("Alt+Left")))
            action->trigger();
    CHECK(program.shell.mainWindow()->place().page == QStringLiteral("carers"));
}

TEST_CASE("a language chosen while work runs waits for its end", "[ui-languages]")
{
    const Speaking speaking(QStringLiteral("en"));
    Shell program;
    const QPointer<MainWindow> before = program.shell.mainWindow();
    before->go({QStringLiteral("admin"), {}, QStringLiteral("audit")});
    auto* verify = before->findChild<QPushButton*>(QStringLiteral("verifyButton"));
    REQUIRE(verify);
    verify->click();
    program.ask(kLong);
    QCoreApplication::sendPostedEvents(&program.shell);
    CHECK(before);
    CHECK(Languages::instance().current() == QStringLiteral("en"));
    REQUIRE(waitUntil([&] { return before.isNull() && program.shell.mainWindow(); }));
    CHECK(Languages::instance().current() == kLong);
}

TEST_CASE("what is typed and kept nowhere is asked about before the language changes",
          "[ui-languages]")
{
    const Speaking speaking(QStringLiteral("en"));
    Shell program;
    program.openHopes();
    const QPointer<MainWindow> before = program.shell.mainWindow();
    program.hopes()->setPlainText(QStringLiteral("To be a vet"));
    const RefusedDrafts refused(*program.shell.session());
    program.dialogs.answer = false;
    program.ask(kLong);
    REQUIRE(waitUntil([&] { return !program.dialogs.asked.empty(); }));
    QCoreApplication::processEvents();
    CHECK(before);
    CHECK(Settings::language() == QStringLiteral("en"));
    CHECK(program.hopes()->toPlainText() == QStringLiteral("To be a vet"));
    program.dialogs.answer = true;
}

TEST_CASE("a language that is not there changes nothing", "[ui-languages]")
{
    CHECK_FALSE(Languages::instance().use(QStringLiteral("xx")));
    CHECK_FALSE(Languages::instance().use({}));
    CHECK(Languages::instance().current() == QStringLiteral("en"));
    const QList<Language> all = Languages::instance().all();
    REQUIRE(all.size() == 2);
    CHECK(all[0].name == QStringLiteral("English"));
    CHECK(all[1].name == QStringLiteral("Long"));
}
