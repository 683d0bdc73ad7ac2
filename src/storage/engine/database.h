#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "storage/engine/transaction.h"
#include "storage/engine/write_lock.h"
#include "support/result.h"
#include "support/run_control.h"
#include "support/secrets/secret.h"

namespace homeward::storage {

/// Version of the schema this program writes: number of the last migration.
int currentSchemaVersion();

/// One connection to one authority's records; one per thread.
class Database {
public:
    ~Database();

    /// Makes a new encrypted file and runs all migrations. Fails with: StorageFull, StorageFailed,
    /// InvalidInput (file: already-exists).
    static Result<std::unique_ptr<Database>> create(const std::filesystem::path& file,
                                                    const Secret& key);

    /// Opens an existing file: reads its version first; newer than this program can read:
    /// StoreTooNew, nothing touched. Older: integrity check, backup in `backupFolder` verified by
    /// opening it, then the missing steps one transaction each. Fails with: NotFound, StoreForeign
    /// (not a database for this key, or no Homeward one), StoreTooNew, StoreDamaged, StoreLocked,
    /// StorageFull.
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file,
                                                  const Secret& key,
                                                  const std::filesystem::path& backupFolder);

    /// For looking only, where nothing may be written or must not be: takes no lock, makes no file.
    /// Where a write-ahead log is there, the store and its log are copied into a private temporary
    /// folder and read from there. Every write fails with ReadOnly. Fails with: those of open.
    static Result<std::unique_ptr<Database>> openForReading(const std::filesystem::path& file,
                                                            const Secret& key);

    /// Who is asked while another program or thread is writing; 5 s of patience by default.
    void setWaiting(Waiting waiting);

    /// Runs `work` in one transaction begun for writing (BEGIN IMMEDIATE), under the write lock:
    /// committed when it gives a value, rolled back when it gives an Error or throws. `label` is
    /// for the log, e.g. "complete assessment". A value means: it is on disk, in the file that
    /// stands in the folder. Fails with: what `work` gives; StoreReplaced (deleted, moved or
    /// replaced since it was opened), StoreLocked (waited as long as setWaiting allows), ReadOnly,
    /// StorageFull, StorageFailed.
    template <typename T>
    Result<T> write(const std::string& label, const std::function<Result<T>(Transaction&)>& work);

    /// Runs `work` in one read transaction: everything it reads is of one moment.
    template <typename T>
    Result<T> read(const std::string& label, const std::function<Result<T>(Transaction&)>& work);

    /// Whether the files held open are those in the folder. 4 µs.
    bool isInPlace() const;

    /// Changes when another connection, here or in another program, has committed (PRAGMA
    /// data_version).
    std::int64_t outsideChanges();

    /// Reads every page. Fails with: StoreDamaged (fact "problem"), Cancelled.
    Result<Done> checkIntegrity(const RunControl& control = {});

    struct Impl;
    explicit Database(std::unique_ptr<Impl> impl);

private:
    using Work = std::function<std::optional<Error>(Transaction&)>;
    Result<Done> run(const std::string& label, bool writing, const Work& work);
    Result<Done> runLocked(const std::string& label, const Work& work);
    Result<Done> transact(const std::string& label, bool writing, const Work& work);
    std::unique_ptr<Impl> m_impl;
};

template <typename T>
Result<T> Database::write(const std::string& label,
                          const std::function<Result<T>(Transaction&)>& work)
{
    std::optional<T> answer;
    Result<Done> ran = run(label, true, [&](Transaction& transaction) -> std::optional<Error> {
        Result<T> result = work(transaction);
        if (!result)
            return result.error();
        answer = std::move(*result);
        return std::nullopt;
    });
    if (!ran)
        return ran.error();
    return std::move(*answer);
}

template <typename T>
Result<T> Database::read(const std::string& label,
                         const std::function<Result<T>(Transaction&)>& work)
{
    std::optional<T> answer;
    Result<Done> ran = run(label, false, [&](Transaction& transaction) -> std::optional<Error> {
        Result<T> result = work(transaction);
        if (!result)
            return result.error();
        answer = std::move(*result);
        return std::nullopt;
    });
    if (!ran)
        return ran.error();
    return std::move(*answer);
}

}  // namespace homeward::storage
