#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <set>

#include "app/authority/backups.h"
#include "app/authority/restore.h"
#include "app/trust/audit_trail.h"
#include "app/trust/verify.h"
#include "tests/support/all_rows.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kHourMs = 3'600'000;

/// An authority with a second place on what counts as another disk or not.
class BackedUpAuthority : public AuthorityFixture {
public:
    BackedUpAuthority() { fs::create_directories(place); }

    app::BackupInfo backUp() const { return require(app::backUpNow(*session, place)); }
    void later(std::int64_t hours) const
    {
        clock->set({clock->now().msSinceEpoch + hours * kHourMs});
    }
    Result<app::RestoredBackup> restore(const fs::path& file, const fs::path& into) const
    {
        return app::restoreBackup(file, "admin", Secret(kPassphrase), into, environment);
    }
    std::set<std::string> names() const
    {
        std::set<std::string> found;
        for (const auto& entry : fs::directory_iterator(place))
            found.insert(entry.path().filename().string());
        return found;
    }

    fs::path place = temporary.path() / "second place";
    fs::path beside = temporary.path() / "restored";
};

void changeByte(const fs::path& file, std::int64_t place)
{
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekg(place, place < 0 ? std::ios::end : std::ios::beg);
    const auto at = stream.tellg();
    const auto was = static_cast<char>(stream.get());
    stream.seekp(at);
    stream.put(static_cast<char>(was ^ 4));
}

std::string ruleOf(const Error& error)
{
    const auto rule = error.facts.find("rule");
    return rule == error.facts.end() ? std::string() : rule->second;
}

}  // namespace

TEST_CASE("a backup restored beside opens with the same records and a whole trail", "[backup]")
{
    BackedUpAuthority fixture;
    const ChildId child = fixture.addChild("100");
    fixture.assess(child, 3, day("2026-02-01"));
    fixture.addHome("H1");
    const auto backup = fixture.backUp();
    CHECK(backup.file.parent_path() == fixture.place);
    CHECK(backup.file.filename() == "testshire-2026-03-01T100000Z.homeward-backup");
    CHECK(backup.authorityName == "Testshire");
    CHECK(backup.accountNames == std::vector<std::string>{"admin"});
    CHECK(backup.bytes == fs::file_size(backup.file));

    const auto restored = require(fixture.restore(backup.file, fixture.beside));
    CHECK(restored.authority.folder == fixture.beside);
    const auto session =
        require(app::signIn(fixture.beside, "admin", Secret(kPassphrase), fixture.environment));
    CHECK(test::allChildren(*session)->size() == 1);
    CHECK(test::allHomes(*session)->size() == 1);
    const auto report = require(app::verifyAuthority(*session));
    CHECK(report.isWhole());
    CHECK(report.rows >= backup.sequence + 1);
    const auto changes = require(app::recentChanges(*session));
    CHECK(std::any_of(changes.begin(), changes.end(), [](const app::AuditRow& row) {
        return row.useCase == "restore-backup";  // it says itself that it was restored
    }));
    CHECK(std::distance(fs::directory_iterator(fixture.temporary.path()), {}) == 3);
}

