#include "storage/backup_file.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <functional>

#include "storage/backup.h"
#include "storage/backup_form.h"
#include "storage/connection.h"
#include "storage/error_mapping.h"
#include "storage/key_file.h"
#include "storage/keyed_hash.h"
#include "storage/migrator.h"
#include "storage/query.h"
#include "storage/unfinished_file.h"
#include "support/durable_file.h"

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
bool readFully(int handle, char* to, std::size_t size)
{
    while (size > 0) {
        const ssize_t got = ::read(handle, to, size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            errno = got == 0 ? 0 : errno;
            return false;
        }
        to += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

/// Hands `size` bytes on in chunks.
Result<Done> passOn(int handle, std::uint64_t size, const Stretch& stretch, const Sink& sink)
{
    std::string chunk(kChunkBytes, '\0');
    for (std::uint64_t done = 0; done < size;) {
        if (stretch.control.stopRequested())
            return cancelled();
        const auto part =
            static_cast<std::size_t>(std::min<std::uint64_t>(kChunkBytes, size - done));
        if (!readFully(handle, chunk.data(), part))
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
    std::unique_ptr<OwnedHandle> handle;
    std::string start;  ///< everything before the database
    BackupHeader header;
};

Error inFile(Error error, const fs::path& file)
{
    if (error.code == ErrorCode::FileUnreadable)
        error.facts["file"] = file.string();
    return error;
}

Result<OpenedBackup> openHandle(std::unique_ptr<OwnedHandle> handle)
{
    struct stat state {};
    if (::fstat(handle->get(), &state) != 0)
        return fileError(errno, "look at backup");
    if (!S_ISREG(state.st_mode))
        return badBackup("not-a-backup");
    const auto size = static_cast<std::uint64_t>(state.st_size);
    OpenedBackup opened{std::move(handle), {}, {}};
    opened.start.resize(
        static_cast<std::size_t>(std::min<std::uint64_t>(size, kBackupPrefixBytes)));
    if (!readFully(opened.handle->get(), opened.start.data(), opened.start.size()))
        return badBackup("damaged-backup");
    const Result<std::size_t> bytes = backupPrefixBytes(opened.start);
    if (!bytes)
        return bytes.error();
    if (*bytes > size)
        return badBackup("damaged-backup");
    opened.start.resize(*bytes);
    if (!readFully(opened.handle->get(), opened.start.data() + kBackupPrefixBytes,
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
    auto handle =
        std::make_unique<OwnedHandle>(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!handle->isOpen())
        return Error{ErrorCode::FileUnreadable,
                     "open backup: errno " + std::to_string(errno),
                     {{"file", file.string()}}};
    auto opened = openHandle(std::move(handle));
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
    const int handle = opened.handle->get();
    auto passed = passOn(handle, opened.header.databaseBytes, stretch, [&](std::string_view part) {
        check.add(part);
        return sink(part);
    });
    if (!passed)
        return passed;
    Check kept;
    char beyond = 0;
    if (!readFully(handle, reinterpret_cast<char*>(kept.data()), kept.size()) ||
        readFully(handle, &beyond, 1) ||
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
    const FolderLock lock(plan.keyFile.parent_path());
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

Result<Done> pack(const BackupHeader& header, const Secret& databaseKey, int database,
                  UnfinishedFile& into, const Stretch& stretch)
{
    RunningCheck check(databaseKey);
    const Sink put = [&](std::string_view bytes) {
        check.add(bytes);
        return into.write(bytes);
    };
    if (auto written = put(backupPrefix(header)); !written)
        return written;
    if (::lseek(database, 0, SEEK_SET) != 0)
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
Result<Done> readBack(const UnfinishedFile& file, const Secret& databaseKey, const Stretch& stretch)
{
    (void)::posix_fadvise(file.handle(), 0, 0, POSIX_FADV_DONTNEED);
    const auto opened = openBackup(file.path());
    if (!opened)
        return opened.error();
    return checkRest(*opened, databaseKey, stretch, takeNothing);
}

Result<std::uint64_t> sizeOf(int handle)
{
    struct stat state {};
    if (::fstat(handle, &state) != 0)
        return fileError(errno, "look at copy");
    return static_cast<std::uint64_t>(state.st_size);
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
        return Error{ErrorCode::FileExists, "back up", {{"file", target.string()}}};
    const bool made = fs::create_directories(plan.workFolder, failed);
    if (failed)
        return fileError(failed.value(), "make work folder");
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
    const auto bytes = sizeOf((*copy)->handle());
    if (!bytes)
        return bytes.error();
    header->databaseBytes = *bytes;
    auto file = UnfinishedFile::make(target.parent_path().empty() ? "." : target.parent_path());
    if (!file)
        return file.error();
    if (auto packed =
            pack(*header, plan.databaseKey, (*copy)->handle(), **file, {control, 500, 750});
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
