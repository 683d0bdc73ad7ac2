#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/exchange/text_file.h"
#include "app/session/session.h"
#include "cli/console.h"
#include "cli/options.h"
#include "documents/message_catalogue.h"
#include "support/run_control.h"
#include "support/secrets/secret.h"

namespace homeward::cli {

/// One run of one command: what it was given and how it speaks.
class Call {
public:
    Call(const Arguments& arguments, Console& console, const documents::MessageCatalogue& words)
        : m_arguments(arguments), m_console(console), m_words(words)
    {
    }

    const Arguments& arguments() const { return m_arguments; }
    Console& console() { return m_console; }
    const documents::MessageCatalogue& words() const { return m_words; }
    bool asJson() const { return m_arguments.has("--json"); }
    /// The file that `option` names, to be replaced where --force was given. Empty: not given.
    std::optional<app::Target> target(const std::string& option) const;

    /// One sentence to standard output, with a line end.
    void say(const std::string& key, const documents::Facts& facts = {});
    /// One sentence to standard error.
    void remark(const std::string& key, const documents::Facts& facts = {});

    /// Says what is wrong with the command line and where help is; kWrongUse.
    int wrongUse(const UseFault& fault);
    /// Says what happened and, for files that do not have the right form, where; kCouldNot.
    int couldNot(const Error& error);

    /// Hears Ctrl+C; tells how far it is on standard error, when that is a terminal or --progress
    /// was given.
    RunControl runControl();

private:
    const Arguments& m_arguments;
    Console& m_console;
    const documents::MessageCatalogue& m_words;
    int m_shownPercent = -1;
};

/// Signs in as the command line and the environment say. Empty: it was said why not, and `exitCode`
/// is set.
std::unique_ptr<app::Session> openSession(Call& call, int& exitCode);

/// Who is asking: account and passphrase.
struct Credentials {
    std::string account;
    Secret passphrase;
    std::string file = {};  ///< that the passphrase was read from
};

/// As the command line, the environment and the person say, for an authority or what stands for
/// one. Empty: it was said why not, and `exitCode` is set.
std::optional<Credentials> credentialsFor(Call& call, const app::AuthorityInfo& authority,
                                          int& exitCode);

/// Says why `who` could not sign in; of a passphrase from a file, what may be wrong with the file.
int couldNotSignIn(Call& call, const Error& error, const Credentials& who);

// The commands; each gives its exit code.
int runDemo(Call& call);
int runImport(Call& call);
int runAssess(Call& call);
int runShortlist(Call& call);
int runPostcodes(Call& call);
int runMerge(Call& call);
int runSeparate(Call& call);
int runTrend(Call& call);
int runVerify(Call& call);
int runBackup(Call& call);
int runBackups(Call& call);
int runRestore(Call& call);
int runHead(Call& call);

struct Command {
    CommandSpec spec;
    int (*run)(Call& call);
};

/// All commands, in the order help lists them.
const std::vector<Command>& commands();
/// Options every command has.
const std::vector<OptionSpec>& commonOptions();

/// Help overall (`name` empty) or for one command.
std::string helpText(const std::string& name, const documents::MessageCatalogue& words);

/// Runs `line` (without the program's name) and gives the exit code.
int run(const std::vector<std::string>& line, Console& given);

}  // namespace homeward::cli
