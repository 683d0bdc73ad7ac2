#include <catch2/catch.hpp>

#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include "app/authority/authority.h"
#include "app/authority/demonstration.h"
#include "app/trust/audit_trail.h"
#include "cli/command.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/cli/command_line.h"

using namespace homeward;
using homeward::test::read;
using homeward::test::write;
namespace fs = std::filesystem;

namespace {

app::Environment environment()
{
    auto clock = std::make_shared<FixedClock>(*Date::fromYmd(2025, 11, 22));
    return {clock, randomIds(clock), app::KdfCost::Test};
}

int modeOf(const fs::path& file)
{
    struct stat status {};
    return ::lstat(file.c_str(), &status) == 0 ? status.st_mode & 0777 : -1;
}

/// A small authority that a test may change, its files and a folder beside it.
class Fixture {
public:
    Fixture()
    {
        fs::create_directory(out);
        REQUIRE(run({"demo", authority.string(), "--children", "12", "--households", "6", "--years",
                     "2", "--returns", returns.string()}) == cli::kDone);
    }

    int run(std::vector<std::string> line, std::ostream* answer = nullptr)
    {
        std::ostringstream unread;
        std::ostringstream told;
        cli::Console console{answer ? *answer : unread,
                             told,
                             false,
                             environment(),
                             [this](const std::string& name) -> std::optional<std::string> {
                                 if (name != "HOMEWARD_AUTHORITY")
                                     return std::nullopt;
                                 return authority.string();
                             },
                             {},
                             [] { return false; }};
        const int exitCode = cli::run(line, console);
        err = told.str();
        return exitCode;
    }

    std::string someChild() const
    {
        std::istringstream lines(read(returns / "2025-header.csv"));
        std::string line;
        std::getline(lines, line);
        std::getline(lines, line);
        return line.substr(0, line.find(','));
    }

    /// "csv trend" and its like, oldest first.
    std::vector<std::string> exports() const
    {
        const auto session =
            app::signIn(authority, app::kDemonstrationAccount,
                        Secret(std::string_view(app::kDemonstrationPassphrase)), environment());
        REQUIRE(session.ok());
        const auto rows = app::recentChanges(**session);
        REQUIRE(rows.ok());
        std::vector<std::string> found;
        for (const app::AuditRow& row : *rows)
            if (row.useCase == "export")
                found.insert(found.begin(),
                             row.after.at("exportKind") + " " + row.after.at("exportWhat"));
        return found;
    }

    test::TemporaryFolder temporary;
    fs::path authority = temporary.path() / "authority";
    fs::path returns = temporary.path() / "returns";
    fs::path out = temporary.path() / "out";
    std::string err;
};

/// Takes nothing: a full disk, or a reader that left.
class Refusing : public std::streambuf {
protected:
    int_type overflow(int_type) override { return traits_type::eof(); }
};

}  // namespace

TEST_CASE("[cli][exports] every file option leaves what is there, and replaces it with --force")
{
    Fixture fixture;
    const fs::path file = fixture.out / "file";
    const std::string child = fixture.someChild();
    write(fixture.out / "bad-header.csv",
          "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\nX,M,x,,,,\r\n");
    const std::vector<std::vector<std::string>> lines{
        {"trend", "--output", file.string()},
        {"trend", "--json", "--output", file.string()},
        {"shortlist", "--child", child, "--html", file.string()},
        {"import-903", fixture.returns.string(), "--dry-run", "--findings", file.string()}};
    for (std::vector<std::string> line : lines) {
        INFO(line.front());
        fs::remove(file);
        REQUIRE(fixture.run(line) <= cli::kNo);
        CHECK(modeOf(file) == 0600);
        write(file, "mine");
        ::chmod(file.c_str(), 0644);
        CHECK(fixture.run(line) == cli::kCouldNot);
        CHECK(fixture.err.find("already") != std::string::npos);
        CHECK(read(file) == "mine");
        line.push_back("--force");
        CHECK(fixture.run(line) <= cli::kNo);
        CHECK(read(file) != "mine");
        CHECK(modeOf(file) == 0600);
    }
}

