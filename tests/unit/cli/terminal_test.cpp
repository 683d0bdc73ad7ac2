#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

#include "cli/command.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
namespace fs = std::filesystem;

namespace {

/// Sets a window title, clears the screen (as 7-bit and as C1), rings, returns, turns the
/// direction.
const std::string kHostile =
    "\x1b]0;owned\a\x1b[2J\xc2\x9b"
    "2J\rfake \u202egnp.exe\u202c";

struct TerminalAnswer {
    int exitCode = 0;
    std::string out;
    std::string err;
};

/// An authority in which everything that can be typed steers a terminal.
struct HostileAuthority {
    test::TemporaryFolder folder;
    fs::path authority = folder.path() / "authority";
    fs::path passphrase = folder.path() / "passphrase";
    app::Environment environment;

    HostileAuthority()
    {
        auto clock = std::make_shared<FixedClock>(test::day("2026-03-01"));
        environment = {clock, randomIds(clock), app::KdfCost::Test};
        app::NewAuthority plan;
        plan.folder = authority;
        plan.name = kHostile;
        plan.accountName = "admin";
        plan.personName = kHostile;
        plan.passphrase = Secret(std::string_view(test::kPassphrase));
        test::require(app::createAuthority(plan, environment));
        const auto session = test::require(app::signIn(
            authority, "admin", Secret(std::string_view(test::kPassphrase)), environment));
        Child child;
        child.caseNumber = "H1";
        child.preferredName = kHostile;
        child.birthDate = test::day("2014-05-01");
        test::require(app::addChild(*session, child));
        Home home;
        home.name = kHostile;
        home.reference = "R" + kHostile;
        home.approval.places = 2;
        test::require(app::addHome(*session, home));
        std::ofstream(passphrase) << test::kPassphrase << '\n';
    }

    TerminalAnswer run(std::vector<std::string> line, bool terminal)
    {
        std::ostringstream out;
        std::ostringstream err;
        cli::Console console{out, err, false, environment, {}, {}, {}, terminal};
        console.variable = [](const std::string&) { return std::nullopt; };
        console.askSecret = [this](const std::string& prompt) -> Result<Secret> {
            prompts += prompt;
            return Secret(std::string_view(test::kPassphrase));
        };
        console.stopRequested = [] { return false; };
        line.insert(line.end(), {"--authority", authority.string()});
        const int exitCode = cli::run(line, console);
        return {exitCode, out.str(), err.str()};
    }
    std::string prompts;
};

HostileAuthority& hostile()
{
    static HostileAuthority authority;
    return authority;
}

bool steers(const std::string& text)
{
    for (const char* part : {"\x1b", "\a", "\r", "\xc2\x9b", "\u202e"})
        if (text.find(part) != std::string::npos)
            return true;
    return false;
}

fs::path hostileReturn()
{
    const fs::path file = hostile().folder.path() / ("2025-header \x1b[2J.csv");
    std::ofstream(file, std::ios::binary) << "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n880101,"
                                             "\x1b[31m9,31/02/2015,\x1b]0;x\a,,,\r\n";
    return file;
}

}  // namespace

TEST_CASE("[cli] escape sequences in records are shown on a terminal and not sent")
{
    const TerminalAnswer shortlist = hostile().run({"shortlist", "--child", "H1"}, true);
    INFO(shortlist.out << shortlist.err);
    CHECK(
        shortlist.out.find("\\x1b]0;owned\\x07\\x1b[2J\\u009b2J\\x0dfake \\u202egnp.exe\\u202c") !=
        std::string::npos);
    CHECK_FALSE(steers(shortlist.out));
    CHECK_FALSE(steers(shortlist.err));
    CHECK_FALSE(hostile().prompts.empty());
    CHECK_FALSE(steers(hostile().prompts));
}

TEST_CASE("[cli] escape sequences in files and their names are shown on a terminal and not sent")
{
    const TerminalAnswer answer =
        hostile().run({"import-903", "--dry-run", hostileReturn().string()}, true);
    INFO(answer.out << answer.err);
    CHECK(answer.out.find("\\x1b[2J.csv") != std::string::npos);
    CHECK_FALSE(steers(answer.out));
    CHECK_FALSE(steers(answer.err));
}

TEST_CASE("[cli] messages never steer, whatever standard output is")
{
    const TerminalAnswer noChild = hostile().run({"shortlist", "--child", "\x1b[2J\u202e"}, false);
    CHECK(noChild.exitCode == cli::kCouldNot);
    CHECK(noChild.err.find("\\x1b[2J\\u202e") != std::string::npos);
    CHECK_FALSE(steers(noChild.err));
    const TerminalAnswer wrong = hostile().run({"short\x1b[2Jlist"}, false);
    CHECK(wrong.exitCode == cli::kWrongUse);
    CHECK_FALSE(steers(wrong.err));
}

TEST_CASE("[cli] a file gets the words as they are, and JSON says the same on a terminal")
{
    CHECK(hostile().run({"shortlist", "--child", "H1"}, false).out.find(kHostile) !=
          std::string::npos);
    const TerminalAnswer file = hostile().run({"shortlist", "--child", "H1", "--json"}, false);
    const TerminalAnswer terminal = hostile().run({"shortlist", "--child", "H1", "--json"}, true);
    CHECK_FALSE(steers(terminal.out));
    auto there = nlohmann::json::parse(file.out);
    auto here = nlohmann::json::parse(terminal.out);
    for (auto* json : {&there, &here})
        json->erase("milliseconds");
    CHECK(there == here);
    CHECK(there.dump().find("\\u001b]0;owned") != std::string::npos);
}
