#include <qcustomplot.h>
#include <sys/inotify.h>
#include <unistd.h>
#include <QAccessible>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QTimer>
#include <QToolTip>
#include <QVBoxLayout>
#include <QXmlStreamReader>

#include "app/matching/matching_service.h"
#include "app/needs/assessments.h"
#include "app/needs/frameworks.h"
#include "app/records/children.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/support/all_places.h"
#include "tests/ui/support/letters.h"
#include "tests/ui/support/ui_harness.h"
#include "tests/ui/support/whole_window.h"
#include "ui/admin/imports/drop_area.h"
#include "ui/children/needs/needs_print.h"
#include "ui/matching/reasons/explanation.h"
#include "ui/matching/shortlist/shortlist_report.h"
#include "ui/shared/charts/chart_export.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/plain_words.h"
#include "ui/shell/frame/main_window.h"
#include "ui/shell/session/lock_page.h"
#include "ui/shell/session/open_authority.h"
#include "ui/shell/start/sign_in_page.h"
#include "ui/shell/start/start_window.h"
#include "ui/shell/start/welcome_page.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

void checkLetters(const Drawn& drawn)
{
    CAPTURE(drawn.faults.join(u'\n').toStdString());
    CHECK(drawn.faults.isEmpty());
}

/// The program on an authority that says hostileWords() wherever it can.
struct Program {
    Program() : open(signInToDemonstration(hostileAuthority()), dialogs)
    {
        sayHostileAuthority(*open.session);
        openWholeWindow(open);
        settle();
    }
    void settle()
    {
        waitForJobs(open.jobs);
        QTest::qWait(20);
        waitForJobs(open.jobs);
    }
    void go(const Place& place)
    {
        open.window->go(place);
        QCoreApplication::processEvents();
        settle();
    }
    QWidget& window() { return *open.window; }
    void click(const char* name)
    {
        for (auto* button : window().findChildren<QPushButton*>(QLatin1String(name)))
            if (button->isVisible() && button->isEnabled())
                return button->click();
        FAIL("no button " << name);
    }
    QString childThat(bool assessed)
    {
        for (const app::ChildRow& child : everyChild(*open.session))
            if (child.inCare && (child.assessments >= 2) == assessed)
                return text(child.id.value);
        return {};
    }

    CannedDialogs dialogs;
    OpenAuthority open;
};

/// A style sheet and a picture, and whether anybody opens them.
class Canary {
public:
    Canary()
    {
        QImage red(40, 40, QImage::Format_RGB32);
        red.fill(Qt::red);
        red.save(path("red.png"));
        QFile sheet(path("sheet.css"));
        sheet.open(QIODevice::WriteOnly);
        sheet.write("p { font-size: 99pt; }");
        sheet.close();
        m_watch = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        ::inotify_add_watch(m_watch, m_folder.path().c_str(), IN_OPEN);
    }
    Canary(const Canary&) = delete;
    Canary& operator=(const Canary&) = delete;
    ~Canary() { ::close(m_watch); }

    /// HTML that makes Qt open both.
    QString words() const
    {
        return QStringLiteral(
                   "<html><head><link rel=\"stylesheet\" type=\"text/css\" href=\"%1\"></head>"
                   "<body><p>A <img src=\"%2\"></p></body></html>")
            .arg(QUrl::fromLocalFile(path("sheet.css")).toString(), path("red.png"));
    }
    /// Since the last call.
    bool opened()
    {
        char events[4096];
        return ::read(m_watch, events, sizeof events) > 0;
    }

private:
    QString path(const char* name) const
    {
        return text(m_folder.path().string()) + u'/' + QLatin1String(name);
    }

    homeward::test::TemporaryFolder m_folder;
    int m_watch = -1;
};

QString write(const homeward::test::TemporaryFolder& folder, const QString& name,
              const QByteArray& body)
{
    const QString path = text(folder.path().string()) + u'/' + name;
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(body);
    return path;
}

}  // namespace

TEST_CASE("every page draws words of records as letters", "[ui-words]")
{
    Program program;
    const QString home = text(everyHome(*program.open.session).front().id.value);
    int places = 0;
    for (const NamedPlace& named : allPlaces(program.childThat(true), home)) {
        CAPTURE(named.name.toStdString());
        program.go(named.place);
        const Drawn drawn = drawnIn(program.window());
        places += drawn.places;
        CHECK(drawn.places > 3);  // status bar, account and its menu are on all of them
        checkLetters(drawn);
    }
    CHECK(places > 1000);
}

TEST_CASE("names in a sentence of ours are letters in it", "[ui-words]")
{
    Program program;
    for (const app::ChildRow& row : everyChild(*program.open.session)) {
        const auto page = app::openChild(*program.open.session, row.id);
        if (!page || page->siblings.empty())
            continue;
        program.go({QStringLiteral("child"), text(row.id.value), QStringLiteral("about-me")});
        auto* label = program.window().findChild<QLabel*>(QStringLiteral("siblingsLabel"));
        REQUIRE(hasMarkup(*label));
        CHECK(drawnInHtml(label->text()).places == 1);
        checkLetters(drawnInHtml(label->text()));
        CHECK(label->accessibleName().contains(hostileWords()));
        return;
    }
    FAIL("nobody has brothers or sisters");
}

