// homeward-shots DIR: writes a picture of every page in light and dark at 1366 x 768, and in light
// at 200 %.
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFontDatabase>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <iostream>

#include "app/authority/authority.h"
#include "app/records/children.h"
#include "tests/ui/shots/stage_set.h"
#include "tests/ui/support/all_places.h"
#include "tests/ui/support/letters.h"
#include "tests/ui/support/ui_stage.h"
#include "tests/ui/support/whole_window.h"
#include "ui/admin/imports/drop_area.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/languages.h"
#include "ui/shell/frame/main_window.h"
#include "ui/shell/session/lock_page.h"
#include "ui/shell/session/open_authority.h"
#include "ui/shell/start/create_authority_page.h"
#include "ui/shell/start/demonstration_page.h"
#include "ui/shell/start/passphrase_edit.h"
#include "ui/shell/start/restore_page.h"
#include "ui/shell/start/sign_in_page.h"
#include "ui/shell/start/start_window.h"
#include "ui/shell/start/welcome_page.h"

using namespace homeward;
using namespace homeward::ui;
using homeward::ui::test::CannedDialogs;

namespace {

QSize laptop(1366, 768);  ///< the window, unless told otherwise

/// The window once two pictures in a row are alike: a busy computer lays it out late.
QImage restingPicture(QWidget& window)
{
    QImage picture = window.grab().toImage();
    for (int tries = 0; tries < 25; ++tries) {
        QTest::qWait(100);
        QImage next = window.grab().toImage();
        const bool rests = next == picture;
        picture = std::move(next);
        if (rests)
            break;
    }
    return picture;
}

struct Studio {
    QDir folder;
    QString suffix;
    QString only;
    std::filesystem::path scratch;

    bool wants(const QString& name) const { return only.isEmpty() || name.startsWith(only); }
    void shoot(QWidget& window, const QString& name) const
    {
        if (!wants(name))
            return;
        const QString file = folder.filePath(name + suffix + QStringLiteral(".png"));
        if (restingPicture(window).save(file))
            std::cout << file.toStdString() << '\n';
        else
            std::cerr << "cannot write " << file.toStdString() << '\n';
    }
};

/// The main window on one authority, as the program builds it.
struct Set {
    explicit Set(std::unique_ptr<app::Session> session) : open(std::move(session), dialogs)
    {
        test::openWholeWindow(open, laptop);
        open.window->setMinimumSize(laptop);
        settle();
    }
    void settle()
    {
        test::waitForJobs(open.jobs);
        QTest::qWait(120);
        test::waitForJobs(open.jobs);
    }
    void go(const Place& place)
    {
        open.window->go(place);
        settle();
    }

    CannedDialogs dialogs;
    OpenAuthority open;
};

/// Somebody of school age with reviews to look back on, in a household, who said what matters.
app::ChildRow childToShow(Set& set)
{
    const std::vector<app::ChildRow> children = test::everyChild(*set.open.session);
    for (const app::ChildRow& child : children) {
        if (!child.inCare || child.assessments < 4 || child.homeName.empty() ||
            child.ageYears < 9 || child.ageYears > 14 || child.totalNeed < 15)
            continue;
        const auto page = app::openChild(*set.open.session, child.id);
        if (page && !page->child.aboutMe.myHopes.empty())
            return child;
    }
    return children.front();
}

void shootPages(const Studio& studio, Set& set)
{
    const app::ChildRow child = childToShow(set);
    if (studio.only.isEmpty() || studio.only.startsWith(QStringLiteral("child")) ||
        studio.only.startsWith(QStringLiteral("my"))) {
        shots::writeDraft(*set.open.session, child.id);
        set.settle();
    }
    const QString home = text(child.home.value);
    for (const test::NamedPlace& named : test::allPlaces(text(child.id.value), home)) {
        if (!studio.wants(named.name))
            continue;
        set.go(named.place);
        studio.shoot(*set.open.window, named.name);
    }
}

void shootImport(const Studio& studio, Set& set)
{
    if (!studio.wants(QStringLiteral("admin-import-preview")))
        return;
    QStringList files;
    for (const auto& file : shots::writeReturn(studio.scratch))
        files << text(file.string());
    set.go({QStringLiteral("admin"), {}, QStringLiteral("import")});
    for (DropArea* area : set.open.window->findChildren<DropArea*>())
        if (area->isVisible())
            emit area->filesDropped(files);
    set.settle();
    studio.shoot(*set.open.window, QStringLiteral("admin-import-preview"));
}

void shootMoments(const Studio& studio, Set& set)
{
    if (!studio.wants(QStringLiteral("moment")))
        return;
    MainWindow& window = *set.open.window;
    set.go({QStringLiteral("my-work"), {}, {}});
    auto* search = window.findChild<QLineEdit*>(QStringLiteral("searchEdit"));
    search->setFocus();
    QTest::keyClicks(search, text(test::everyHome(*set.open.session).front().name).left(3));
    set.settle();
    studio.shoot(window, QStringLiteral("moment-search"));
    QTest::keyClick(search, Qt::Key_Escape);

    if (auto* banner = window.page()->findChild<Banner*>())
        banner->showError({ErrorCode::EditConflict, {}, {}});
    QTest::qWait(50);
    studio.shoot(window, QStringLiteral("moment-conflict"));

    window.lock();
    QTest::qWait(50);
    studio.shoot(window, QStringLiteral("moment-locked"));
    window.unlock();
}

/// Pages while there is nothing to show yet.
void shootEmpty(const Studio& studio)
{
    if (!studio.wants(QStringLiteral("empty")))
        return;
    const auto folder = studio.scratch / "empty";
    if (!app::inspectAuthority(folder)) {
        app::NewAuthority plan;
        plan.folder = folder;
        plan.name = "Northshire Council";
        plan.accountName = "a.okafor";
        plan.personName = "A. Okafor";
        plan.passphrase = Secret(std::string_view("otter lantern gravel"));
        (void)app::createAuthority(plan, test::stageEnvironment());
    }
    auto session = app::signIn(folder, "a.okafor", Secret(std::string_view("otter lantern gravel")),
                               test::stageEnvironment());
    if (!session)
        return;
    Set set(std::move(session).value());
    for (const char* page : {"my-work", "children", "carers", "matching", "insight"}) {
        set.go({QString::fromLatin1(page), {}, {}});
        studio.shoot(*set.open.window, QStringLiteral("empty-") + QString::fromLatin1(page));
    }
}

void shootStart(const Studio& studio, const std::filesystem::path& demonstration)
{
    if (!studio.wants(QStringLiteral("start")))
        return;
    CannedDialogs dialogs;
    StartWindow window;
    window.resize(laptop);
    window.show();
    const auto show = [&](StartPage* page, const char* name) {
        window.showPage(page);
        QTest::qWait(80);
        studio.shoot(window, QString::fromLatin1(name));
    };
    show(new WelcomePage, "start-first-run");
    show(new CreateAuthorityPage(dialogs), "start-create");
    show(new RestorePage(dialogs, homeward::ui::test::stageEnvironment(), {}), "start-restore");
    auto* progress = new DemonstrationPage;
    progress->setProgress(40, 100);
    show(progress, "start-demonstration");
    if (const auto authority = app::inspectAuthority(demonstration)) {
        show(new SignInPage(*authority, {}), "start-sign-in");
        auto* refused = new SignInPage(*authority, QStringLiteral("demo"));
        refused->showError({ErrorCode::WrongPassphrase, {}, {}});
        show(refused, "start-sign-in-refused");
    }
    auto* broken = new WelcomePage;
    broken->banner()->showError({ErrorCode::KeyFileMissing, {}, {}});
    show(broken, "start-key-missing");
}

void shootLook(Studio studio, const std::filesystem::path& demonstration, Theme::Mode mode,
               const QString& suffix)
{
    Theme::instance().setMode(mode);
    studio.suffix = suffix;
    shootStart(studio, demonstration);
    Set set(shots::openDemonstration(demonstration));
    shootPages(studio, set);
    shootImport(studio, set);
    shootMoments(studio, set);
    shootEmpty(studio);
}

int shootAt200(const QStringList& arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.waitForFinished(-1);
    return process.exitCode();
}

}  // namespace