TEST_CASE("a restored authority is private", "[backup][privacy]")
{
    BackedUpAuthority fixture;
    require(fixture.restore(fixture.backUp().file, fixture.beside));
    CHECK((fs::status(fixture.beside).permissions() & fs::perms::mask) == fs::perms::owner_all);
    for (const auto& entry : fs::directory_iterator(fixture.beside))
        if (entry.is_regular_file())
            CHECK((entry.status().permissions() & fs::perms::mask) ==
                  (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("making a backup is a row of the trail, after the backup", "[backup][audit]")
{
    BackedUpAuthority fixture;
    const auto backup = fixture.backUp();
    const auto rows = require(app::recentChanges(*fixture.session));
    CHECK(rows.front().useCase == "back-up");
    CHECK(rows.front().entity == "backup");
    CHECK(rows.front().sequence == backup.sequence + 1);
    CHECK(rows.front().after.at("file") == backup.file.filename().string());
    CHECK(require(app::verifyAuthority(*fixture.session)).isWhole());
}

TEST_CASE(
    "only administrators make backups by hand and choose the place; anybody's sign-in makes "
    "the one that is due",
    "[backup][rights]")
{
    BackedUpAuthority fixture;
    const auto worker = fixture.signInAs(Role::SocialWorker, "worker");
    CHECK(app::backUpNow(*worker, fixture.place).error().code == ErrorCode::NotPermitted);
    CHECK(app::setBackupFolder(*worker, fixture.place).error().code == ErrorCode::NotPermitted);
    CHECK(fixture.names().empty());
    require(app::setBackupFolder(*fixture.session, fixture.place));
    CHECK(require(app::runDueBackup(*worker)));
    CHECK(fixture.names().size() == 1);
}

TEST_CASE("two backups of one second have two names, and a named file is never replaced",
          "[backup]")
{
    BackedUpAuthority fixture;
    fixture.backUp();
    fixture.backUp();
    CHECK(fixture.names().size() == 2);
    const fs::path own = fixture.place / "mine.homeward-backup";
    CHECK(require(app::backUpNow(*fixture.session, own)).file == own);
    CHECK(app::backUpNow(*fixture.session, own).error().code == ErrorCode::FileExists);
    for (const fs::path& gone : {fixture.place / "gone", fixture.place / "no" / "such",
                                 fixture.place / "no" / "such.homeward-backup"})
        CHECK(ruleOf(app::backUpNow(*fixture.session, gone).error()) == "folder-missing");
    CHECK(fixture.names().size() == 3);
}

TEST_CASE("the backup of the day is made once a day, into the place that was chosen",
          "[backup][daily]")
{
    BackedUpAuthority fixture;
    CHECK_FALSE(require(app::runDueBackup(*fixture.session)));  // no place was chosen
    CHECK(require(app::backupState(*fixture.session)).folder.empty());
    require(app::setBackupFolder(*fixture.session, fixture.place));
    CHECK(require(app::runDueBackup(*fixture.session)));
    CHECK_FALSE(require(app::runDueBackup(*fixture.session)));
    fixture.later(23);
    CHECK_FALSE(require(app::runDueBackup(*fixture.session)));
    fixture.later(1);
    CHECK(require(app::runDueBackup(*fixture.session)));
    CHECK(fixture.names().size() == 2);
    CHECK(require(app::backupState(*fixture.session)).lastMade == fixture.clock->now());
}

TEST_CASE(
    "a damaged backup, one of another authority and one with a made-up date do not pass for "
    "today's",
    "[backup][daily]")
{
    BackedUpAuthority fixture;
    require(app::setBackupFolder(*fixture.session, fixture.place));
    SECTION("damaged")
    {
        changeByte(require(app::runDueBackup(*fixture.session))->file, -500);
    }
    SECTION("another authority's of the same name")
    {
        BackedUpAuthority other;
        fs::copy(other.backUp().file, fixture.place / "other.homeward-backup");
    }
    SECTION("date changed by hand")
    {
        const auto old = require(app::runDueBackup(*fixture.session))->file;
        fixture.later(48);
        std::ifstream in(old, std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(in), {}};
        bytes.replace(bytes.find("2026-03-01T"), 11, "2026-03-03T");
        std::ofstream(old, std::ios::binary | std::ios::trunc) << bytes;
    }
    CHECK(require(app::runDueBackup(*fixture.session)));
}

TEST_CASE("a place that is gone is told, remembered until it works again, and written once a day",
          "[backup][daily][errors]")
{
    BackedUpAuthority fixture;
    require(app::setBackupFolder(*fixture.session, fixture.place));
    fs::remove(fixture.place);
    CHECK(ruleOf(app::runDueBackup(*fixture.session).error()) == "folder-missing");
    CHECK_FALSE(fs::exists(fixture.place));  // it may be where a disk is connected
    const auto rows = require(app::recentChanges(*fixture.session)).size();
    CHECK_FALSE(app::runDueBackup(*fixture.session).ok());
    CHECK(require(app::recentChanges(*fixture.session)).size() == rows);
    const auto state = require(app::backupState(*fixture.session));
    CHECK(state.lastFailed == fixture.clock->now());
    CHECK(state.failure == "InvalidInput");
    CHECK_FALSE(state.lastMade);
    fs::create_directories(fixture.place);
    CHECK(require(app::runDueBackup(*fixture.session)));
    CHECK_FALSE(require(app::backupState(*fixture.session)).lastFailed);
}

TEST_CASE("a place has to be there and is told where it shares the authority's fate", "[backup]")
{
    BackedUpAuthority fixture;
    CHECK(ruleOf(app::setBackupFolder(*fixture.session, fixture.beside).error()) ==
          "folder-missing");
    require(app::setBackupFolder(*fixture.session, fixture.folder / "."));
    CHECK(require(app::backupState(*fixture.session)).warning ==
          app::PlaceWarning::InsideAuthority);
    require(app::setBackupFolder(*fixture.session, fixture.place));
    CHECK(require(app::backupState(*fixture.session)).warning == app::PlaceWarning::SameDisk);
    CHECK(app::placeWarning(fixture.folder, "/proc") == app::PlaceWarning::None);
    const auto row = require(app::recentChanges(*fixture.session)).front();
    CHECK(row.useCase == "set-backup-folder");
    CHECK(row.after.at("folder") == fixture.place.string());
    require(app::setBackupFolder(*fixture.session, {}));
    CHECK(require(app::backupState(*fixture.session)).folder.empty());
}

TEST_CASE("what is let go of are whole backups of this authority only", "[backup][retention]")
{
    BackedUpAuthority fixture;
    require(app::setBackupFolder(*fixture.session, fixture.place));
    std::ofstream(fixture.place / "letter.txt") << "a letter";
    std::ofstream(fixture.place / "letter.homeward-backup") << "a letter";
    BackedUpAuthority other;  // of the same name
    fs::copy(other.backUp().file, fixture.place / "other.homeward-backup");
    const auto damaged = fixture.backUp().file;
    changeByte(damaged, -500);
    for (int i = 0; i < 40; ++i) {
        fixture.later(24);
        require(app::runDueBackup(*fixture.session));
    }
    const auto names = fixture.names();
    for (const std::string& name :
         {std::string("letter.txt"), std::string("letter.homeward-backup"),
          std::string("other.homeward-backup"), damaged.filename().string()})
        CHECK(names.contains(name));
    // 40 days from 2 March: 7 days, 3 weeks more, and the last of March.
    CHECK(names.size() == 4 + 7 + 3 + 1 + 1 - 1);
    CHECK(names.contains("testshire-2026-04-10T100000Z.homeward-backup"));
}

TEST_CASE("backups are listed newest first, damaged ones last", "[backup]")
{
    BackedUpAuthority fixture;
    fixture.backUp();
    fixture.later(5);
    const auto newest = fixture.backUp();
    std::ofstream(fixture.place / "x.homeward-backup") << "no backup";
    const auto listed = require(app::listBackups(fixture.place));
    REQUIRE(listed.size() == 3);
    CHECK(listed[0].info.file == newest.file);
    CHECK(listed[1].info.sequence < newest.sequence);
    CHECK(ruleOf(*listed[2].problem) == "not-a-backup");
    CHECK(ruleOf(app::listBackups(fixture.beside).error()) == "folder-missing");
}

TEST_CASE("what was lost since a backup is told in minutes, rows and people", "[backup][compare]")
{
    BackedUpAuthority fixture;
    fixture.addChild("100");
    const auto backup = fixture.backUp();
    fixture.later(3);
    fixture.addChild("101");
    const auto worker = fixture.signInAs(Role::SocialWorker, "worker");
    fixture.later(2);
    Child child;
    child.caseNumber = "102";
    child.givenName = "Kai";
    child.familyName = "Brook";
    child.birthDate = day("2015-05-01");
    require(app::addChild(*worker, child));

    const auto restored = require(fixture.restore(backup.file, fixture.beside));
    const auto comparison = require(app::compareFolders(
        fixture.folder, "admin", Secret(kPassphrase), restored, fixture.environment));
    CHECK(comparison.presentContinues);
    CHECK(comparison.lost == std::chrono::hours(5));
    CHECK(comparison.counts.front().kind == "child");
    CHECK(comparison.counts.front().present == 3);
    CHECK(comparison.counts.front().restored == 1);
    // Two children, an account, its passphrase made its own; not the backup itself.
    CHECK(comparison.rowsSince == 4);
    REQUIRE(comparison.rowsByPerson.size() == 2);
    const std::map<std::string, std::int64_t> rows(comparison.rowsByPerson.begin(),
                                                   comparison.rowsByPerson.end());
    CHECK(rows == std::map<std::string, std::int64_t>{{"A. Okafor", 2}, {"Person worker", 2}});
}

TEST_CASE("a present authority that was itself put back is not said to continue the backup",
          "[backup][compare]")
{
    BackedUpAuthority fixture;
    const auto first = fixture.backUp();
    fixture.addChild("100");
    const auto second = fixture.backUp();
    const auto older = require(fixture.restore(first.file, fixture.beside));
    const auto newer =
        require(fixture.restore(second.file, fixture.temporary.path() / "restored too"));
    const auto comparison = require(app::compareFolders(
        older.authority.folder, "admin", Secret(kPassphrase), newer, fixture.environment));
    CHECK_FALSE(comparison.presentContinues);
    BackedUpAuthority other;
    CHECK(ruleOf(app::compareFolders(other.folder, "admin", Secret(kPassphrase), newer,
                                     fixture.environment)
                     .error()) == "other-authority");
}

TEST_CASE("replacing keeps the present one under another name", "[backup][replace]")
{
    BackedUpAuthority fixture;
    fixture.addChild("100");
    const auto backup = fixture.backUp();
    fixture.addChild("101");
    const auto restored = require(fixture.restore(backup.file, fixture.beside));
    fixture.session.reset();
    const auto kept = require(
        app::replacePresent(fixture.folder, restored.authority.folder, fixture.clock->now()));
    CHECK(kept.filename() == "authority-replaced-2026-03-01T100000Z");
    CHECK_FALSE(fs::exists(fixture.beside));
    CHECK(test::allChildren(*fixture.signIn("admin"))->size() == 1);
    const auto before =
        require(app::signIn(kept, "admin", Secret(kPassphrase), fixture.environment));
    CHECK(test::allChildren(*before)->size() == 2);
}

TEST_CASE("an authority that another program has open is not replaced", "[backup][replace]")
{
    BackedUpAuthority fixture;
    const auto restored = require(fixture.restore(fixture.backUp().file, fixture.beside));
    fixture.session.reset();
    int ready[2];
    int leave[2];
    REQUIRE(::pipe(ready) == 0);
    REQUIRE(::pipe(leave) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    char byte = 'x';
    if (child == 0) {
        ::close(leave[1]);
        const auto session =
            app::signIn(fixture.folder, "admin", Secret(kPassphrase), fixture.environment);
        (void)!::write(ready[1], &byte, 1);
        (void)!::read(leave[0], &byte, 1);
        ::_exit(session.ok() ? 0 : 1);
    }
    ::close(leave[0]);
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    CHECK(app::replacePresent(fixture.folder, fixture.beside, fixture.clock->now()).error().code ==
          ErrorCode::StoreLocked);
    CHECK(fs::exists(fixture.beside));
    ::close(leave[1]);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    CHECK(app::replacePresent(fixture.folder, fixture.beside, fixture.clock->now()).ok());
}

TEST_CASE("what cannot be restored leaves nothing behind", "[backup][errors]")
{
    BackedUpAuthority fixture;
    const auto backup = fixture.backUp();
    const auto entries = [&] {
        return std::distance(fs::directory_iterator(fixture.temporary.path()), {});
    };
    const auto before = entries();
    CHECK(app::restoreBackup(backup.file, "admin", Secret(std::string_view("not this one")),
                             fixture.beside, fixture.environment)
              .error()
              .code == ErrorCode::WrongPassphrase);
    CHECK(ruleOf(fixture.restore(backup.file, fixture.folder).error()) == "not-empty");
    CHECK(ruleOf(fixture.restore(fixture.folder / "keys.json", fixture.beside).error()) ==
          "not-a-backup");
    changeByte(backup.file, -1);
    CHECK(ruleOf(fixture.restore(backup.file, fixture.beside).error()) == "damaged-backup");
    CHECK(entries() == before);
}

TEST_CASE("the end of the trail that was kept elsewhere shows that the folder was put back",
          "[head]")
{
    BackedUpAuthority fixture;
    fixture.addChild("100");
    const auto copy = fixture.temporary.path() / "older";
    fixture.session.reset();
    fs::copy(fixture.folder, copy, fs::copy_options::recursive);
    fixture.session = fixture.signIn("admin");
    fixture.addChild("101");
    const auto end = require(app::trailEnd(*fixture.session));
    const auto kept = app::trailEndFrom("Kept on Monday:\n " + app::toText(end) + "\nRegards");
    REQUIRE(kept);
    CHECK(kept->sequence == end.sequence);
    CHECK(kept->hash == end.hash);
    CHECK(kept->check == end.check);
    fixture.addChild("102");
    const auto answer = require(app::compareTrailEnd(*fixture.session, *kept));
    CHECK(answer.verdict == app::TrailEndVerdict::Contained);
    CHECK(answer.rowsSince >= 1);

    const auto verdictOf = [&](const app::TrailEnd& asked) {
        const auto older =
            require(app::signIn(copy, "admin", Secret(kPassphrase), fixture.environment));
        return require(app::compareTrailEnd(*older, asked)).verdict;
    };
    app::TrailEnd beyond = *kept;
    beyond.sequence += 1'000;
    beyond.check.clear();
    CHECK(verdictOf(beyond) == app::TrailEndVerdict::Missing);
    {
        const auto older =
            require(app::signIn(copy, "admin", Secret(kPassphrase), fixture.environment));
        for (const char* number : {"200", "201", "202", "203"}) {
            Child child;
            child.caseNumber = number;
            child.givenName = "Kai";
            child.familyName = "Brook";
            child.birthDate = day("2015-05-01");
            require(app::addChild(*older, child, app::SamePerson::AddAnyway));
        }
    }
    CHECK(verdictOf(*kept) == app::TrailEndVerdict::Different);
    app::TrailEnd forged = *kept;
    forged.hash.front() = forged.hash.front() == 'a' ? 'b' : 'a';
    CHECK(verdictOf(forged) == app::TrailEndVerdict::Forged);
    for (const char* text : {"", "5", "5:abc", "x:y:z", "-1:0:0"})
        CHECK_FALSE(app::trailEndFrom(text));
    const auto worker = fixture.signInAs(Role::SocialWorker, "worker");
    CHECK(app::trailEnd(*worker).error().code == ErrorCode::NotPermitted);
}