TEST_CASE("[cli][exports] no file option writes into an authority, --force or not")
{
    Fixture fixture;
    fs::create_hard_link(fixture.authority / "authority.homeward", fixture.out / "linked.csv");
    fs::create_symlink(fixture.authority / "keys.json", fixture.out / "symbolic.csv");
    const std::string keys = read(fixture.authority / "keys.json");
    for (const fs::path& named : {fixture.authority / "keys.json", fixture.authority / "new.csv",
                                  fixture.out / "linked.csv", fixture.out / "symbolic.csv",
                                  fixture.out / ".." / "authority" / "audit.head"}) {
        INFO(named);
        for (const char* option : {"--output", "--force"}) {
            std::vector<std::string> line{"trend", "--output", named.string()};
            if (option == std::string("--force"))
                line.push_back(option);
            CHECK(fixture.run(line) == cli::kCouldNot);
            CHECK(fixture.err.find("part of an authority") != std::string::npos);
        }
        CHECK(fixture.run({"shortlist", "--child", fixture.someChild(), "--html", named.string(),
                           "--force"}) == cli::kCouldNot);
        CHECK(fixture.run({"import-903", fixture.returns.string(), "--findings", named.string(),
                           "--force"}) == cli::kCouldNot);
        CHECK(fixture.run({"demo", (fixture.out / "more").string(), "--returns",
                           (fixture.authority / "in").string(), "--force"}) == cli::kCouldNot);
    }
    CHECK(read(fixture.authority / "keys.json") == keys);
    CHECK(fixture.run({"verify"}) == cli::kDone);
    CHECK_FALSE(fs::exists(fixture.out / "more"));
}

TEST_CASE("[cli][exports] demo writes returns over nothing unless --force is given")
{
    Fixture fixture;
    write(fixture.returns / "2025-header.csv", "mine");
    const std::vector<std::string> line{"demo",         (fixture.out / "again").string(),
                                        "--years",      "1",
                                        "--children",   "3",
                                        "--households", "1",
                                        "--returns",    fixture.returns.string()};
    CHECK(fixture.run(line) == cli::kCouldNot);
    CHECK(read(fixture.returns / "2025-header.csv") == "mine");
    CHECK_FALSE(fs::exists(fixture.out / "again"));
    auto forced = line;
    forced.push_back("--force");
    CHECK(fixture.run(forced) == cli::kDone);
    CHECK(read(fixture.returns / "2025-header.csv") != "mine");
    // Into an authority or any other folder that holds something, --force or not.
    forced[1] = fixture.authority.string();
    CHECK(fixture.run(forced) == cli::kCouldNot);
    CHECK(fixture.run({"verify"}) == cli::kDone);
}

TEST_CASE("[cli][exports] what a command hands out is on record, also on standard output")
{
    Fixture fixture;
    CHECK(fixture.exports() == std::vector<std::string>{"csv return"});
    const std::string child = fixture.someChild();
    CHECK(fixture.run({"trend"}) <= cli::kNo);
    CHECK(fixture.run({"trend", "--json"}) <= cli::kNo);
    CHECK(fixture.run({"trend", "--table", "--output", "/dev/null"}) <= cli::kNo);
    CHECK(fixture.run({"shortlist", "--child", child}) <= cli::kNo);
    CHECK(fixture.run({"shortlist", "--child", child, "--json", "--html",
                       (fixture.out / "list.html").string()}) <= cli::kNo);
    CHECK(fixture.run({"import-903", fixture.returns.string(), "--dry-run", "--findings",
                       (fixture.out / "findings.csv").string()}) <= cli::kNo);
    CHECK(fixture.exports() == std::vector<std::string>{"csv return", "csv trend", "json trend",
                                                        "text trend", "text shortlist",
                                                        "html shortlist", "json shortlist",
                                                        "csv findings"});
}

TEST_CASE("[cli][exports] an answer that cannot be written out is exit code 3 and told")
{
    Fixture fixture;
    Refusing refusing;
    std::ostream gone(&refusing);
    std::ofstream full("/dev/full");
    for (std::ostream* answer : {&gone, static_cast<std::ostream*>(&full)})
        for (const std::vector<std::string>& line :
             std::vector<std::vector<std::string>>{{"trend"},
                                                   {"trend", "--json"},
                                                   {"verify"},
                                                   {"--help"},
                                                   {"shortlist", "--child", fixture.someChild()}}) {
            INFO(line.front());
            answer->clear();
            CHECK(fixture.run(line, answer) == cli::kCouldNot);
            CHECK(fixture.err.find("could not be written out") != std::string::npos);
        }
    CHECK(fixture.run({"trend", "--output", "/dev/full"}) == cli::kCouldNot);
}
