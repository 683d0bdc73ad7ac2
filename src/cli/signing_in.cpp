#include "app/authority/authority.h"
#include "app/authority/demonstration.h"
#include "app/trust/trust.h"
#include "cli/command.h"
#include "support/secrets/secret_file.h"
#include "support/text/path_text.h"
#include "support/text/text.h"

namespace homeward::cli {
namespace {

/// The first of option and environment variable that is given.
std::optional<std::string> given(Call& call, const std::string& option, const std::string& variable)
{
    if (auto value = call.arguments().value(option))
        return value;
    auto value = call.console().variable(variable);
    return value && !value->empty() ? value : std::nullopt;
}

/// The account that was named, or the one there is.
std::optional<std::string> accountOf(Call& call, const app::AuthorityInfo& authority)
{
    if (auto name = call.arguments().value("--account"))
        return name;
    if (authority.demonstration)
        return app::kDemonstrationAccount;
    if (authority.accountNames.size() == 1)
        return authority.accountNames.front();
    return std::nullopt;
}

Result<Secret> passphraseOf(Call& call, const app::AuthorityInfo& authority,
                            const std::string& account, const std::optional<std::string>& file)
{
    if (file)
        return readSecretLine(pathFrom(*file));
    if (authority.demonstration && account == app::kDemonstrationAccount) {
        call.remark("cli.demonstration-account", {{"account", account}});
        return Secret(std::string_view(app::kDemonstrationPassphrase));
    }
    return call.console().askSecret(call.words().text(
        "cli.ask-passphrase", {{"account", account}, {"authority", authority.name}}));
}

}  // namespace

std::optional<Credentials> credentialsFor(Call& call, const app::AuthorityInfo& authority,
                                          int& exitCode)
{
    const auto account = accountOf(call, authority);
    if (!account) {
        exitCode = call.wrongUse({"cli.fault.no-account", {}});
        return std::nullopt;
    }
    const auto file = given(call, "--passphrase-file", "HOMEWARD_PASSPHRASE_FILE");
    auto passphrase = passphraseOf(call, authority, *account, file);
    if (!passphrase) {
        exitCode = passphrase.error().code == ErrorCode::NotFound
                       ? call.wrongUse({"cli.fault.no-passphrase", {}})
                       : call.couldNot(passphrase.error());
        return std::nullopt;
    }
    return Credentials{*account, std::move(*passphrase), file.value_or("")};
}

int couldNotSignIn(Call& call, const Error& error, const Credentials& who)
{
    const int exitCode = call.couldNot(error);
    const std::string_view line = who.passphrase.text();
    if (error.code == ErrorCode::WrongPassphrase && !who.file.empty())
        call.remark(line.empty() || trimmed(line) != line ? "cli.passphrase-file-blanks"
                                                          : "cli.passphrase-file",
                    {{"file", who.file}});
    return exitCode;
}

namespace {

/// What keeps the authority from being relied on is said with every command, on standard error.
void remarkStanding(Call& call, app::Session& session)
{
    if (const auto why = session.readOnlyWhy())
        call.console().err << call.words().text(*why) << '\n';
    const auto open = app::openConflicts(session);
    if (!open)
        return;
    for (const app::OpenConflict& conflict : *open)
        call.remark("verify.conflict." + conflict.kind, app::factsOf(conflict));
}

}  // namespace

std::unique_ptr<app::Session> openSession(Call& call, int& exitCode)
{
    const auto named = given(call, "--authority", "HOMEWARD_AUTHORITY");
    if (!named) {
        exitCode = call.wrongUse({"cli.fault.no-authority", {}});
        return nullptr;
    }
    const std::filesystem::path folder = absolutePath(pathFrom(*named));
    const auto authority = app::inspectAuthority(folder);
    if (!authority) {
        exitCode = call.couldNot(authority.error());
        return nullptr;
    }
    const auto who = credentialsFor(call, *authority, exitCode);
    if (!who)
        return nullptr;
    auto session = app::signIn(folder, who->account, who->passphrase, call.console().environment);
    if (!session) {
        exitCode = couldNotSignIn(call, session.error(), *who);
        return nullptr;
    }
    remarkStanding(call, **session);
    return std::move(*session);
}

}  // namespace homeward::cli
