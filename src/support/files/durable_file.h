#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "support/result.h"

namespace homeward {

/// Why a call on a file failed, as a key for words ("cause.<key>" of the messages):
/// "no-permission", "read-only-disk", "name-too-long", "gone", "not-a-folder", "is-a-folder",
/// "link-loop", "disk-fault", "too-many-files", "in-use". Empty: none of these.
const char* fileCause(int errorNumber);

/// For errno after a failed call on a file: StorageFull, StoreLocked or StorageFailed, with the
/// fact "cause" (a key of fileCause) where it is known.
Error fileError(int errorNumber, const std::string& label);
/// The same for what std::filesystem says.
Error fileError(const std::error_code& failure, const std::string& label);

/// Text of a small file. Empty: there is no such file. Fails with: StorageFailed (unreadable),
/// InvalidInput (file: too-large, more than `most` bytes).
Result<std::optional<std::string>> readSmallFile(const std::filesystem::path& file,
                                                 std::size_t most = std::size_t{1} << 20);

/// Replaces the file in one step: temporary file beside it (exclusive, of a name nobody can
/// foresee), flushed, renamed; readable by its owner only. A link at the name is replaced itself,
/// never what it leads to. Fails with: StorageFull, StorageFailed; then the old file is as it was.
/// After a power cut the one or the other is there, whole.
Result<Done> replaceDurably(const std::filesystem::path& file, std::string_view text);

/// Adds to the end of a file that is readable by its owner only, made where it is missing; never
/// through a symbolic link. Fails with: StorageFull, StorageFailed.
Result<Done> appendPrivately(const std::filesystem::path& file, std::string_view text);

/// The same where nothing has the name: neither a file nor a folder nor a link, also not one that
/// appears meanwhile. Fails with: FileExists (fact file), StorageFull, StorageFailed.
Result<Done> createDurably(const std::filesystem::path& file, std::string_view text);

/// Flushes `from` and renames it to `to`, which must be in the same folder. Never replaces a file.
/// Fails with: StorageFull, StorageFailed, InvalidInput (file: already-exists).
Result<Done> moveDurably(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace homeward
