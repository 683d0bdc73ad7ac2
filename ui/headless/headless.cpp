#include "ui/headless/headless.h"

#include <QApplication>
#include <cstdio>

#include "app/authority/authority.h"
#include "support/secrets/secret_file.h"
#include "support/text/text.h"
#include "ui/headless/write_results.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

constexpr int kWrongUse = 2;
constexpr int kCouldNot = 3;

void tell(const QString& sentence)
{
    std::fprintf(stderr, "%s\n", controlsShown(utf8(sentence)).c_str());
}

int tell(const Error& error)
{
    const UserMessage message = messageFor(error);
    tell(message.title);
    tell(message.text);
    return kCouldNot;
}

}  // namespace

int runHeadless(QApplication& application, const ShellOptions& options, const QString& caseNumber,
                const QString& folder, bool replace)
{
    if (options.authority.isEmpty() || options.account.isEmpty() ||
        options.passphraseFile.isEmpty() || caseNumber.isEmpty()) {
        tell(QApplication::translate(
            "headless",
            "--results also needs --authority, --account, --passphrase-file and --child."));
        return kWrongUse;
    }
    const auto passphrase = readSecretLine(std::filesystem::path(utf8(options.passphraseFile)));
    if (!passphrase)
        return tell(passphrase.error());
    Theme::instance().install(application);
    Theme::instance().setMode(Theme::Mode::Light);
    const auto session = app::signIn(absolutePath(std::filesystem::path(utf8(options.authority))),
                                     utf8(options.account), *passphrase, app::Environment::real());
    if (!session)
        return tell(session.error());
    if (const auto written = writeResults(**session, caseNumber, folder, replace); !written)
        return tell(written.error());
    return 0;
}

}  // namespace homeward::ui
