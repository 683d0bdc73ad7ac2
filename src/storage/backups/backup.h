#pragma once

#include <filesystem>

#include "support/result.h"
#include "support/run_control.h"
#include "support/secrets/secret.h"

namespace soci {
class session;
}

namespace homeward::storage {

/// Copies the whole store of `sql`, as of one moment, into a new file of the same key, then opens
/// the copy, checks its integrity and compares the row count of every table. Nothing is left at
/// `target` on failure. Fails with: StorageFull, StorageFailed, StoreDamaged (the copy is not the
/// same).
Result<Done> backUp(soci::session& sql, const Secret& key, const std::filesystem::path& target);

/// The same within a running read transaction of `sql` that has read something, which fixes the
/// moment: others may go on writing. Writes to `target` itself, which must not be there. Progress
/// goes from 0 to 1,000. Fails with: those of backUp, Cancelled.
Result<Done> copyStore(soci::session& sql, const Secret& key, const std::filesystem::path& target,
                       const RunControl& control);

/// Whether `copy` opens with `key`, is sound, and holds as many rows in every table as the store.
/// Throws storage exceptions.
bool isFaithfulCopy(soci::session& sql, const Secret& key, const std::filesystem::path& copy,
                    const RunControl& control = {});

/// Removes a store with its log; for unfinished ones.
void removeStoreFiles(const std::filesystem::path& file);

}  // namespace homeward::storage
