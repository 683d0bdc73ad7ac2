#include "storage/database.h"

#include <cassert>
#include <thread>

#include "storage/backup.h"
#include "storage/connection.h"
#include "storage/error_mapping.h"
#include "storage/query.h"
#include "storage/store_opening.h"
#include "support/clock.h"
#include "support/durable_file.h"

namespace homeward::storage {

struct Database::Impl {
    std::unique_ptr<soci::session> session;
    bool inTransaction = false;
    std::int64_t lastOutsideChanges = 0;
};

namespace {

Error storeError(ErrorCode code, const std::string& detail)
{
    return {code, "open store: " + detail, {}};
}

std::optional<SchemaState> lookOnce(const std::filesystem::path& file, const Secret& key)
{
    return schemaState(*openConnection(file, key, OpenMode::Look));
}

/// Reads the schema version without touching the file. Tries again when the first page does not
/// fit the key: another program may be writing that page at this moment.
Result<SchemaState> lookAt(const std::filesystem::path& file, const Secret& key)
{
    constexpr int kTries = 3;
    for (int attempt = 1;; ++attempt) {
        try {
            const std::optional<SchemaState> state = lookOnce(file, key);
            if (!state)
                return storeError(ErrorCode::StoreForeign, "no schema version");
            return *state;
        } catch (const std::exception& thrown) {
            Error error = toError(thrown, "look at store");
            if (error.code != ErrorCode::StoreForeign || attempt == kTries)
                return error;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
}

std::filesystem::path backupName(const std::filesystem::path& folder,
                                 const std::filesystem::path& file, int version, Timestamp at)
{
    std::string moment = at.toIso();
    std::erase(moment, ':');
    return folder / (file.stem().string() + "-version-" + std::to_string(version) + "-" + moment +
                     file.extension().string());
}

Result<Done> backUpAndMigrate(soci::session& sql, const std::filesystem::path& file,
                              const Secret& key, const std::filesystem::path& backupFolder,
                              std::span<const Migration> steps, int fromVersion)
{
    const Timestamp now = SystemClock().now();
    if (integrityProblem(sql, false))
        return storeError(ErrorCode::StoreDamaged, "integrity check before migration");
    if (Result<Done> saved = backUp(sql, key, backupName(backupFolder, file, fromVersion, now));
        !saved)
        return saved;
    migrate(sql, steps, now);
    return Done{};
}

Result<Done> checkThere(const std::filesystem::path& file)
{
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed))
        return storeError(ErrorCode::StoreMissing, "no file");
    if (std::filesystem::file_size(file, failed) == 0)
        return storeError(ErrorCode::StoreDamaged, "empty file");
    return Done{};
}

Result<Done> writeNewStore(const std::filesystem::path& file, const Secret& key,
                           std::span<const Migration> steps)
{
    try {
        const std::unique_ptr<soci::session> sql = openConnection(file, key, OpenMode::Create);
        std::error_code ignored;  // a file system without owners cannot do this
        std::filesystem::permissions(
            file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
        makeVersionTable(*sql);
        migrate(*sql, steps, SystemClock().now());
        return Done{};
    } catch (const std::exception& thrown) {
        return toError(thrown, "create store");
    }
}

}  // namespace

int currentSchemaVersion()
{
    return builtInMigrations().back().version;
}

Database::Database(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Database::~Database() = default;

Result<std::unique_ptr<Database>> createStore(const std::filesystem::path& file, const Secret& key,
                                              std::span<const Migration> steps)
{
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored))
        return invalidInput("file", "already-exists");
    std::filesystem::path unfinished = file;
    unfinished += ".unfinished";
    removeStoreFiles(unfinished);
    Result<Done> made = writeNewStore(unfinished, key, steps);
    if (made)
        made = moveDurably(unfinished, file);
    if (!made) {
        removeStoreFiles(unfinished);
        return made.error();
    }
    return openStore(file, key, file.parent_path(), steps);
}

Result<std::unique_ptr<Database>> openStore(const std::filesystem::path& file, const Secret& key,
                                            const std::filesystem::path& backupFolder,
                                            std::span<const Migration> steps)
{
    if (const Result<Done> there = checkThere(file); !there)
        return there.error();
    const Result<SchemaState> state = lookAt(file, key);
    if (!state)
        return state.error();
    const int ours = steps.back().version;
    if (state->version > ours && state->minReader > ours)
        return storeError(ErrorCode::StoreTooNew, "version " + std::to_string(state->version));
    try {
        auto impl = std::make_unique<Database::Impl>();
        impl->session = openConnection(file, key, OpenMode::ReadWrite);
        if (state->version < ours) {
            const Result<Done> migrated =
                backUpAndMigrate(*impl->session, file, key, backupFolder, steps, state->version);
            if (!migrated)
                return migrated.error();
        }
        return std::make_unique<Database>(std::move(impl));
    } catch (const std::exception& thrown) {
        return toError(thrown, "open store");
    }
}

Result<std::unique_ptr<Database>> Database::create(const std::filesystem::path& file,
                                                   const Secret& key)
{
    return createStore(file, key, builtInMigrations());
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file,
                                                 const Secret& key,
                                                 const std::filesystem::path& backupFolder)
{
    return openStore(file, key, backupFolder, builtInMigrations());
}

Result<Done> Database::run(const std::string& label, bool writing,
                           const std::function<std::optional<Error>(Transaction&)>& work)
{
    assert(!m_impl->inTransaction && "a transaction inside a transaction");
    if (m_impl->inTransaction)
        return Error{ErrorCode::Internal, label + ": nested transaction", {}};
    soci::session& sql = *m_impl->session;
    struct Running {
        bool& flag;
        explicit Running(bool& f) : flag(f) { flag = true; }
        ~Running() { flag = false; }
    } running(m_impl->inTransaction);
    try {
        sql << (writing ? "pragma query_only = off" : "pragma query_only = on");
        sql << (writing ? "begin immediate" : "begin");
    } catch (const std::exception& thrown) {
        return toError(thrown, label);
    }
    try {
        Transaction transaction(sql);
        if (std::optional<Error> refused = work(transaction)) {
            rollBackQuietly(sql);
            return *refused;
        }
        sql << "commit";
        return Done{};
    } catch (const std::exception& thrown) {
        rollBackQuietly(sql);
        return toError(thrown, label);
    }
}

std::int64_t Database::outsideChanges()
{
    try {
        long long version = 0;
        Query(*m_impl->session, "pragma data_version").into(version).first();
        m_impl->lastOutsideChanges = version;
    } catch (const std::exception&) {
        // Not knowing is no change; whoever reads next meets the same failure and tells it.
    }
    return m_impl->lastOutsideChanges;
}

Result<Done> Database::checkIntegrity()
{
    try {
        const std::optional<std::string> problem = integrityProblem(*m_impl->session, true);
        if (problem)
            return Error{ErrorCode::StoreDamaged, "check integrity", {{"problem", *problem}}};
        return Done{};
    } catch (const std::exception& thrown) {
        Error error = toError(thrown, "check integrity");
        error.facts["problem"] = "unreadable";
        return error;
    }
}

}  // namespace homeward::storage
