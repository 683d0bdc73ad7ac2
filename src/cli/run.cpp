#include <algorithm>

#include "cli/command.h"
#include "support/guard.h"
#include "support/text/text.h"

namespace homeward::cli {
namespace {

int answer(const std::vector<std::string>& line, Console& console,
           const documents::MessageCatalogue& catalogue)
{
    std::vector<CommandSpec> specs;
    for (const Command& command : commands())
        specs.push_back(command.spec);
    const ParsedLine parsed = parseLine(line, commonOptions(), specs);
    Call call(parsed.arguments, console, catalogue);
    if (parsed.fault)
        return call.wrongUse(*parsed.fault);
    if (parsed.arguments.help) {
        console.out << helpText(parsed.arguments.command, catalogue);
        return kDone;
    }
    const auto found = std::find_if(commands().begin(), commands().end(), [&](const Command& c) {
        return c.spec.name == parsed.arguments.command;
    });
    try {
        return found->run(call);
    } catch (...) {
        // Said without what was thrown, whose text may quote a record.
        return call.couldNot(thrownError("command"));
    }
}

/// Empty: none.
std::string chosenLanguage(const Console& console)
{
    try {
        return console.variable("HOMEWARD_LANGUAGE").value_or("");
    } catch (...) {
        return {};  // whatever comes next meets it again, and tells it
    }
}

}  // namespace

ShownConsole::ShownConsole(const Console& console)
    : m_out(console.out),
      m_err(console.err),
      m_console{console.outIsTerminal ? m_out.stream() : console.out,
                m_err.stream(),
                console.errIsTerminal,
                console.environment,
                console.variable,
                [ask = console.askSecret](const std::string& prompt) {
                    return ask(controlsShown(prompt));
                },
                console.stopRequested,
                console.outIsTerminal,
                &console.err}
{
}

int run(const std::vector<std::string>& line, Console& given)
{
    ShownConsole shown(given);
    Console& console = shown.console();
    auto words = documents::MessageCatalogue::load("en");
    if (!words)
        return kCouldNot;
    if (const std::string language = chosenLanguage(console); !language.empty()) {
        auto chosen = documents::MessageCatalogue::load(language);
        if (!chosen) {
            console.err << words->text("cli.fault.language", {{"value", language}}) << '\n';
            return kWrongUse;
        }
        words = std::move(chosen);
    }
    const int exitCode = answer(line, console, *words);
    // A full disk or a reader that left shows only here: an answer cut short is none.
    console.out.flush();
    given.out.flush();
    if (console.out && given.out)
        return exitCode;
    console.err << words->text("cli.error.output") << '\n';
    return kCouldNot;
}

}  // namespace homeward::cli
