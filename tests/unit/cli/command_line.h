#pragma once

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

#include "cli/command.h"
#include "tests/support/temporary_folder.h"

namespace homeward::test {

namespace fs = std::filesystem;

struct Answer {
    int exitCode = 0;
    std::string out;
    std::string err;
    nlohmann::json json() const { return nlohmann::json::parse(out); }
};

/// Runs the command line in this process, with a clock that stands and the cheapest key derivation.
class CommandLine {
public:
    std::map<std::string, std::string> variables;
    std::string typedPassphrase;

    Answer run(const std::vector<std::string>& line)
    {
        std::ostringstream out;
        std::ostringstream err;
        auto clock = std::make_shared<FixedClock>(*Date::fromYmd(2025, 11, 22));
        cli::Console console{out, err, false, {clock, randomIds(clock), app::KdfCost::Test},
                             {},  {},  {}};
        console.variable = [this](const std::string& name) -> std::optional<std::string> {
            const auto found = variables.find(name);
            return found == variables.end() ? std::nullopt : std::optional(found->second);
        };
        console.askSecret = [this](const std::string&) -> Result<Secret> {
            if (typedPassphrase.empty())
                return Error{ErrorCode::NotFound, "nobody to ask", {}};
            return Secret(std::string_view(typedPassphrase));
        };
        console.stopRequested = [this] { return stop; };
        const int exitCode = cli::run(line, console);
        return {exitCode, out.str(), err.str()};
    }
    bool stop = false;
};

inline void write(const fs::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
}

inline std::string read(const fs::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

}  // namespace homeward::test
