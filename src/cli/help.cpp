#include <algorithm>

#include "cli/command.h"

namespace homeward::cli {
namespace {

constexpr std::size_t kColumn = 28;
constexpr std::size_t kWidth = 96;

/// Words broken at spaces; lines after the first are indented.
std::string wrapped(const std::string& text, std::size_t indent)
{
    std::string lines;
    std::size_t at = indent;
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t end = std::min(text.find(' ', from), text.size());
        const std::size_t length = end - from;
        if (at > indent && at + 1 + length > kWidth) {
            lines += "\n" + std::string(indent, ' ');
            at = indent;
        } else if (at > indent) {
            lines += ' ';
            ++at;
        }
        lines += text.substr(from, length);
        at += length;
        from = end + 1;
    }
    return lines + "\n";
}

std::string entry(const std::string& name, const std::string& sentence)
{
    std::string line = "  " + name;
    if (line.size() + 2 > kColumn)
        line += "\n" + std::string(kColumn, ' ');
    else
        line += std::string(kColumn - line.size(), ' ');
    return line + wrapped(sentence, kColumn);
}

std::string optionLines(const std::vector<OptionSpec>& options,
                        const documents::MessageCatalogue& words)
{
    std::string text;
    for (const OptionSpec& option : options) {
        const std::string value = option.valueKey.empty() ? "" : " " + words.text(option.valueKey);
        text += entry(option.name + value, words.text(option.helpKey));
    }
    return text;
}

std::string codesAndVariables(const documents::MessageCatalogue& words)
{
    std::string text = "\n" + words.text("cli.help.exit-codes") + "\n";
    for (const char* code : {"0", "1", "2", "3"})
        text += entry(code, words.text(std::string("cli.exit-code.") + code));
    text += "\n" + words.text("cli.help.variables") + "\n";
    for (const char* name : {"HOMEWARD_AUTHORITY", "HOMEWARD_PASSPHRASE_FILE", "HOMEWARD_LANGUAGE"})
        text += entry(name, words.text(std::string("cli.variable.") + name));
    return text;
}

}  // namespace

std::string helpText(const std::string& name, const documents::MessageCatalogue& words)
{
    const auto found = std::find_if(commands().begin(), commands().end(),
                                    [&](const Command& c) { return c.spec.name == name; });
    const bool overall = found == commands().end();
    std::string text;
    if (overall) {
        text = words.text("cli.help.usage") + "\n\n" + wrapped(words.text("cli.help.what"), 0) +
               "\n" + words.text("cli.help.commands") + "\n";
        for (const Command& command : commands())
            text += entry(command.spec.name, words.text(command.spec.summaryKey));
    } else {
        const CommandSpec& spec = found->spec;
        const std::string what = spec.wordKey.empty() ? "" : " " + words.text(spec.wordKey);
        text = words.text("cli.help.command-usage", {{"command", spec.name + what}}) + "\n\n" +
               wrapped(words.text(spec.summaryKey), 0);
        if (words.has(spec.summaryKey + ".more"))
            text += wrapped(words.text(spec.summaryKey + ".more"), 0);
        if (!spec.options.empty())
            text += "\n" + words.text("cli.help.options") + "\n" + optionLines(spec.options, words);
    }
    text +=
        "\n" + words.text("cli.help.common-options") + "\n" + optionLines(commonOptions(), words);
    text += entry("--help", words.text("cli.option.help"));
    return text + codesAndVariables(words);
}

}  // namespace homeward::cli
