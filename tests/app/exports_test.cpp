#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <thread>

#include "app/authority/demonstration.h"
#include "app/exchange/exports.h"
#include "app/trust/audit_trail.h"
#include "app/trust/verify.h"
#include "support/files/output_stream.h"
#include "support/os/process.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
}

/// Permission bits, links not followed.
int modeOf(const fs::path& file)
{
    struct stat status {};
    REQUIRE(::lstat(file.c_str(), &status) == 0);
    return status.st_mode & 0777;
}

/// The rule that refused, "FileExists" and its like for the other codes, "written".
std::string outcome(const Result<Done>& result)
{
    if (result)
        return "written";
    const auto rule = result.error().facts.find("rule");
    return rule == result.error().facts.end() ? toKey(result.error().code) : rule->second;
}

/// Every file below `folder` with its content, for "was left as it was".
std::map<std::string, std::string> snapshot(const fs::path& folder)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files[entry.path().string()] = bytesOf(entry.path());
    return files;
}

std::vector<app::AuditRow> exportsOf(app::Session& session)
{
    auto rows = require(app::recentChanges(session));
    std::erase_if(rows, [](const app::AuditRow& row) { return row.useCase != "export"; });
    return rows;
}

struct ExportFixture : AuthorityFixture {
    fs::path outside = temporary.path() / "outside";
    ExportFixture() { fs::create_directory(outside); }

    Result<Done> exportTo(const fs::path& file, bool replace) const
    {
        return app::exportTo(*session, {file, replace, true}, "new", {"csv", "children", 3, {}});
    }
};

}  // namespace

TEST_CASE("no export is written over or into an authority, by whatever name", "[app][exports]")
{
    const ExportFixture fixture;
    const fs::path other = fixture.temporary.path() / "other";
    fs::create_directories(other / "deeper");
    fs::copy_file(fixture.folder / "keys.json", other / "keys.json");
    fs::create_directories(fixture.folder / "backups");
    write(fixture.folder / "backups" / "old.homeward", "backup");
    fs::create_hard_link(fixture.folder / "authority.homeward", fixture.outside / "linked.csv");
    fs::create_hard_link(fixture.folder / "backups" / "old.homeward",
                         fixture.outside / "backup.csv");
    fs::create_symlink(fixture.folder / "keys.json", fixture.outside / "symbolic.csv");
    fs::create_symlink(fixture.folder / "not there yet", fixture.outside / "dangling.csv");
    fs::create_directory_symlink(fixture.folder, fixture.outside / "way in");
    const auto before = snapshot(fixture.folder);

    for (const fs::path& named :
         {fixture.folder / "authority.homeward", fixture.folder / "authority.homeward-wal",
          fixture.folder / "authority.homeward-shm", fixture.folder / "keys.json",
          fixture.folder / "audit.head", fixture.folder / "write.lock", fixture.folder / "new.csv",
          fixture.folder / "backups" / "new.csv", fixture.folder / "backups" / "old.homeward",
          fixture.outside / ".." / "authority" / "keys.json",
          fixture.outside / "way in" / "new.csv", fixture.outside / "way in" / "." / "audit.head",
          fixture.outside / "linked.csv", fixture.outside / "backup.csv",
          fixture.outside / "symbolic.csv", fixture.outside / "dangling.csv", other / "new.csv",
          other / "deeper" / "new.csv"})
        for (const bool replace : {false, true}) {
            INFO(named << (replace ? " --force" : ""));
            CHECK(outcome(fixture.exportTo(named, replace)) == "authority-file");
        }
    CHECK(snapshot(fixture.folder) == before);
    CHECK(exportsOf(*fixture.session).empty());
}

TEST_CASE("a keys.json of another program does not make a folder an authority", "[app][exports]")
{
    const ExportFixture fixture;
    write(fixture.outside / "keys.json", "{\"theirs\": true}");
    CHECK(outcome(fixture.exportTo(fixture.outside / "new.csv", false)) == "written");
    CHECK(outcome(fixture.exportTo(fixture.outside / "keys.json", false)) == "FileExists");
}

TEST_CASE("what is there stays unless the person said to replace it", "[app][exports]")
{
    const ExportFixture fixture;
    const fs::path file = fixture.outside / "list.csv";
    write(file, "old");
    ::chmod(file.c_str(), 0644);
    CHECK(outcome(fixture.exportTo(file, false)) == "FileExists");
    CHECK(bytesOf(file) == "old");
    CHECK(exportsOf(*fixture.session).empty());
    CHECK(outcome(fixture.exportTo(file, true)) == "written");
    CHECK(bytesOf(file) == "new");
    CHECK(modeOf(file) == 0600);
    CHECK(exportsOf(*fixture.session).size() == 1);
}

