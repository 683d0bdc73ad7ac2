#pragma once

#include "storage/backups/backup_file.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <thread>

#include "storage/backups/backup.h"
#include "storage/keys/key_file.h"
#include "storage/records/child_repository.h"
#include "tests/storage/store_under_test.h"

namespace homeward::test {

using namespace homeward::storage;
namespace fs = std::filesystem;

inline constexpr const char* kAccount = "admin";
inline constexpr const char* kPassphrase = "correct horse battery";
inline const Timestamp kMoment{1'774'967'527'000};

inline std::string read(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void write(const fs::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

/// A store with keys and a trail of `rows` rows, and a folder for backups.
class BackedUp {
public:
    explicit BackedUp(int rows = 20)
    {
        fs::create_directories(folder / "authority");
        fs::create_directories(place);
        REQUIRE(KeyFile::create(keys, "Testshire", true).ok());
        REQUIRE(
            KeyFile::putSlot(keys, kAccount, Secret(kPassphrase), key, KdfLimits::least()).ok());
        auto made = Database::create(databaseFile, key);
        REQUIRE(made.ok());
        database = std::move(*made);
        REQUIRE(append(*database, rows));
    }

    /// One child and one row each, in transactions of their own. False: one failed. Asserts
    /// nothing, so that any thread may call it.
    bool append(Database& into, int rows)
    {
        for (int i = 0; i < rows; ++i) {
            const auto written = into.write<Done>("append", [&](Transaction& t) -> Result<Done> {
                AuditChain chain(t, chainKey);
                const std::string id = std::to_string(chain.head().sequence + 1);
                const Stamp stamp{kMoment, AccountId{"account"}};
                Child child;
                child.id = ChildId{id};
                child.caseNumber = id;
                child.aboutMe.whatMattersToMe = std::string(1'000, 'x');
                ChildRepository(t).insertMany({child}, stamp);
                chain.append({"add-child", "child", id, child.id, {}, {{"name", id}}}, stamp);
                return Done{};
            });
            if (!written)
                return false;
        }
        return true;
    }

    Result<BackupHeader> backUp(const fs::path& target, const RunControl& control = {})
    {
        return backUp(*database, target, control);
    }
    Result<BackupHeader> backUp(Database& from, const fs::path& target, const RunControl& control)
    {
        const BackupPlan plan{keys, folder / "work", key, kMoment};
        return from.read<BackupHeader>(
            "back up", [&](Transaction& t) { return writeBackup(t, plan, target, control); });
    }
    fs::path made(const char* name = "a.homeward-backup")
    {
        const fs::path file = place / name;
        const auto header = backUp(file);
        if (!header)
            FAIL(header.error().detail);
        return file;
    }
    Result<UnpackedBackup> unpack(const fs::path& file, const char* passphrase = kPassphrase)
    {
        return unpackBackup(file, kAccount, Secret(std::string_view(passphrase)),
                            folder / "unpacked.homeward");
    }
    /// Everything in a folder, files that begin with a dot too.
    static std::size_t filesIn(const fs::path& where)
    {
        if (!fs::exists(where))
            return 0;
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(where), fs::directory_iterator()));
    }

    TemporaryFolder temporary;
    fs::path folder = temporary.path();
    fs::path keys = folder / "authority" / "keys.json";
    fs::path databaseFile = folder / "authority" / "authority.homeward";
    fs::path place = folder / "second place";
    Secret key = fixedKey();
    Secret chainKey = derivedKey(key, "auditlog");
    std::unique_ptr<Database> database;
};

/// The chain of an unpacked store, recomputed against the head of the backup.
inline ChainReport verifiedChain(const BackedUp& store, const fs::path& file, const ChainHead& head)
{
    auto opened = Database::open(file, store.key, store.folder);
    REQUIRE(opened.ok());
    auto report = (*opened)->read<ChainReport>(
        "verify", [&](Transaction& t) { return verifyChain(t, store.chainKey, head, {}); });
    REQUIRE(report.ok());
    return *report;
}

inline std::string ruleOf(const Error& error)
{
    const auto rule = error.facts.find("rule");
    return rule == error.facts.end() ? std::string() : rule->second;
}

/// Fewer bytes than any backup needs may be written to one file while this lives.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t bytes)
    {
        m_ignored = ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        ::signal(SIGXFSZ, m_ignored);
    }

private:
    rlimit m_before{};
    sighandler_t m_ignored = nullptr;
};

}  // namespace homeward::test
