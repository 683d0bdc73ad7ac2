#pragma once

#include <functional>
#include <optional>
#include <ostream>
#include <string>

#include "app/session/environment.h"
#include "cli/shown_text.h"
#include "support/result.h"
#include "support/secrets/secret.h"

namespace homeward::cli {

/// What a command prints to and asks from; tests replace all of it.
struct Console {
    std::ostream& out;
    std::ostream& err;
    bool errIsTerminal = false;
    app::Environment environment;
    /// A variable of the process's environment; empty: not set.
    std::function<std::optional<std::string>(const std::string& name)> variable;
    /// Reads without showing. Fails with: NotFound (there is nobody to ask).
    std::function<Result<Secret>(const std::string& prompt)> askSecret;
    /// Whether the person asked to stop (Ctrl+C).
    std::function<bool()> stopRequested;
    bool outIsTerminal = false;
    /// Where the line of progress is written over itself; empty: `err`.
    std::ostream* overwritten = nullptr;
};

/// `console` as commands see it: what would steer a terminal is shown and not sent, on standard
/// error and in prompts always, on standard output when that is a terminal.
class ShownConsole {
public:
    explicit ShownConsole(const Console& console);
    Console& console() { return m_console; }

private:
    ShownText m_out;
    ShownText m_err;
    Console m_console;
};

enum ExitCode : int {
    kDone = 0,      ///< done, and nothing to remark
    kNo = 1,        ///< the answer is no, or there are findings
    kWrongUse = 2,  ///< the command line is not right
    kCouldNot = 3   ///< something outside stopped it
};

}  // namespace homeward::cli