TEST_CASE("search, comparison and the dialogs of decisions draw words as letters", "[ui-words]")
{
    Program program;
    int dialogs = 0;
    program.dialogs.onRun = [&](QDialog& dialog) {
        dialog.show();
        QTest::qWait(20);
        const Drawn drawn = drawnIn(dialog);
        CAPTURE(dialog.metaObject()->className());
        CHECK(drawn.places > 0);
        checkLetters(drawn);
        ++dialogs;
        return false;
    };
    auto* search = program.window().findChild<QLineEdit*>(QStringLiteral("searchEdit"));
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("big"));
    program.settle();
    checkLetters(drawnIn(program.window()));

    program.go({QStringLiteral("shortlist"), program.childThat(true), {}});
    program.click("chooseButton");
    auto* ranked = program.window().findChild<QAbstractItemView*>(QStringLiteral("rankedView"));
    ranked->selectAll();
    if (auto* compare = program.window().findChild<QPushButton*>(QStringLiteral("compareButton"));
        compare->isEnabled())
        compare->click();
    program.settle();
    checkLetters(drawnIn(program.window()));

    program.go({QStringLiteral("child"), program.childThat(true), QStringLiteral("placements")});
    program.click("endPlacementButton");
    CHECK(dialogs == 2);

    program.go({QStringLiteral("child"), program.childThat(true), QStringLiteral("needs")});
    program.click("recordViewButton");
    const Drawn levels = drawnIn(program.window());
    CHECK(levels.places > 20);
    checkLetters(levels);
    for (QMenu* menu : program.window().findChildren<QMenu*>())
        menu->close();
}

TEST_CASE("files that are taken in are shown as letters, their names too", "[ui-words]")
{
    Program program;
    const homeward::test::TemporaryFolder folder;
    const QByteArray words = hostileName().toUtf8();
    program.go({QStringLiteral("admin"), {}, QStringLiteral("import")});
    const QStringList files{
        write(folder, QStringLiteral("2025-header ") + hostileName() + QStringLiteral(".csv"),
              "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n" + words + "," + words + "," + words +
                  "," + words + ",,,\r\n")};
    for (DropArea* area : program.window().findChildren<DropArea*>())
        if (area->isVisible())
            emit area->filesDropped(files);
    program.settle();
    const Drawn import = drawnIn(program.window());
    CHECK(import.places > 10);
    checkLetters(import);

    NeedsFramework framework = *app::currentFramework(*program.open.session);
    framework.version = utf8(QStringLiteral("3 ") + hostileVersion());
    framework.domains.front().need[1] = utf8(hostileWords() + QStringLiteral(" changed"));
    program.go({QStringLiteral("admin"), {}, QStringLiteral("framework")});
    program.dialogs.files = {write(folder, QStringLiteral("own.json"),
                                   QByteArray::fromStdString(app::frameworkJson(framework)))};
    program.click("chooseFrameworkButton");
    program.settle();
    checkLetters(drawnIn(program.window()));
}

TEST_CASE("pages before signing in draw the words of keys.json as letters", "[ui-words]")
{
    StartWindow window;
    window.resize(1366, 768);
    auto authority = *app::inspectAuthority(demonstrationFolder());
    authority.name = utf8(hostileWords());
    authority.accountNames = {utf8(hostileWords()), "demo"};
    auto* broken = new WelcomePage;
    StartPage* const pages[] = {new SignInPage(authority, {}), new LockPage(hostileWords()),
                                broken};
    for (StartPage* page : pages) {
        CAPTURE(page->metaObject()->className());
        window.showPage(page);
        window.show();
        if (page == broken)
            broken->banner()->showError(
                {ErrorCode::AuthorityMissing,
                 {},
                 {{"folder", utf8(hostileWords())}, {"file", utf8(hostileWords())}}});
        QTest::qWait(20);
        const Drawn drawn = drawnIn(window);
        CHECK(drawn.places > 0);
        checkLetters(drawn);
    }
}

TEST_CASE("questions and messages draw words as letters", "[ui-words]")
{
    DesktopDialogs dialogs;
    Question question;
    question.title = question.text = question.proceed = question.keep = hostileWords();
    Drawn drawn;
    QTimer::singleShot(50, [&] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (!box)
            return;
        drawn = drawnIn(*box);
        box->reject();
    });
    CHECK_FALSE(dialogs.confirm(nullptr, question));
    CHECK(drawn.places >= 4);
    checkLetters(drawn);

    Banner banner;
    banner.showWithAction(Banner::Tone::Problem, hostileWords(), hostileWords(), hostileWords());
    EmptyState empty(QStringLiteral("search"), hostileWords(), hostileWords(), hostileWords());
    empty.show();
    checkLetters(drawnIn(banner));
    checkLetters(drawnIn(empty));
}

