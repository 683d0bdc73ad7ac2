#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "support/error.h"

namespace homeward {

/// Where a folder lies, as far as it matters for records that are written there.
struct FolderPlace {
    enum class Kind {
        Local,         ///< A disk of this computer.
        Network,       ///< Another computer serves it: locks and shared memory do not hold there.
        Synchronised,  ///< A program copies it to and from other computers behind our back.
    };
    Kind kind = Kind::Local;
    std::string where;  ///< A name a person knows, e.g. "NFS", "OneDrive"; empty: Local.

    bool isLocal() const { return kind == Kind::Local; }
    bool operator==(const FolderPlace&) const = default;
};

/// Where `folder` lies; where it is not there yet, its nearest parent that is. Links are followed,
/// and the names on the way to them count as well. A path that cannot be looked at (too long, not
/// permitted, going in circles) is judged by its names. Never fails; touches nothing.
FolderPlace placeOf(const std::filesystem::path& folder);

/// ReadOnly with the facts `why` and `where`, for whoever would write there; empty: Local.
std::optional<Error> readOnlyError(const FolderPlace& place);

/// Absolute and without ".", by the working folder of this moment; an empty path stays
/// empty. For paths that a person gave, once, where they come in.
std::filesystem::path absolutePath(const std::filesystem::path& path);

// The rules behind placeOf; pure.

/// Type of the file system that `path` (absolute) lies on, from the text of /proc/self/mountinfo,
/// e.g. "ext4", "fuse.sshfs"; of two mounts on the same point the later. Empty: none fits.
std::string fileSystemOf(std::string_view mountInfo, const std::filesystem::path& path);

/// The name of a file system that is not a disk of this computer; empty: it is one. A FUSE file
/// system that is not known counts as one that is not.
std::string networkName(std::string_view fileSystem);

/// Which program keeps `path` (absolute) in step with other computers, by the names of its
/// folders; empty: none.
std::string synchroniserOf(const std::filesystem::path& path);

}  // namespace homeward
