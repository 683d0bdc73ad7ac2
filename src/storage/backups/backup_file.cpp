#include "storage/backups/backup_file.h"

#include <sodium.h>

#include <array>
#include <cerrno>
#include <functional>

#include "storage/backups/backup.h"
#include "storage/backups/backup_form.h"
#include "storage/backups/unfinished_file.h"
#include "storage/engine/connection.h"
#include "storage/engine/error_mapping.h"
#include "storage/engine/migrator.h"
#include "storage/engine/query.h"
#include "storage/keys/key_file.h"
#include "storage/keys/keyed_hash.h"
#include "support/files/durable_file.h"
#include "support/os/file.h"
#include "support/text/path_text.h"

namespace homeward::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunkBytes = std::size_t{1} << 20;
using Check = std::array<unsigned char, kBackupCheckBytes>;
using Sink = std::function<Result<Done>(std::string_view)>;

/// BLAKE2b over the bytes of a backup as they pass by.
class RunningCheck {
public:
    explicit RunningCheck(const Secret& databaseKey)
    {
        const Secret key = derivedKey(databaseKey, "backup01");
        crypto_generichash_init(&m_state, key.data(), key.size(), kBackupCheckBytes);
    }
    void add(std::string_view bytes)
    {
        crypto_generichash_update(&m_state, reinterpret_cast<const unsigned char*>(bytes.data()),
                                  bytes.size());
    }
    Check value()
    {
        Check check;
        crypto_generichash_final(&m_state, check.data(), check.size());
        return check;
    }

private:
    crypto_generichash_state m_state;
};

/// One part of the way from 0 to 1,000.
struct Stretch {
    const RunControl& control;
    int from;
    int to;
    void tell(std::uint64_t done, std::uint64_t total) const
    {
        const auto share =
            total == 0 ? 1.0 : static_cast<double>(done) / static_cast<double>(total);
        control.progress(from + static_cast<int>((to - from) * share), 1000);
    }
};

Error cancelled()
{
    return {ErrorCode::Cancelled, "backup file", {}};
}

/// False: the file ends before, or cannot be read; errno tells, 0 for its end.
bool readWhole(const os::File& file, void* to, std::size_t size)
{
    const auto got = file.readFully(to, size);
    if (got && *got < size)
        errno = 0;
    return got == size;
}

/// Hands `size` bytes on in chunks.
Result<Done> passOn(const os::File& file, std::uint64_t size, const Stretch& stretch,
                    const Sink& sink)
{
    std::string chunk(kChunkBytes, '\0');
    for (std::uint64_t done = 0; done < size;) {
        if (stretch.control.stopRequested())
            return cancelled();
        const auto part =
            static_cast<std::size_t>(std::min<std::uint64_t>(kChunkBytes, size - done));
        if (!readWhole(file, chunk.data(), part))
            return errno == 0 ? badBackup("damaged-backup") : fileError(errno, "read backup");
        if (auto taken = sink(std::string_view(chunk).substr(0, part)); !taken)
            return taken;
        done += part;
        stretch.tell(done, size);
    }
    return Done{};
}

/// A backup with its header read; stays at the beginning of the database.
struct OpenedBackup {
    os::File file;
    std::string start;  ///< everything before the database
    BackupHeader header;
};

Error inFile(Error error, const fs::path& file)
{
    if (error.code == ErrorCode::FileUnreadable)
        error.facts["file"] = pathText(file);
    return error;
}

Result<OpenedBackup> readStart(os::File file)
{
    const auto state = file.state();
    if (!state)
        return fileError(errno, "look at backup");
    if (state->type != fs::file_type::regular)
        return badBackup("not-a-backup");
    const std::uint64_t size = state->bytes;
    OpenedBackup opened{std::move(file), {}, {}};
    opened.start.resize(
        static_cast<std::size_t>(std::min<std::uint64_t>(size, kBackupPrefixBytes)));
    if (!readWhole(opened.file, opened.start.data(), opened.start.size()))
        return badBackup("damaged-backup");
    const Result<std::size_t> bytes = backupPrefixBytes(opened.start);
    if (!bytes)
        return bytes.error();
    if (*bytes > size)
        return badBackup("damaged-backup");
    opened.start.resize(*bytes);
    if (!readWhole(opened.file, opened.start.data() + kBackupPrefixBytes,
                   *bytes - kBackupPrefixBytes))
        return badBackup("damaged-backup");
    auto parsed = parseBackupHeader(opened.start);
    if (!parsed)
        return parsed.error();
    // No overflow: databaseBytes is at most 2^48.
    if (size != *bytes + parsed->header.databaseBytes + kBackupCheckBytes)
        return badBackup("damaged-backup");
    opened.header = std::move(parsed->header);
    return opened;
}

