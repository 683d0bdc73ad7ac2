#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/authority/backups.h"
#include "app/session/environment.h"
#include "support/secrets/secret.h"

namespace homeward::app {

struct RestoredBackup {
    AuthorityInfo authority;
    BackupInfo backup;
};

/// Makes a new authority folder of a backup: every byte is checked, the database opened and signed
/// in to, and only then the folder gets its name. `newFolder` must not be there or be empty. Says
/// in the restored trail that it was restored. A failure leaves nothing. Fails with: InvalidInput
/// (folder: not-empty), those of checkBackup, WrongPassphrase, KeyFileDamaged, StoreDamaged,
/// StorageFull, StorageFailed.
Result<RestoredBackup> restoreBackup(const std::filesystem::path& file, const std::string& account,
                                     const Secret& passphrase,
                                     const std::filesystem::path& newFolder,
                                     const Environment& environment,
                                     const RunControl& control = {});

/// The present authority against one restored from a backup.
struct BackupComparison {
    struct Count {
        std::string kind;  ///< key, "child", "home", ...
        std::int64_t present = 0;
        std::int64_t restored = 0;
    };
    std::vector<Count> counts;
    /// False: the present trail does not hold the last row of the backup, so it was itself put back
    /// to an older state or goes another way; then what was lost cannot be said.
    bool presentContinues = false;
    std::int64_t rowsSince = 0;  ///< of the present trail, not in the backup, that record work
    std::optional<Timestamp> firstSince;
    std::optional<Timestamp> lastSince;
    std::vector<std::pair<std::string, std::int64_t>> rowsByPerson;  ///< most first
    Timestamp madeAt;
    /// From the backup to the last row of the present trail: what replacing gives up.
    std::chrono::minutes lost{0};
};
/// Both sessions may be of any role. Fails with: InvalidInput (folder: other-authority), and those
/// of reading.
Result<BackupComparison> compareWithPresent(Session& present, Session& restored,
                                            const BackupInfo& backup);

/// The same for two folders, signing in to both. Fails with: those of signIn, for the present one
/// as well, which may be why it is to be replaced.
Result<BackupComparison> compareFolders(const std::filesystem::path& present,
                                        const std::string& account, const Secret& passphrase,
                                        const RestoredBackup& restored,
                                        const Environment& environment);

/// Puts the restored folder in the place of the present one, which is kept beside it under the name
/// that is given back. Nothing happens where another program has the present one open. Sessions of
/// this program must be closed. Fails with: StoreLocked, InvalidInput (folder: other-disk),
/// AuthorityMissing, StorageFailed; then both are as they were.
Result<std::filesystem::path> replacePresent(const std::filesystem::path& present,
                                             const std::filesystem::path& restored, Timestamp now);

/// Where the trail ends, to be kept somewhere else. Needs Right::VerifyAudit.
struct TrailEnd {
    std::int64_t sequence = 0;
    std::string hash;   ///< hex
    std::string check;  ///< hex; only who holds the key can make it
};
Result<TrailEnd> trailEnd(Session& session);

/// "SEQUENCE:HASH:CHECK"
std::string toText(const TrailEnd& end);
/// From the first such word of a text; the check may be missing. Empty: there is none.
std::optional<TrailEnd> trailEndFrom(std::string_view text);

enum class TrailEndVerdict {
    Contained,  ///< the trail holds that row as it was
    Missing,    ///< the trail is shorter
    Different,  ///< another row stands there
    Forged      ///< the check was not made for this authority's row
};
struct TrailEndAnswer {
    TrailEndVerdict verdict = TrailEndVerdict::Contained;
    std::int64_t sequence = 0;   ///< that was asked for
    std::int64_t rowsSince = 0;  ///< where it is contained
};
/// Needs Right::VerifyAudit.
Result<TrailEndAnswer> compareTrailEnd(Session& session, const TrailEnd& kept);

}  // namespace homeward::app

template <>
struct homeward::EnumKeys<homeward::app::TrailEndVerdict> {
    using V = homeward::app::TrailEndVerdict;
    static constexpr std::pair<V, std::string_view> table[] = {{V::Contained, "contained"},
                                                               {V::Missing, "missing"},
                                                               {V::Different, "different"},
                                                               {V::Forged, "forged"}};
};
