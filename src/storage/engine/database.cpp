#include "storage/engine/database.h"

#include <cassert>
#include <cerrno>
#include <cstdlib>
#include <thread>

#include "storage/backups/backup.h"
#include "storage/engine/checkpoint.h"
#include "storage/engine/connection.h"
#include "storage/engine/error_mapping.h"
#include "storage/engine/query.h"
#include "storage/engine/store_opening.h"
#include "storage/trail/record_seals.h"
#include "support/clock.h"
#include "support/files/durable_file.h"
#include "support/os/file.h"
#include "support/text/path_text.h"

namespace homeward::storage {

namespace {

std::filesystem::path lockFileOf(std::filesystem::path store)
{
    store += ".lock";
    return store;
}

}  // namespace

struct Database::Impl {
    explicit Impl(const std::filesystem::path& file)
        : held(file), checkpoints(held), lockFile(lockFileOf(file))
    {
    }
    ~Impl();

    HeldFiles held;
    Checkpoints checkpoints;
    LockFile lockFile;
    Waiting waiting = patientWaiting();
    std::chrono::steady_clock::time_point busySince;
    TouchedRows touched;
    std::unique_ptr<soci::session> session;
    std::filesystem::path privateCopy;  ///< Folder to be removed at the end; empty: none.
    bool readOnly = false;
    bool inTransaction = false;
    std::int64_t lastOutsideChanges = 0;
};

Database::Impl::~Impl()
{
    // The last connection that closes brings the log into the store; not while another one writes,
    // which is connected as well, so that this is not the last one and need not wait for it.
    const bool locked = !readOnly && session && held.areInPlace() &&
                        lockFile.lock([](std::chrono::milliseconds) { return false; }).ok();
    session.reset();
    if (locked)
        lockFile.unlock();
    std::error_code ignored;
    if (!privateCopy.empty())
        std::filesystem::remove_all(privateCopy, ignored);
}

namespace {

/// SQLite asks while a program that knows nothing of our write lock holds the store.
int onBusy(void* context, int tries)
{
    auto& impl = *static_cast<Database::Impl*>(context);
    const auto now = std::chrono::steady_clock::now();
    if (tries == 0)
        impl.busySince = now;
    if (!impl.waiting(std::chrono::duration_cast<std::chrono::milliseconds>(now - impl.busySince)))
        return 0;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return 1;
}

/// Ready for use: knows its files, asks while it waits, notes what is changed.
Result<std::unique_ptr<Database>> readyForUse(std::unique_ptr<Database::Impl> impl)
{
    int tables = 0;
    Query(*impl->session, "select count(*) from sqlite_master").into(tables).first();
    if (!impl->held.remember())
        return Error{ErrorCode::StoreReplaced, "open store: exchanged while opening", {}};
    impl->checkpoints.remember();
    sqlite_api::sqlite3_busy_handler(handleOf(*impl->session), &onBusy, impl.get());
    if (!impl->readOnly)
        impl->touched.watch(*impl->session);
    return std::make_unique<Database>(std::move(impl));
}

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
    return folder / pathFrom(pathText(file.stem()) + "-version-" + std::to_string(version) + "-" +
                             moment + pathText(file.extension()));
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

/// Throws std::filesystem::filesystem_error.
std::filesystem::path newPrivateFolder()
{
    if (auto folder = os::makePrivateFolder(std::filesystem::temp_directory_path()))
        return *std::move(folder);
    throw std::filesystem::filesystem_error("private folder",
                                            std::error_code(errno, std::generic_category()));
}

/// The store and its log as they are at this moment. Throws std::filesystem::filesystem_error.
void copyStore(const std::filesystem::path& file, const std::filesystem::path& folder)
{
    for (const char* suffix : {"", "-wal"}) {
        std::filesystem::path part = file;
        part += suffix;
        std::filesystem::copy_file(part, folder / part.filename());
    }
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
            file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
            ignored);
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
        auto impl = std::make_unique<Database::Impl>(file);
        impl->session = openConnection(file, key, OpenMode::ReadWrite);
        if (state->version < ours) {
            const Result<Done> migrated =
                backUpAndMigrate(*impl->session, file, key, backupFolder, steps, state->version);
            if (!migrated)
                return migrated.error();
        }
        return readyForUse(std::move(impl));
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

Result<std::unique_ptr<Database>> Database::openForReading(const std::filesystem::path& file,
                                                           const Secret& key)
{
    if (const Result<Done> there = checkThere(file); !there)
        return there.error();
    try {
        auto impl = std::make_unique<Database::Impl>(file);
        impl->readOnly = true;
        std::filesystem::path read = file;
        if (std::error_code missing;
            std::filesystem::file_size(impl->held.log(), missing) > 0 && !missing) {
            impl->privateCopy = newPrivateFolder();
            copyStore(file, impl->privateCopy);
            read = impl->privateCopy / file.filename();
        }
        const Result<SchemaState> state = lookAt(read, key);
        if (!state)
            return state.error();
        if (state->version != currentSchemaVersion())
            return storeError(state->version > currentSchemaVersion() ? ErrorCode::StoreTooNew
                                                                      : ErrorCode::ReadOnly,
                              "version " + std::to_string(state->version));
        impl->session = openConnection(read, key, OpenMode::Look);
        return readyForUse(std::move(impl));
    } catch (const std::exception& thrown) {
        return toError(thrown, "open store for reading");
    }
}

void Database::setWaiting(Waiting waiting)
{
    m_impl->waiting = std::move(waiting);
}

bool Database::isInPlace() const
{
    return m_impl->held.areInPlace();
}

Result<Done> Database::run(const std::string& label, bool writing, const Work& work)
{
    assert(!m_impl->inTransaction && "a transaction inside a transaction");
    if (m_impl->inTransaction)
        return Error{ErrorCode::Internal, label + ": nested transaction", {}};
    struct Running {
        bool& flag;
        explicit Running(bool& f) : flag(f) { flag = true; }
        ~Running() { flag = false; }
    } running(m_impl->inTransaction);
    return writing ? runLocked(label, work) : transact(label, false, work);
}

Result<Done> Database::runLocked(const std::string& label, const Work& work)
{
    if (m_impl->readOnly)
        return Error{ErrorCode::ReadOnly, label + ": opened for reading", {}};
    const Error replaced{ErrorCode::StoreReplaced, label + ": files are not those opened", {}};
    if (!m_impl->held.areInPlace())
        return replaced;
    if (Result<Done> locked = m_impl->lockFile.lock(m_impl->waiting); !locked)
        return locked;
    const WriteLock lock(m_impl->lockFile);
    if (!m_impl->held.areInPlace() || !m_impl->checkpoints.onlyOwnersWrote(m_impl->lockFile))
        return replaced;
    if (Result<Done> done = transact(label, true, work); !done)
        return done;
    // Committed, but perhaps into a file that nobody will find again: that is not saved.
    if (!m_impl->held.areInPlace())
        return replaced;
    m_impl->checkpoints.runIfLong(*m_impl->session, m_impl->lockFile);
    return Done{};
}

Result<Done> Database::transact(const std::string& label, bool writing, const Work& work)
{
    soci::session& sql = *m_impl->session;
    try {
        sql << (writing ? "pragma query_only = off" : "pragma query_only = on");
        sql << (writing ? "begin immediate" : "begin");
    } catch (const std::exception& thrown) {
        return toError(thrown, label);
    }
    try {
        if (writing)
            m_impl->touched.forget(sql);
        Transaction transaction(sql, &m_impl->touched);
        if (std::optional<Error> refused = work(transaction)) {
            rollBackQuietly(sql);
            return *refused;
        }
        if (writing)
            m_impl->touched.forget(sql);
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

Result<Done> Database::checkIntegrity(const RunControl& control)
{
    constexpr int kStepsBetweenStopChecks = 2000;
    sqlite_api::sqlite3* const handle = handleOf(*m_impl->session);
    const auto stop = [](void* asked) {
        return static_cast<const RunControl*>(asked)->stopRequested() ? 1 : 0;
    };
    sqlite_api::sqlite3_progress_handler(handle, kStepsBetweenStopChecks, stop,
                                         const_cast<RunControl*>(&control));
    Result<Done> checked = [&]() -> Result<Done> {
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
    }();
    sqlite_api::sqlite3_progress_handler(handle, 0, nullptr, nullptr);
    if (!checked && control.stopRequested())
        return Error{ErrorCode::Cancelled, "check integrity", {}};
    return checked;
}

}  // namespace homeward::storage