Result<OpenedBackup> openBackup(const fs::path& file)
{
    os::File found(file, os::Opening::Read);
    if (!found.isOpen())
        return Error{ErrorCode::FileUnreadable,
                     "open backup: errno " + std::to_string(errno),
                     {{"file", pathText(file)}}};
    auto opened = readStart(std::move(found));
    if (!opened)
        return inFile(opened.error(), file);
    return opened;
}

/// Reads on from the database to the end of the file and hands the database on.
Result<Done> checkRest(const OpenedBackup& opened, const Secret& databaseKey,
                       const Stretch& stretch, const Sink& sink)
{
    RunningCheck check(databaseKey);
    check.add(opened.start);
    auto passed =
        passOn(opened.file, opened.header.databaseBytes, stretch, [&](std::string_view part) {
            check.add(part);
            return sink(part);
        });
    if (!passed)
        return passed;
    Check kept;
    char beyond = 0;
    if (!readWhole(opened.file, kept.data(), kept.size()) || readWhole(opened.file, &beyond, 1) ||
        sodium_memcmp(kept.data(), check.value().data(), kept.size()) != 0)
        return badBackup("damaged-backup");
    return Done{};
}

Result<Done> takeNothing(std::string_view)
{
    return Done{};
}

ChainHead headOf(soci::session& sql)
{
    ChainHead head;
    Query(sql, "select sequence, hash from audit order by sequence desc limit 1")
        .into(head.sequence)
        .into(head.hash)
        .first();
    return head;
}

/// Fixes the moment: the first read of the transaction and the keys, with nobody changing a slot in
/// between.
Result<BackupHeader> headerOfNow(Transaction& transaction, const BackupPlan& plan)
{
    const os::FolderLock lock(plan.keyFile.parent_path());
    if (!lock.isHeld())
        return fileError(lock.problem(), "lock key file");
    BackupHeader header;
    header.madeAt = plan.madeAt;
    header.head = headOf(transaction.session());
    header.schemaVersion = schemaState(transaction.session()).value_or(SchemaState{}).version;
    const auto keys = readSmallFile(plan.keyFile);
    if (!keys)
        return keys.error();
    if (!keys->has_value())
        return Error{ErrorCode::KeyFileMissing, "back up: no key file", {}};
    header.keysText = **keys;
    // Keys of another database would make a backup that nobody can open.
    if (const auto ours = KeyFile::checkText(header.keysText, plan.databaseKey); !ours)
        return ours.error();
    const auto description = KeyFile::describeText(header.keysText);
    if (!description)
        return description.error();
    header.authorityName = description->authorityName;
    header.demonstration = description->demonstration;
    return header;
}

Result<Done> pack(const BackupHeader& header, const Secret& databaseKey, os::File& database,
                  UnfinishedFile& into, const Stretch& stretch)
{
    RunningCheck check(databaseKey);
    const Sink put = [&](std::string_view bytes) {
        check.add(bytes);
        return into.write(bytes);
    };
    if (auto written = put(backupPrefix(header)); !written)
        return written;
    if (!database.rewind())
        return fileError(errno, "read copy");
    if (auto written = passOn(database, header.databaseBytes, stretch, put); !written)
        return written;
    const Check value = check.value();
    if (auto written = into.write({reinterpret_cast<const char*>(value.data()), value.size()});
        !written)
        return written;
    return into.flush();
}

/// What was written is read from the disk, not from memory, where the system lets us.
Result<Done> readBack(UnfinishedFile& file, const Secret& databaseKey, const Stretch& stretch)
{
    file.file().forgetCached();
    const auto opened = openBackup(file.path());
    if (!opened)
        return opened.error();
    return checkRest(*opened, databaseKey, stretch, takeNothing);
}