TEST_CASE("a link at the name is refused, or replaced itself; what it leads to is never touched",
          "[app][exports]")
{
    const ExportFixture fixture;
    const fs::path aim = fixture.outside / "aim";
    const bool dangling = GENERATE(false, true);
    if (!dangling)
        write(aim, "mine");
    const fs::path link = fixture.outside / "list.csv";
    fs::create_symlink(aim, link);
    CHECK(outcome(fixture.exportTo(link, false)) == "FileExists");
    CHECK(fs::is_symlink(link));
    CHECK(outcome(fixture.exportTo(link, true)) == "written");
    CHECK_FALSE(fs::is_symlink(link));
    CHECK(bytesOf(link) == "new");
    CHECK(fs::exists(aim) == !dangling);
    CHECK((dangling || bytesOf(aim) == "mine"));
}

TEST_CASE("a second name of a file keeps its content when the first is replaced", "[app][exports]")
{
    const ExportFixture fixture;
    write(fixture.outside / "a.csv", "mine");
    fs::create_hard_link(fixture.outside / "a.csv", fixture.outside / "b.csv");
    CHECK(outcome(fixture.exportTo(fixture.outside / "a.csv", true)) == "written");
    CHECK(bytesOf(fixture.outside / "b.csv") == "mine");
}

TEST_CASE("folders, and folders that are not there, are told apart from files", "[app][exports]")
{
    const ExportFixture fixture;
    const bool replace = GENERATE(false, true);
    fs::create_directory(fixture.outside / "folder");
    CHECK(outcome(fixture.exportTo(fixture.outside / "folder", replace)) == "is-a-folder");
    CHECK(outcome(fixture.exportTo(fixture.outside / "folder" / "", replace)) == "is-a-folder");
    CHECK(outcome(fixture.exportTo(fixture.outside / "..", replace)) == "is-a-folder");
    CHECK(outcome(fixture.exportTo(fixture.outside / "gone" / "x.csv", replace)) ==
          "StorageFailed");
    CHECK(exportsOf(*fixture.session).empty());
}

TEST_CASE("a planted temporary name is neither followed nor written", "[app][exports]")
{
    const ExportFixture fixture;
    write(fixture.outside / "victim", "mine");
    fs::create_symlink(fixture.outside / "victim", fixture.outside / "list.csv.new");
    write(fixture.outside / "other.csv.new", "mine too");
    CHECK(outcome(fixture.exportTo(fixture.outside / "list.csv", false)) == "written");
    CHECK(outcome(fixture.exportTo(fixture.outside / "other.csv", false)) == "written");
    CHECK(bytesOf(fixture.outside / "victim") == "mine");
    CHECK(bytesOf(fixture.outside / "other.csv.new") == "mine too");
    CHECK(fs::is_symlink(fixture.outside / "list.csv.new"));
    CHECK(modeOf(fixture.outside / "list.csv") == 0600);
    // Nothing of our own stays beside them.
    CHECK(snapshot(fixture.outside).size() == 5);
}

TEST_CASE("the longest name a file can have is written as well", "[app][exports]")
{
    const ExportFixture fixture;
    const fs::path file = fixture.outside / (std::string(251, 'x') + ".csv");
    CHECK(outcome(fixture.exportTo(file, false)) == "written");
    CHECK(bytesOf(file) == "new");
}

TEST_CASE("pipes and devices are written through where that is wanted, and only there",
          "[app][exports]")
{
    const ExportFixture fixture;
    CHECK(outcome(fixture.exportTo("/dev/null", false)) == "written");
    CHECK(outcome(fixture.exportTo("/dev/full", false)) == "StorageFull");
    CHECK(outcome(app::writeTarget({"/dev/null", true, false}, "x")) == "not-a-file");

    const fs::path pipe = fixture.outside / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(outcome(app::writeTarget({pipe, true, false}, "x")) == "not-a-file");
    std::string heard;
    std::thread reader([&] { heard = bytesOf(pipe); });
    CHECK(outcome(fixture.exportTo(pipe, false)) == "written");
    reader.join();
    CHECK(heard == "new");
    // A link to a pipe that somebody else put there is a link.
    fs::create_symlink(pipe, fixture.outside / "list.csv");
    CHECK(outcome(fixture.exportTo(fixture.outside / "list.csv", false)) == "FileExists");
}

TEST_CASE("a descriptor that is a file of the authority is one of its files", "[app][exports]")
{
    const ExportFixture fixture;
    std::FILE* const open = std::fopen((fixture.folder / "keys.json").c_str(), "r+");
    REQUIRE(open);
    const auto before = bytesOf(fixture.folder / "keys.json");
    const fs::path named = "/dev/fd/" + std::to_string(::fileno(open));
    CHECK(outcome(fixture.exportTo(named, true)) == "authority-file");
    CHECK(bytesOf(fixture.folder / "keys.json") == before);
    std::fclose(open);
}

