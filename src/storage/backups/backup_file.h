#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "storage/engine/transaction.h"
#include "storage/trail/audit_chain.h"
#include "support/date.h"
#include "support/result.h"
#include "support/run_control.h"
#include "support/secrets/secret.h"

namespace homeward::storage {

// A backup is one file, form 1 (docs/adr/0008-backup-file.md):
//
//   "homeward-backup 1\n"            magic line
//   8 hexadecimal digits, "\n"       length of the header in bytes, at most kMostHeaderBytes
//   header                           JSON object, see BackupHeader
//   database                         header.databaseBytes bytes, as SQLCipher encrypted them
//   check                            32 bytes: BLAKE2b over everything before it, keyed by
//                                    derivedKey(database key, "backup01")
//
// Every byte is covered by the check or is part of it. The header is not secret: it says no more
// than keys.json and the size of the database say.

inline constexpr std::size_t kMostHeaderBytes = std::size_t{4} << 20;
inline constexpr std::size_t kBackupCheckBytes = 32;

/// What a backup says of itself. True only once verifyBackup or unpackBackup has said so.
struct BackupHeader {
    std::string authorityName;
    bool demonstration = false;
    Timestamp madeAt;
    int schemaVersion = 0;
    ChainHead head;        ///< last row of the audit trail in the copy
    std::string keysText;  ///< keys.json as it was at that moment
    std::uint64_t databaseBytes = 0;
};

struct ParsedBackupHeader {
    BackupHeader header;
    std::size_t bytes = 0;  ///< of magic line, length and header: where the database begins
};

/// From the beginning of a file, which may go on behind the header. Takes any bytes whatever.
/// Fails with: FileUnreadable (rule not-a-backup, damaged-backup), StoreTooNew.
Result<ParsedBackupHeader> parseBackupHeader(std::string_view start);

/// Reads the header and holds the sizes in it against the file. Nothing is checked by key. Fails
/// with: NotFound, FileUnreadable (fact file; rules as above, or none where it cannot be opened),
/// StoreTooNew.
Result<BackupHeader> readBackupHeader(const std::filesystem::path& file);

/// Whether every byte is as it was written by somebody who held `databaseKey`. Progress from 0 to
/// 1,000. Fails with: those of readBackupHeader, Cancelled; damaged-backup also for a backup of
/// another authority.
Result<BackupHeader> verifyBackup(const std::filesystem::path& file, const Secret& databaseKey,
                                  const RunControl& control = {});

/// What goes into a backup besides the running transaction.
struct BackupPlan {
    std::filesystem::path keyFile;  ///< its folder is locked while it is read
    std::filesystem::path
        workFolder;  ///< on a disk of this computer, for the copy; made if missing
    const Secret& databaseKey;
    Timestamp madeAt;
};

/// Copies the store as the read transaction sees it, with the keys of that moment, into `target`,
/// while others go on writing. The copy is opened and compared, the file flushed and read back, and
/// only then given its name; nothing of that name is ever replaced, and nothing half is ever left
/// under it. `transaction` must not have read anything yet. Progress from 0 to 1,000. Fails with:
/// FileExists (fact file), KeyFileMissing, KeyFileDamaged (slots that are not of this database),
/// StorageFull, StorageFailed, StoreDamaged, Cancelled.
Result<BackupHeader> writeBackup(Transaction& transaction, const BackupPlan& plan,
                                 const std::filesystem::path& target,
                                 const RunControl& control = {});

/// The parts of a backup, and the key that opened it.
struct UnpackedBackup {
    BackupHeader header;
    Secret databaseKey;
};

/// Opens the key slot of `account` in the backup, writes the database to `databaseFile`, which must
/// not be there, checks every byte on the way and then the database itself. A failure leaves no
/// file. Progress from 0 to 1,000. Fails with: those of verifyBackup, WrongPassphrase,
/// KeyFileDamaged, StoreTooNew, StoreDamaged (the check holds, the database does not), StorageFull,
/// StorageFailed, Cancelled.
Result<UnpackedBackup> unpackBackup(const std::filesystem::path& file, const std::string& account,
                                    const Secret& passphrase,
                                    const std::filesystem::path& databaseFile,
                                    const RunControl& control = {});

}  // namespace homeward::storage
