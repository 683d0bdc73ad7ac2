#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/child.h"
#include "support/date.h"
#include "support/result.h"
#include "support/text/keyed_enum.h"

namespace homeward::cli {

/// One option of the command line: parsing and help both read this.
struct OptionSpec {
    std::string name;      ///< "--children"
    std::string valueKey;  ///< message key of what stands for its value ("cli.value.number");
                           ///< empty: a switch
    std::string helpKey;   ///< message key of its sentence
    bool required = false;
};

/// What a command takes.
struct CommandSpec {
    std::string name;
    std::string
        wordKey;  ///< message key of what stands for its words ("cli.value.dir"); empty: none
    std::size_t leastWords = 0;
    std::size_t mostWords = 0;
    std::string summaryKey;
    std::vector<OptionSpec> options;
};

/// Why a command line is wrong, as a message.
struct UseFault {
    std::string key;
    std::map<std::string, std::string> facts;
};

struct Arguments {
    std::string command;                        ///< empty: none was given
    std::map<std::string, std::string> values;  ///< by option name; "" for a switch
    std::vector<std::string> words;
    bool help = false;

    bool has(const std::string& option) const { return values.contains(option); }
    /// Empty: not given.
    std::optional<std::string> value(const std::string& option) const;
};

struct ParsedLine {
    Arguments arguments;
    std::optional<UseFault> fault;  ///< the first one
};

/// Reads `line` (without the program's name). Options of `common` may stand before or after the
/// command;
/// "--name value" and "--name=value" are the same; "--" ends the options.
ParsedLine parseLine(const std::vector<std::string>& line, const std::vector<OptionSpec>& common,
                     const std::vector<CommandSpec>& commands);

/// Takes typed values out of arguments and keeps the first fault.
class ValueReader {
public:
    explicit ValueReader(const Arguments& arguments) : m_arguments(arguments) {}

    int number(const std::string& option, int otherwise, int least, int most);
    std::optional<int> maybeNumber(const std::string& option, int least, int most);
    std::uint64_t seed(const std::string& option, std::uint64_t otherwise);
    std::optional<double> miles(const std::string& option);
    /// YYYY-MM-DD
    std::optional<Date> date(const std::string& option);

    /// One of the keys of an enum.
    template <typename E>
    std::optional<E> key(const std::string& option)
    {
        const auto text = m_arguments.value(option);
        if (!text)
            return std::nullopt;
        const auto found = fromKey<E>(*text);
        if (!found) {
            std::string choices;
            for (const auto& entry : EnumKeys<E>::table)
                choices += (choices.empty() ? "" : ", ") + std::string(entry.second);
            refuse("cli.fault.choice", option, *text, {{"choices", choices}});
        }
        return found;
    }

    void refuse(const std::string& key, const std::string& option, const std::string& value,
                std::map<std::string, std::string> facts = {});
    const std::optional<UseFault>& fault() const { return m_fault; }

private:
    const Arguments& m_arguments;
    std::optional<UseFault> m_fault;
};

/// The word of `known` that `word` was probably meant to be; empty: none is near.
std::string nearestOf(const std::string& word, const std::vector<std::string>& known);

}  // namespace homeward::cli