TEST_CASE("what is printed or saved says the words as letters", "[ui-words]")
{
    const auto session = signInToDemonstration(hostileAuthority());
    Program program;
    const ChildId child{utf8(program.childThat(true))};
    PrintedNeeds needs;
    needs.page = *app::openChild(*session, child);
    const Assessment last = app::assessmentsOf(*session, child)->back();
    needs.framework = *app::framework(*session, last.framework);
    needs.ratings = last.ratings;
    needs.assessedOn = last.assessedOn;
    needs.state = hostileWords();
    const Drawn printed = drawnInHtml(needsHtml(needs));
    CHECK(printed.places == 1);
    checkLetters(printed);

    const app::ShortlistAnswer answer = *app::shortlist(*session, {child, {}, {}, {}});
    ShortlistReport report;
    report.authority = report.preparedBy = report.terms = hostileWords();
    for (const auto* list : {&answer.list.candidates, &answer.list.nearMisses})
        for (const matching::Candidate& candidate : *list) {
            report.explained = explain(answer, candidate);
            checkLetters(drawnInHtml(shortlistHtml(answer, report)));
        }

    QCustomPlot plot;
    plot.resize(400, 300);
    const auto svg = figureBytes({&plot, hostileWords(), {hostileWords()}}, QStringLiteral("svg"));
    REQUIRE(svg);
    QXmlStreamReader reader(*svg);
    Drawn drawn;
    QStringList elements;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement)
            elements << reader.name().toString();
        if (reader.isCharacters())
            drawn.add(QStringLiteral("svg"), reader.text().toString());
    }
    CHECK_FALSE(reader.hasError());
    CHECK_FALSE(elements.contains(QStringLiteral("img")));
    CHECK(drawn.places >= 2);
    checkLetters(drawn);
}

TEST_CASE("no document opens a file because of its text", "[ui-words]")
{
    Canary canary;
    const Markup hostile = Markup::ofHtml(canary.words());
    {
        WordsDocument printed;
        setMarkup(printed, hostile);
        QImage page(200, 200, QImage::Format_RGB32);
        QPainter painter(&page);
        printed.drawContents(&painter);
        WordsBrowser browser;
        setMarkup(*browser.document(), hostile);
        browser.resize(300, 200);
        browser.show();
        QTest::qWait(20);
        (void)browser.grab();
    }
    CHECK_FALSE(canary.opened());

    QTextDocument unguarded;  // or the canary would sing for nobody
    unguarded.setHtml(canary.words());
    CHECK(canary.opened());
}

TEST_CASE("no label, tooltip or message opens a file because of its text", "[ui-words]")
{
    Canary canary;
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* early = new QLabel(canary.words(), &window);
    early->setWordWrap(true);
    column->addWidget(early);
    QAccessibleInterface* const spoken = QAccessible::queryAccessibleInterface(early);
    CHECK(spoken->text(QAccessible::Name) == canary.words());
    auto* late = new QLabel(&window);
    late->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(late);
    (void)column->heightForWidth(200);
    window.show();
    late->setText(canary.words());
    window.setToolTip(canary.words());
    (void)drawnIn(window);
    (void)window.grab();
    Banner banner;
    banner.show(Banner::Tone::Problem, canary.words(), canary.words());
    (void)banner.grab();
    QMessageBox box;
    box.setText(canary.words());
    box.setInformativeText(canary.words());
    box.open();
    QTest::qWait(20);
    (void)box.grab();
    CHECK_FALSE(canary.opened());
}

TEST_CASE("labels are plain by themselves, and show an own mnemonic", "[ui-words]")
{
    QWidget window;
    auto* label = new QLabel(hostileWords(), &window);
    auto* late = new QLabel(&window);
    auto* edit = new QLineEdit(&window);
    auto* own = new QLabel(QStringLiteral("&Why"), &window);
    own->setBuddy(edit);
    window.show();
    late->setText(hostileWords());
    for (const QLabel* one : {label, late, own})
        CHECK(one->textFormat() == Qt::PlainText);
    checkLetters(drawnIn(window));
    CHECK(own->sizeHint().width() < QLabel(QStringLiteral("&&Why")).sizeHint().width());
    CHECK(own->sizeHint().width() <= QLabel(QStringLiteral("Why")).sizeHint().width());

    QToolTip::showText({10, 10}, hostileWords(), &window);
    window.setToolTip(hostileWords());
    checkLetters(drawnIn(window));
}

TEST_CASE("words are made safe for what takes them otherwise", "[ui-words]")
{
    CHECK(Markup(QStringLiteral("<b>%1</b> %2"), {QStringLiteral("<%2>"), QStringLiteral("&")})
              .html() == QStringLiteral("<b>&lt;%2&gt;</b> &amp;"));
    CHECK(buttonWords(QStringLiteral("A & B\tC")) == QStringLiteral("A && B C"));
    CHECK(titleWords(QStringLiteral("[*]")) == QStringLiteral("[*][*]"));
    CHECK(fileNameWords(QStringLiteral("../a:b\u202e?.pdf")) == QStringLiteral("..-a-b--.pdf"));
    const QString tip = tipWords(QString(60, u'a') + u' ' + QString(60, u'b') + u' ' + u'c');
    CHECK(tip == QString(60, u'a') + u'\n' + QString(60, u'b') + u' ' + u'c');
}
