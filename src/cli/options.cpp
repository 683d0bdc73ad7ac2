#include "cli/options.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace homeward::cli {
namespace {

constexpr std::size_t kFarAway = 4;
constexpr double kMostMiles = 1'000;

std::size_t editDistance(const std::string& a, const std::string& b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t k = 0; k <= b.size(); ++k)
        row[k] = k;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t k = 1; k <= b.size(); ++k) {
            const std::size_t above = row[k];
            const std::size_t changed = diagonal + (a[i - 1] == b[k - 1] ? 0 : 1);
            row[k] = std::min({changed, above + 1, row[k - 1] + 1});
            diagonal = above;
        }
    }
    return row[b.size()];
}

template <typename Number>
std::optional<Number> parsedNumber(const std::string& text)
{
    Number number{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

class LineParser {
public:
    LineParser(const std::vector<std::string>& line, const std::vector<OptionSpec>& common,
               const std::vector<CommandSpec>& commands)
        : m_line(line), m_common(common), m_commands(commands)
    {
    }

    ParsedLine parse()
    {
        for (; m_at < m_line.size() && !m_parsed.fault; ++m_at) {
            const std::string& word = m_line[m_at];
            if (!m_onlyWords && word == "--")
                m_onlyWords = true;
            else if (!m_onlyWords && (word == "--help" || word == "-h"))
                m_parsed.arguments.help = true;
            else if (!m_onlyWords && word.size() > 1 && word.front() == '-')
                takeOption(word);
            else
                takeWord(word);
        }
        if (!m_parsed.fault && !m_parsed.arguments.help)
            checkComplete();
        return std::move(m_parsed);
    }

private:
    void takeOption(const std::string& word)
    {
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(0, equals);
        const OptionSpec* option = findOption(name);
        if (!option) {
            fault("cli.fault.unknown-option",
                  {{"option", name}, {"nearest", nearestOf(name, known())}});
            return;
        }
        auto& values = m_parsed.arguments.values;
        if (values.contains(name)) {
            fault("cli.fault.twice", {{"option", name}});
            return;
        }
        if (option->valueKey.empty()) {
            if (equals != std::string::npos)
                fault("cli.fault.no-value-wanted", {{"option", name}});
            values[name];
        } else if (equals != std::string::npos) {
            values[name] = word.substr(equals + 1);
        } else if (m_at + 1 < m_line.size()) {
            values[name] = m_line[++m_at];
        } else {
            fault("cli.fault.value-missing", {{"option", name}});
        }
    }

    void takeWord(const std::string& word)
    {
        if (m_command) {
            m_parsed.arguments.words.push_back(word);
            return;
        }
        const auto found = std::find_if(m_commands.begin(), m_commands.end(),
                                        [&](const CommandSpec& spec) { return spec.name == word; });
        if (found == m_commands.end()) {
            std::vector<std::string> names;
            for (const CommandSpec& spec : m_commands)
                names.push_back(spec.name);
            fault("cli.fault.unknown-command",
                  {{"command", word}, {"nearest", nearestOf(word, names)}});
            return;
        }
        m_command = &*found;
        m_parsed.arguments.command = word;
    }

    void checkComplete()
    {
        if (!m_command) {
            fault("cli.fault.no-command", {});
            return;
        }
        const std::size_t words = m_parsed.arguments.words.size();
        if (words < m_command->leastWords)
            fault("cli.fault.word-missing", {{"what", m_command->wordKey}});
        else if (words > m_command->mostWords)
            fault("cli.fault.too-many-words",
                  {{"word", m_parsed.arguments.words[m_command->mostWords]}});
        for (const OptionSpec& option : m_command->options)
            if (option.required && !m_parsed.arguments.has(option.name))
                fault("cli.fault.option-missing", {{"option", option.name}});
    }

    const OptionSpec* findOption(const std::string& name) const
    {
        const auto in = [&](const std::vector<OptionSpec>& options) -> const OptionSpec* {
            const auto found = std::find_if(options.begin(), options.end(),
                                            [&](const OptionSpec& o) { return o.name == name; });
            return found == options.end() ? nullptr : &*found;
        };
        if (const OptionSpec* option = in(m_common))
            return option;
        return m_command ? in(m_command->options) : nullptr;
    }

    std::vector<std::string> known() const
    {
        std::vector<std::string> names{"--help"};
        for (const OptionSpec& option : m_common)
            names.push_back(option.name);
        if (m_command)
            for (const OptionSpec& option : m_command->options)
                names.push_back(option.name);
        return names;
    }

    void fault(const std::string& key, std::map<std::string, std::string> facts)
    {
        if (!m_parsed.fault)
            m_parsed.fault = UseFault{key, std::move(facts)};
    }

    const std::vector<std::string>& m_line;
    const std::vector<OptionSpec>& m_common;
    const std::vector<CommandSpec>& m_commands;
    const CommandSpec* m_command = nullptr;
    std::size_t m_at = 0;
    bool m_onlyWords = false;
    ParsedLine m_parsed;
};

}  // namespace

std::optional<std::string> Arguments::value(const std::string& option) const
{
    const auto found = values.find(option);
    return found == values.end() ? std::nullopt : std::optional(found->second);
}

ParsedLine parseLine(const std::vector<std::string>& line, const std::vector<OptionSpec>& common,
                     const std::vector<CommandSpec>& commands)
{
    return LineParser(line, common, commands).parse();
}

std::optional<int> ValueReader::maybeNumber(const std::string& option, int least, int most)
{
    const auto text = m_arguments.value(option);
    if (!text)
        return std::nullopt;
    const auto number = parsedNumber<int>(*text);
    if (number && *number >= least && *number <= most)
        return number;
    refuse("cli.fault.number", option, *text,
           {{"least", std::to_string(least)}, {"most", std::to_string(most)}});
    return std::nullopt;
}

int ValueReader::number(const std::string& option, int otherwise, int least, int most)
{
    return maybeNumber(option, least, most).value_or(otherwise);
}

std::uint64_t ValueReader::seed(const std::string& option, std::uint64_t otherwise)
{
    const auto text = m_arguments.value(option);
    if (!text)
        return otherwise;
    const auto number = parsedNumber<std::uint64_t>(*text);
    if (!number)
        refuse("cli.fault.seed", option, *text);
    return number.value_or(otherwise);
}

std::optional<double> ValueReader::miles(const std::string& option)
{
    const auto text = m_arguments.value(option);
    if (!text)
        return std::nullopt;
    const auto number = parsedNumber<double>(*text);
    if (number && std::isfinite(*number) && *number >= 0 && *number <= kMostMiles)
        return number;
    refuse("cli.fault.miles", option, *text);
    return std::nullopt;
}

std::optional<Date> ValueReader::date(const std::string& option)
{
    const auto text = m_arguments.value(option);
    if (!text)
        return std::nullopt;
    const auto day = Date::fromIso(*text);
    if (!day)
        refuse("cli.fault.date", option, *text);
    return day;
}

void ValueReader::refuse(const std::string& key, const std::string& option,
                         const std::string& value, std::map<std::string, std::string> facts)
{
    if (m_fault)
        return;
    facts["option"] = option;
    facts["value"] = value;
    m_fault = UseFault{key, std::move(facts)};
}

std::string nearestOf(const std::string& word, const std::vector<std::string>& known)
{
    std::string nearest;
    std::size_t least = std::min(kFarAway, word.size());
    for (const std::string& candidate : known) {
        const std::size_t distance = editDistance(word, candidate);
        if (distance < least) {
            least = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

}  // namespace homeward::cli