TEST_CASE("no file is opened in the place of a standard output that is closed", "[app][exports]")
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(STDOUT_FILENO);
        ::close(STDERR_FILENO);
        os::holdStandardDescriptors();
        const int next = ::open("/dev/null", O_RDWR);
        const bool refuses = ::write(STDOUT_FILENO, "x", 1) < 0;
        ::_exit(next > STDERR_FILENO && refuses ? 0 : 1);
    }
    int status = -1;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
}

TEST_CASE("an export is a row with who, what and how much, and belongs to the child it is about",
          "[app][exports][audit]")
{
    const ExportFixture fixture;
    const ChildId child = fixture.addChild("100");
    require(app::recordExport(*fixture.session, {"print", "needs-report", 1, child}));
    require(app::recordExport(*fixture.session, {"copy", "children", 12, {}}));
    const auto rows = exportsOf(*fixture.session);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].after.at("exportKind") == "copy");
    CHECK(rows[0].after.at("exportWhat") == "children");
    CHECK(rows[0].after.at("exportRows") == "12");
    CHECK(rows[0].accountName == "admin");
    const auto history = require(app::historyOf(*fixture.session, child));
    CHECK(std::count_if(history.begin(), history.end(),
                        [](const app::AuditRow& row) { return row.useCase == "export"; }) == 1);
    CHECK(require(app::verifyAuthority(*fixture.session)).isWhole());
}

TEST_CASE("what cannot be recorded does not leave", "[app][exports][audit]")
{
    const ExportFixture fixture;
    const auto reader = fixture.signInAs(Role::SocialWorker, "reader");
    for (Account account : require(app::listAccounts(*fixture.session)))
        if (account.name == "reader")
            require(app::removeAccount(*fixture.session, account.id));
    const fs::path file = fixture.outside / "list.csv";
    CHECK(outcome(app::exportTo(*reader, {file, true, true}, "new", {"csv", "children", 1, {}})) ==
          "NotPermitted");
    CHECK_FALSE(fs::exists(file));
    CHECK(outcome(app::recordExport(*reader, {"print", "children", 1, {}})) == "NotPermitted");
}

TEST_CASE("the returns of a demonstration go over nothing that is there", "[app][exports]")
{
    const TemporaryFolder temporary;
    const auto clock = std::make_shared<FixedClock>(day("2026-03-01"));
    const app::Environment environment{clock, randomIds(clock), app::KdfCost::Test};
    app::DemonstrationPlan plan;
    plan.folder = temporary.path() / "made";
    plan.children = 3;
    plan.households = 2;
    plan.years = 1;
    plan.today = day("2026-03-01");
    plan.returnsFolder = temporary.path() / "returns";
    const auto made = [&] {
        const auto info = app::createDemonstration(plan, environment);
        return outcome(info ? Result<Done>(Done{}) : Result<Done>(info.error()));
    };

    SECTION("into a new folder they are private")
    {
        CHECK(made() == "written");
        CHECK(modeOf(*plan.returnsFolder) == 0700);
        CHECK(modeOf(*plan.returnsFolder / "2025-header.csv") == 0600);
        CHECK(modeOf(*plan.returnsFolder / "2025-episodes.csv") == 0600);
        CHECK(exportsOf(*require(app::signIn(
                            plan.folder, app::kDemonstrationAccount,
                            Secret(std::string_view(app::kDemonstrationPassphrase)), environment)))
                  .size() == 1);
    }
    SECTION("a file that is there stops it before anything is made, until it may be replaced")
    {
        fs::create_directory(*plan.returnsFolder);
        write(*plan.returnsFolder / "2025-episodes.csv", "mine");
        CHECK(made() == "FileExists");
        CHECK(bytesOf(*plan.returnsFolder / "2025-episodes.csv") == "mine");
        CHECK_FALSE(fs::exists(plan.folder));
        plan.replaceReturns = true;
        CHECK(made() == "written");
        CHECK(bytesOf(*plan.returnsFolder / "2025-episodes.csv") != "mine");
    }
    SECTION("they do not go into the authority that is made, nor into another")
    {
        plan.returnsFolder = plan.folder / "returns";
        CHECK(made() == "authority-file");
        CHECK_FALSE(fs::exists(plan.folder));
        const ExportFixture other;
        plan.returnsFolder = other.folder;
        plan.replaceReturns = true;
        CHECK(made() == "authority-file");
        CHECK_FALSE(fs::exists(plan.folder));
    }
}
