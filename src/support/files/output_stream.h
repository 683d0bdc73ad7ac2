#pragma once

#include <filesystem>
#include <string_view>

#include "support/result.h"

namespace homeward {

/// What stands at a name that somebody gave for output.
enum class OutputKind {
    Nothing,
    File,
    Link,  ///< a symbolic link, wherever it leads
    Folder,
    Stream,  ///< a pipe, a terminal, another character device; /dev/stdout, /dev/fd/3 and their
             ///< like
    Other    ///< a disk or a socket: not to be written
};

/// Follows no link but those of /dev that stand for a descriptor of this process.
OutputKind outputKind(const std::filesystem::path& file);

/// Writes to what is a Stream. Waits for the reader of a named pipe.
/// Fails with: StorageFull, StorageFailed (nobody reads, or it is no Stream any more).
Result<Done> writeStream(const std::filesystem::path& file, std::string_view text);

}  // namespace homeward
