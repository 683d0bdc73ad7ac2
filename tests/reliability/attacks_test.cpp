// What damage, tampering and unlucky copies do to a whole authority: each is refused, told or
// without effect, and never passes for a sound one with something else in it. HOMEWARD_ROUNDS=10
// does ten times as much as the tests do and prints the counts.
#include <soci/soci.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>

#include "app/trust/trust.h"
#include "app/trust/verify.h"
#include "storage/engine/connection.h"
#include "storage/keys/key_file.h"
#include "tests/support/all_rows.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPage = 4096;
/// SQLCipher 3 fills the end of each page up to a multiple of its block with random bytes that
/// nobody ever reads.
constexpr std::size_t kUnreadPerPage = 12;

int rounds(int times)
{
    const char* const factor = std::getenv("HOMEWARD_ROUNDS");
    return times * (factor ? std::max(1, std::atoi(factor)) : 1);
}

void write(const fs::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

/// What came of opening a folder and checking all of it.
struct Outcome {
    enum class Kind { Refused, Told, Whole } kind = Kind::Refused;
    std::size_t children = 0;  ///< Where it opened.
    bool saysCopied = false;
    std::string what;
    std::string
        state;  ///< Children and accounts in words, to see whether anything is other than it was.
};

std::string stateOf(app::Session& session)
{
    std::string state;
    const auto children = test::allChildren(session);
    if (children)
        for (const auto& row : *children)
            if (const auto page = app::openChild(session, row.id))
                state += page->child.caseNumber + page->child.aboutMe.whatMattersToMe + '\n';
    const auto accounts = app::listAccounts(session);
    if (accounts)
        for (const Account& account : *accounts)
            state += account.name + std::string(toKey(account.role)) + '\n';
    return state;
}

Outcome open(const AuthorityFixture& fixture, const fs::path& folder, bool withState = false)
{
    const auto session = app::signIn(folder, "admin", Secret(kPassphrase), fixture.environment);
    if (!session)
        return {Outcome::Kind::Refused,
                0,
                session.error().facts.contains("copied"),
                toKey(session.error().code),
                {}};
    const auto children = test::allChildren(**session);
    const std::size_t count = children ? children->size() : 0;
    if (!children)
        return {Outcome::Kind::Refused,
                0,
                children.error().facts.contains("copied"),
                toKey(children.error().code),
                {}};
    if (const std::string conflict = (*session)->standing().conflict; !conflict.empty())
        return {Outcome::Kind::Told, count, false, conflict, {}};
    const auto report = app::verifyAuthority(**session);
    if (!report)
        return {Outcome::Kind::Told, count, false, toKey(report.error().code), {}};
    if (!report->isWhole())
        return {Outcome::Kind::Told, count, false, report->findings.front().what, {}};
    return {Outcome::Kind::Whole, count, false, {}, withState ? stateOf(**session) : std::string()};
}

/// An authority with some of everything, closed, and a place to put copies of it.
class Victim {
public:
    Victim()
    {
        const ChildId child = fixture.addChild("D0");
        fixture.assess(child, 2, day("2026-02-01"));
        fixture.assess(child, 3, day("2026-02-11"));
        fixture.addHome("H1");
        fixture.addHome("H2");
        for (int i = 1; i < kChildren; ++i)
            fixture.addChild("D" + std::to_string(i));
        (void)fixture.signInAs(Role::SocialWorker, "worker");
        fixture.session.reset();
    }

    fs::path copy()
    {
        const fs::path folder = fixture.temporary.path() / ("copy " + std::to_string(++m_copies));
        fs::copy(fixture.folder, folder, fs::copy_options::recursive);
        return folder;
    }

    static constexpr int kChildren = 12;
    AuthorityFixture fixture;

private:
    int m_copies = 0;
};

void report(const std::string& what, const std::map<std::string, int>& counts)
{
    if (!std::getenv("HOMEWARD_ROUNDS"))
        return;
    std::cout << what << ':';
    for (const auto& [name, count] : counts)
        std::cout << ' ' << name << ' ' << count;
    std::cout << std::endl;
}

}  // namespace

TEST_CASE("every flipped bit of the database or the head is found", "[attacks]")
{
    Victim victim;
    std::mt19937 random(11);
    std::map<std::string, int> counts;
    for (int i = 0; i < rounds(100); ++i) {
        const fs::path folder = victim.copy();
        const bool head = i % 10 == 9;
        const fs::path file = folder / (head ? "audit.head" : "authority.homeward");
        std::string bytes = bytesOf(file);
        const std::size_t at = random() % bytes.size();
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
        write(file, bytes);
        const Outcome outcome = open(victim.fixture, folder);
        const bool unread = !head && at % kPage >= kPage - kUnreadPerPage;
        INFO(file.filename() << " at " << at << ": " << outcome.what);
        CHECK((outcome.kind != Outcome::Kind::Whole || unread));
        ++counts[outcome.kind == Outcome::Kind::Refused ? "refused"
                 : outcome.kind == Outcome::Kind::Told  ? "told"
                                                        : "in bytes nobody reads"];
        fs::remove_all(folder);
    }
    report("bit flips", counts);
}

