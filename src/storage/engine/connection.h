#pragma once

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <filesystem>
#include <memory>

#include "support/secrets/secret.h"

namespace homeward::storage {

enum class OpenMode {
    Look,       ///< Reading only; leaves no trace in the folder unless a write-ahead log is there
                ///< already.
    ReadWrite,  ///< An existing file.
    Create      ///< A file that does not exist yet.
};

/// A keyed SQLCipher connection: `key` is the raw 32-byte database key, used without key
/// derivation. Foreign keys are checked, a busy database is waited for (5 s); writing connections
/// use a write-ahead log with full flushes. Throws soci::sqlite3_soci_error.
std::unique_ptr<soci::session> openConnection(const std::filesystem::path& file, const Secret& key,
                                              OpenMode mode);

/// SQLite's own handle of a session made by openConnection.
sqlite_api::sqlite3* handleOf(soci::session& session);

/// Ends a transaction that failed; harmless when there is none any more.
void rollBackQuietly(soci::session& sql);

}  // namespace homeward::storage