int main(int argc, char* argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Writes a picture of every page of Homeward."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("DIR"), QStringLiteral("Folder for the pictures."));
    const QCommandLineOption only(QStringLiteral("only"),
                                  QStringLiteral("Pages whose name begins so."),
                                  QStringLiteral("prefix"));
    const QCommandLineOption quick(QStringLiteral("light-only"),
                                   QStringLiteral("Neither dark nor 200 %."));
    const QCommandLineOption authority(QStringLiteral("authority"),
                                       QStringLiteral("Demonstration to show; made if missing."),
                                       QStringLiteral("folder"));
    const QCommandLineOption dense(QStringLiteral("dense"),
                                   QStringLiteral("Used for the 200 % pictures."));
    const QCommandLineOption size(QStringLiteral("size"),
                                  QStringLiteral("Of the window, 1366x768 unless told."),
                                  QStringLiteral("WxH"));
    const QCommandLineOption hostile(
        QStringLiteral("hostile-words"),
        QStringLiteral("Every record says what HTML, buttons and title bars would change."));
    const QCommandLineOption language(
        QStringLiteral("language"),
        QStringLiteral("Key of the language, en unless told; long shows what does not fit."),
        QStringLiteral("key"), QStringLiteral("en"));
    parser.addOptions({only, quick, authority, dense, size, hostile, language});
    parser.process(application);
    if (const QStringList sides = parser.value(size).split(QLatin1Char('x')); sides.size() == 2)
        laptop = QSize(sides[0].toInt(), sides[1].toInt());
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);

    if (QFontDatabase::families().contains(QStringLiteral("Inter")))
        QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
    test::prepareApplication(application);
    if (!Languages::instance().use(parser.value(language)))
        parser.showHelp(2);
    QTemporaryDir scratch;
    Studio studio{QDir(parser.positionalArguments().first()),
                  {},
                  parser.value(only),
                  std::filesystem::path(scratch.path().toStdString())};
    studio.folder.mkpath(QStringLiteral("."));
    const std::filesystem::path demonstration =
        parser.isSet(hostile)     ? test::hostileAuthority()
        : parser.isSet(authority) ? std::filesystem::path(utf8(parser.value(authority)))
                                  : studio.scratch / "demonstration";
    (void)shots::openDemonstration(demonstration);
    if (parser.isSet(dense)) {
        shootLook(studio, demonstration, Theme::Mode::Light, QStringLiteral("-200"));
        return 0;
    }
    shootLook(studio, demonstration, Theme::Mode::Light, QStringLiteral("-light"));
    if (parser.isSet(quick))
        return 0;
    shootLook(studio, demonstration, Theme::Mode::Dark, QStringLiteral("-dark"));
    return shootAt200({QStringLiteral("--dense"), QStringLiteral("--authority"),
                       text(demonstration.string()), QStringLiteral("--only"), studio.only,
                       QStringLiteral("--language"), parser.value(language),
                       studio.folder.absolutePath()});
}
