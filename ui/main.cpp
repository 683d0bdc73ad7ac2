#include <QCommandLineParser>
#include <QIcon>
#include <QLocale>
#include <algorithm>
#include <string_view>

#include "support/os/process.h"
#include "ui/headless/headless.h"
#include "ui/shared/tasks/settings.h"
#include "ui/shared/words/languages.h"
#include "ui/shell/program/application.h"
#include "ui/shell/program/logging.h"
#include "ui/shell/session/shell.h"

using namespace Qt::Literals::StringLiterals;

namespace {

struct Options {
    homeward::ui::ShellOptions shell;
    QString results;  ///< folder for documents; empty: open the window
    QString child;
    bool replace = false;  ///< documents of the same names
};

Options readOptions(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "main", "Needs, homes and what changes, for children's services."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption authority(
        u"authority"_s, QCoreApplication::translate("main", "Open the authority in <folder>."),
        u"folder"_s);
    const QCommandLineOption account(
        u"account"_s, QCoreApplication::translate("main", "Sign in as <name>."), u"name"_s);
    const QCommandLineOption passphrase(
        u"passphrase-file"_s,
        QCoreApplication::translate("main",
                                    "Sign in with the first line of <file>, without asking."),
        u"file"_s);
    const QCommandLineOption exitOption(
        u"exit-after-startup"_s,
        QCoreApplication::translate("main",
                                    "End once the first page stands; to check an installation."));
    const QCommandLineOption results(
        u"results"_s,
        QCoreApplication::translate(
            "main",
            "Write shortlist.pdf and needs-change.png into <folder> without opening a window."),
        u"folder"_s);
    const QCommandLineOption child(
        u"child"_s, QCoreApplication::translate("main", "Case number of the child for --results."),
        u"number"_s);
    const QCommandLineOption force(
        u"force"_s, QCoreApplication::translate(
                        "main", "Let --results replace documents that are there already."));
    parser.addOptions({authority, account, passphrase, exitOption, results, child, force});
    parser.process(application);
    return {{parser.value(authority), parser.value(account), parser.value(passphrase),
             parser.isSet(exitOption)},
            parser.value(results),
            parser.value(child),
            parser.isSet(force)};
}

/// Help, version and documents need no display.
bool opensNoWindow(int argc, char* argv[])
{
    return std::any_of(argv + 1, argv + argc, [](std::string_view argument) {
        for (const char* const option : {"-h", "--help", "--help-all", "-v", "--version"})
            if (argument == option)
                return true;
        return argument.starts_with("--results");
    });
}

void speakChosenLanguage()
{
    homeward::ui::Languages& languages = homeward::ui::Languages::instance();
    if (!languages.use(homeward::ui::Settings::language()))
        languages.use(languages.preferred());
}

}  // namespace

int main(int argc, char* argv[])
{
    homeward::os::holdStandardDescriptors();
    homeward::os::protectMemoryOfProcess();
    homeward::os::freeMemoryAtOnce();
    if (opensNoWindow(argc, argv) && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    homeward::ui::Application application(argc, argv);
    QCoreApplication::setOrganizationName(u"Homeward"_s);
    QCoreApplication::setApplicationName(u"Homeward"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HOMEWARD_VERSION));
    QGuiApplication::setDesktopFileName(u"homeward"_s);
    // A computer without a locale must still group digits and name months.
    if (QLocale::system().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    speakChosenLanguage();
    const Options options = readOptions(application);
    homeward::ui::startLogging();
    if (!options.results.isEmpty())
        return homeward::ui::runHeadless(application, options.shell, options.child, options.results,
                                         options.replace);
    return homeward::ui::runShell(application, options.shell);
}