TEST_CASE("a torn database or log loses nothing unseen", "[attacks]")
{
    Victim victim;
    // One that was killed: its log still holds the latest commits.
    AuthorityFixture& fixture = victim.fixture;
    fixture.session = fixture.signIn("admin");
    for (int i = 0; i < 8; ++i)
        fixture.addChild("E" + std::to_string(i));
    const fs::path killed = fixture.temporary.path() / "killed";
    fs::copy(fixture.folder, killed, fs::copy_options::recursive);
    REQUIRE(fs::file_size(killed / "authority.homeward-wal") > 0);
    std::mt19937 random(12);
    std::map<std::string, int> counts;
    for (int i = 0; i < rounds(50); ++i) {
        const fs::path folder = fixture.temporary.path() / "torn";
        fs::copy(killed, folder, fs::copy_options::recursive);
        const char* const names[] = {"authority.homeward", "authority.homeward-wal",
                                     "authority.homeward-shm"};
        const fs::path file = folder / names[i % 3];
        std::string bytes = bytesOf(file);
        if (!bytes.empty()) {
            const std::size_t at = random() % bytes.size();
            if (i % 2 == 0)
                bytes.resize(at);
            else
                std::fill(
                    bytes.begin() + static_cast<std::ptrdiff_t>(at),
                    bytes.begin() + static_cast<std::ptrdiff_t>(std::min(bytes.size(), at + 512)),
                    '\0');
            write(file, bytes);
        }
        const Outcome outcome = open(fixture, folder);
        INFO(file.filename() << " round " << i << ": " << outcome.what);
        if (outcome.kind == Outcome::Kind::Whole)
            CHECK(outcome.children == Victim::kChildren + 8);
        ++counts[outcome.kind == Outcome::Kind::Refused ? "refused"
                 : outcome.kind == Outcome::Kind::Told  ? "told"
                                                        : "nothing lost"];
        fs::remove_all(folder);
    }
    report("torn states", counts);
}

TEST_CASE("rows changed by somebody who has the key are found", "[attacks]")
{
    Victim victim;
    const Secret key = require(storage::KeyFile::unlock(victim.fixture.folder / "keys.json",
                                                        "admin", Secret(kPassphrase)));
    const std::vector<std::string> statements{
        "update account set role = 'administrator' where name = 'worker'",
        "update account set active = 0 where name = 'worker'",
        "update account set person_name = 'Somebody Else' where name = 'admin'",
        "update account set slot_check = 'ff' where name = 'worker'",
        "insert into account select 'x', 'x', 'X', 'administrator', 1, 0, '', 1, created_at, "
        "created_by,"
        " changed_at, changed_by from account where name = 'admin'",
        "delete from account where name = 'worker'",
        "update child set family_name = 'Changed' where case_number = 'D3'",
        "update child set birth_date = '2010-01-01' where case_number = 'D0'",
        "update child set likes_pets = 1 where case_number = 'D1'",
        "delete from child where case_number = 'D5'",
        "update child set row_version = row_version + 1 where case_number = 'D6'",
        "update rating set level = 0 where position = 2",
        "update rating set evidence = 'Nothing' where position = 1",
        "delete from rating where position = 5",
        "update assessment set assessed_on = '2020-01-01'",
        "update assessment set level_total = 0",
        "update assessment set agreed_levels = ''",
        "update home set places = 9 where reference = 'H1'",
        "update home set weekly_cost_pence = 1 where reference = 'H2'",
        "delete from home where reference = 'H2'",
        "update framework_version set body = '{}'",
        "update policy_version set body = '{}'",
        "update store_info set value = 'other' where name = 'current-framework'",
        "insert into store_info values ('backup-folder', '/tmp')",
        "update audit set use_case = 'save-child' where sequence = 5",
        "update audit set after_fields = '{}' where sequence = 6",
        "update audit set seals = '' where sequence = 7",
        "update audit set rights = '' where sequence = 8",
        "delete from audit where sequence = 9",
        "delete from audit where sequence > 12",
        "update audit set at = '2026-01-01T00:00:00.000Z' where sequence = 4",
        "delete from search_word where part = 0 and kind = 'child'",
        "update search_word set word = 'changed' where part = 1",
        "insert into search_word values ('brook', 'child', 'nobody', 0)"};
    std::map<std::string, int> counts;
    for (int i = 0; i < rounds(33); ++i) {
        const fs::path folder = victim.copy();
        const std::string& statement = statements[static_cast<std::size_t>(i) % statements.size()];
        {
            const auto sql = storage::openConnection(folder / "authority.homeward", key,
                                                     storage::OpenMode::ReadWrite);
            *sql << "pragma foreign_keys = off";
            *sql << statement;
        }
        const Outcome outcome = open(victim.fixture, folder);
        INFO(statement << ": " << outcome.what);
        CHECK(outcome.kind != Outcome::Kind::Whole);
        ++counts[outcome.kind == Outcome::Kind::Refused ? "refused" : "told"];
        fs::remove_all(folder);
    }
    report("tamperings with rows", counts);
}

