#include <catch2/catch.hpp>

#include "cli/command.h"
#include "cli/options.h"

using namespace homeward;
using namespace homeward::cli;

namespace {

ParsedLine parsed(const std::vector<std::string>& line)
{
    std::vector<CommandSpec> specs;
    for (const Command& command : commands())
        specs.push_back(command.spec);
    return parseLine(line, commonOptions(), specs);
}

const documents::MessageCatalogue& english()
{
    static const documents::MessageCatalogue catalogue = *documents::MessageCatalogue::load("en");
    return catalogue;
}

}  // namespace

TEST_CASE("[cli] common options stand before or after the command, with or without an equals sign")
{
    const auto line =
        GENERATE(values<std::vector<std::string>>({{"--authority", "a b", "verify", "--json"},
                                                   {"verify", "--json", "--authority=a b"},
                                                   {"--json", "--authority=a b", "verify"}}));
    const ParsedLine read = parsed(line);
    REQUIRE_FALSE(read.fault);
    CHECK(read.arguments.command == "verify");
    CHECK(read.arguments.value("--authority") == "a b");
    CHECK(read.arguments.has("--json"));
}

TEST_CASE("[cli] after two hyphens everything is a word")
{
    const ParsedLine read = parsed({"import-903", "--dry-run", "--", "--odd-name.csv"});
    REQUIRE_FALSE(read.fault);
    CHECK(read.arguments.words == std::vector<std::string>{"--odd-name.csv"});
}

TEST_CASE("[cli] a wrong command line is refused with its reason")
{
    struct Row {
        std::vector<std::string> line;
        std::string key;
    };
    const auto row = GENERATE(values<Row>(
        {Row{{}, "cli.fault.no-command"}, Row{{"verfy"}, "cli.fault.unknown-command"},
         Row{{"verify", "--unknown"}, "cli.fault.unknown-option"},
         Row{{"--children", "5", "demo", "x"}, "cli.fault.unknown-option"},
         Row{{"verify", "--passphrase", "open sesame"}, "cli.fault.unknown-option"},
         Row{{"verify", "--authority"}, "cli.fault.value-missing"},
         Row{{"verify", "--json=yes"}, "cli.fault.no-value-wanted"},
         Row{{"verify", "--json", "--json"}, "cli.fault.twice"},
         Row{{"verify", "word"}, "cli.fault.too-many-words"},
         Row{{"demo"}, "cli.fault.word-missing"}, Row{{"shortlist"}, "cli.fault.option-missing"}}));
    const ParsedLine read = parsed(row.line);
    REQUIRE(read.fault);
    CHECK(read.fault->key == row.key);
    CHECK(english().has(row.key));
}

TEST_CASE("[cli] a mistyped word finds the one that was meant")
{
    CHECK(parsed({"shorlist"}).fault->facts.at("nearest") == "shortlist");
    CHECK(parsed({"trend", "--entryyear", "2020"}).fault->facts.at("nearest") == "--entry-year");
    CHECK(parsed({"trend", "--zzzzzzzzzz"}).fault->facts.at("nearest").empty());
}

TEST_CASE("[cli] values are read as what they are, and refused as what they are not")
{
    Arguments arguments;
    arguments.values = {{"--a", "12"}, {"--b", "2025-02-30"}, {"--c", "M"}, {"--d", "1.5"}};
    ValueReader good(arguments);
    CHECK(good.number("--a", 1, 0, 20) == 12);
    CHECK(good.number("--absent", 7, 0, 20) == 7);
    CHECK(good.key<Sex>("--c") == Sex::Male);
    CHECK(good.miles("--d") == 1.5);
    CHECK_FALSE(good.fault());

    ValueReader tooMuch(arguments);
    tooMuch.number("--a", 1, 0, 11);
    REQUIRE(tooMuch.fault());
    CHECK(tooMuch.fault()->facts.at("most") == "11");
    ValueReader noDay(arguments);
    CHECK_FALSE(noDay.date("--b"));
    CHECK(noDay.fault()->key == "cli.fault.date");
    ValueReader noKey(arguments);
    CHECK_FALSE(noKey.key<Sex>("--a"));
    CHECK(noKey.fault()->facts.at("choices") == "M, F, U");
    ValueReader noNumber(arguments);
    noNumber.maybeNumber("--d", 0, 20);
    CHECK(noNumber.fault()->key == "cli.fault.number");
}

TEST_CASE("[cli] every command and option has words, and help shows them")
{
    const std::string overall = helpText("", english());
    for (const Command& command : commands()) {
        INFO(command.spec.name);
        CHECK(overall.find("  " + command.spec.name) != std::string::npos);
        CHECK(english().has(command.spec.summaryKey));
        if (!command.spec.wordKey.empty())
            CHECK(english().has(command.spec.wordKey));
        const std::string help = helpText(command.spec.name, english());
        for (const OptionSpec& option : command.spec.options) {
            INFO(option.name);
            CHECK(help.find(option.name) != std::string::npos);
            CHECK(english().has(option.helpKey));
            if (!option.valueKey.empty())
                CHECK(english().has(option.valueKey));
        }
        CHECK(help.find("cli.") == std::string::npos);
        CHECK(help.find("Exit codes") != std::string::npos);
    }
    CHECK(overall.find("cli.") == std::string::npos);
}