/// The check holds, so whatever is wrong now was wrong when the backup was made.
Result<Done> checkUnpacked(const fs::path& database, const UnpackedBackup& unpacked)
{
    try {
        const auto sql = openConnection(database, unpacked.databaseKey, OpenMode::Look);
        const std::optional<SchemaState> state = schemaState(*sql);
        const int ours = builtInMigrations().back().version;
        if (state && state->version > ours && state->minReader > ours)
            return Error{ErrorCode::StoreTooNew, "unpack backup", {}};
        const ChainHead head = headOf(*sql);
        if (!state || integrityProblem(*sql, true) ||
            head.sequence != unpacked.header.head.sequence ||
            head.hash != unpacked.header.head.hash)
            return Error{ErrorCode::StoreDamaged, "unpack backup: database", {}};
        return Done{};
    } catch (const std::exception& thrown) {
        return toError(thrown, "unpack backup");
    }
}

}  // namespace

Result<BackupHeader> readBackupHeader(const fs::path& file)
{
    auto opened = openBackup(file);
    if (!opened)
        return opened.error();
    return std::move(opened->header);
}

Result<BackupHeader> verifyBackup(const fs::path& file, const Secret& databaseKey,
                                  const RunControl& control)
{
    auto opened = openBackup(file);
    if (!opened)
        return opened.error();
    if (auto checked = checkRest(*opened, databaseKey, {control, 0, 1000}, takeNothing); !checked)
        return inFile(checked.error(), file);
    return std::move(opened->header);
}

Result<BackupHeader> writeBackup(Transaction& transaction, const BackupPlan& plan,
                                 const fs::path& target, const RunControl& control)
{
    std::error_code failed;
    if (fs::exists(fs::symlink_status(target, failed)))
        return Error{ErrorCode::FileExists, "back up", {{"file", pathText(target)}}};
    const bool made = fs::create_directories(plan.workFolder, failed);
    if (failed)
        return fileError(failed, "make work folder");
    if (made)
        fs::permissions(plan.workFolder, fs::perms::owner_all, failed);
    auto header = headerOfNow(transaction, plan);
    if (!header)
        return header.error();
    auto copy = UnfinishedFile::make(plan.workFolder);
    if (!copy)
        return copy.error();
    const RunControl copying{control.stop,
                             [&](int done, int) { control.progress(done / 2, 1000); }};
    if (auto copied = copyStore(transaction.session(), plan.databaseKey, (*copy)->path(), copying);
        !copied)
        return copied.error();
    const auto copyState = (*copy)->file().state();
    if (!copyState)
        return fileError(errno, "look at copy");
    header->databaseBytes = copyState->bytes;
    auto file = UnfinishedFile::make(target.parent_path().empty() ? "." : target.parent_path());
    if (!file)
        return file.error();
    if (auto packed = pack(*header, plan.databaseKey, (*copy)->file(), **file, {control, 500, 750});
        !packed)
        return packed.error();
    if (auto sound = readBack(**file, plan.databaseKey, {control, 750, 1000}); !sound)
        return sound.error().code == ErrorCode::Cancelled
                   ? sound.error()
                   : Error{ErrorCode::StorageFailed, "back up: not as it was written", {}};
    if (control.stopRequested())
        return cancelled();
    if (auto named = (*file)->rename(target); !named)
        return named.error();
    return header;
}

Result<UnpackedBackup> unpackBackup(const fs::path& file, const std::string& account,
                                    const Secret& passphrase, const fs::path& databaseFile,
                                    const RunControl& control)
{
    auto opened = openBackup(file);
    if (!opened)
        return opened.error();
    auto key = KeyFile::unlockText(opened->header.keysText, account, passphrase);
    if (!key)
        return key.error();
    auto database = UnfinishedFile::make(databaseFile.parent_path());
    if (!database)
        return database.error();
    const auto written = checkRest(*opened, *key, {control, 0, 900},
                                   [&](std::string_view part) { return (*database)->write(part); });
    if (!written)
        return inFile(written.error(), file);
    if (auto flushed = (*database)->flush(); !flushed)
        return flushed.error();
    UnpackedBackup unpacked{std::move(opened->header), std::move(*key)};
    if (auto sound = checkUnpacked((*database)->path(), unpacked); !sound)
        return sound.error();
    if (auto named = (*database)->rename(databaseFile); !named)
        return named.error();
    control.progress(1000, 1000);
    return unpacked;
}

}  // namespace homeward::storage
