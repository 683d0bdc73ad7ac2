#pragma once

#include <filesystem>

#include "support/result.h"
#include "support/secrets/secret.h"

namespace homeward {

/// The first line of `file`, whatever its line end, in UTF-8 or UTF-16 with or without a byte order
/// mark; at most 4096 bytes. Nothing of it stays in a
/// buffer, and nothing is sought, so that it may be a pipe. Fails with: FileUnreadable.
Result<Secret> readSecretLine(const std::filesystem::path& file);

}  // namespace homeward