TEST_CASE("older pages put back are found, whichever they are", "[attacks]")
{
    Victim victim;
    AuthorityFixture& fixture = victim.fixture;
    const fs::path store = fixture.folder / "authority.homeward";
    std::mt19937 random(13);
    std::map<std::string, int> counts;
    for (int i = 0; i < rounds(10); ++i) {
        const std::string older = bytesOf(store);
        fixture.session = fixture.signIn("admin");
        const auto children = require(test::allChildren(*fixture.session));
        Child child =
            require(app::openChild(*fixture.session, children[random() % children.size()].id))
                .child;
        child.aboutMe.whatMattersToMe = "Round " + std::to_string(i);
        require(app::saveChild(*fixture.session, child));
        const std::string state = stateOf(*fixture.session);
        fixture.session.reset();
        const std::string now = bytesOf(store);
        std::vector<std::size_t> differing;
        for (std::size_t at = 0; at + kPage <= std::min(now.size(), older.size()); at += kPage)
            if (now.compare(at, kPage, older, at, kPage) != 0)
                differing.push_back(at);
        REQUIRE_FALSE(differing.empty());
        // One page, and every second time several together.
        std::string replayed = now;
        for (int pages = i % 2 == 0 ? 1 : 3; pages > 0; --pages) {
            const std::size_t at = differing[random() % differing.size()];
            replayed.replace(at, kPage, older, at, kPage);
        }
        const fs::path folder = victim.copy();
        write(folder / "authority.homeward", replayed);
        const Outcome outcome = open(fixture, folder, true);
        INFO("round " << i << ": " << outcome.what);
        // A page that was written again with the same in it changes nothing when it is put back.
        if (outcome.kind == Outcome::Kind::Whole)
            CHECK(outcome.state == state);
        ++counts[outcome.kind == Outcome::Kind::Refused ? "refused"
                 : outcome.kind == Outcome::Kind::Told  ? "told"
                                                        : "same words"];
        fs::remove_all(folder);
    }
    report("page replays", counts);
}

TEST_CASE("a folder copied while somebody works is whole, or told apart from a damaged one",
          "[attacks]")
{
    Victim victim;
    AuthorityFixture& fixture = victim.fixture;
    const pid_t worker = ::fork();
    REQUIRE(worker >= 0);
    if (worker == 0) {
        ::alarm(120);  // whatever becomes of the test
        const auto session =
            app::signIn(fixture.folder, "admin", Secret(kPassphrase), fixture.environment);
        for (int i = 0; session; ++i) {
            Child child;
            child.caseNumber = "W" + std::to_string(::getpid()) + '-' + std::to_string(i);
            child.familyName = "Brook";
            child.birthDate = day("2015-01-01");
            (void)app::addChild(**session, child);
        }
        ::_exit(1);
    }
    std::map<std::string, int> counts;
    for (int i = 0; i < rounds(20); ++i) {
        fs::path folder;
        try {
            folder = victim.copy();
        } catch (const fs::filesystem_error&) {
            ++counts["the copying itself failed"];  // a file grew shorter under it; the person sees
                                                    // that
            continue;
        }
        const Outcome outcome = open(fixture, folder);
        INFO("copy " << i << ": " << outcome.what);
        // Damaged words for a copy in pieces would send people looking for a fault there is not.
        if (outcome.kind == Outcome::Kind::Refused)
            CHECK(outcome.saysCopied);
        ++counts[outcome.kind == Outcome::Kind::Whole  ? "whole"
                 : outcome.kind == Outcome::Kind::Told ? "told: " + outcome.what
                                                       : "refused as an incomplete copy"];
        fs::remove_all(folder);
    }
    ::kill(worker, SIGKILL);
    ::waitpid(worker, nullptr, 0);
    report("copies in use", counts);
}
