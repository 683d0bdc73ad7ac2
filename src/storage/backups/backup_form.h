#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "support/result.h"

namespace homeward::storage {

struct BackupHeader;

// Between backup_header.cpp and backup_file.cpp.

/// Bytes of magic line and length, which say how long the header is.
inline constexpr std::size_t kBackupPrefixBytes = 27;
/// More than SQLite can hold.
inline constexpr std::int64_t kMostDatabaseBytes = std::int64_t{1} << 48;

/// FileUnreadable with `rule`; the caller adds the file.
Error badBackup(const char* rule);
/// Bytes before the database, from the first kBackupPrefixBytes. Fails as parseBackupHeader.
Result<std::size_t> backupPrefixBytes(std::string_view start);
/// Magic line, length and header.
std::string backupPrefix(const BackupHeader& header);

}  // namespace homeward::storage
