#include <algorithm>

#include "cli/command.h"

namespace homeward::cli {

int run(const std::vector<std::string>& line, Console& console)
{
    const auto words = documents::MessageCatalogue::load("en");
    if (!words)
        return kCouldNot;
    std::vector<CommandSpec> specs;
    for (const Command& command : commands())
        specs.push_back(command.spec);
    const ParsedLine parsed = parseLine(line, commonOptions(), specs);
    Call call(parsed.arguments, console, *words);
    if (parsed.fault)
        return call.wrongUse(*parsed.fault);
    if (parsed.arguments.help) {
        console.out << helpText(parsed.arguments.command, *words);
        return kDone;
    }
    const auto found = std::find_if(commands().begin(), commands().end(), [&](const Command& c) {
        return c.spec.name == parsed.arguments.command;
    });
    return found->run(call);
}

}  // namespace homeward::cli
