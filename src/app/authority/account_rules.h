#pragma once

#include <optional>
#include <string>

#include "app/session/environment.h"
#include "storage/keys/key_file.h"
#include "support/error.h"
#include "support/secrets/secret.h"

namespace homeward::app {

/// Lower case letters, digits, dot and hyphen, 2 to 40. Fails with rule bad-name (field "name").
std::optional<Error> checkAccountName(const std::string& name);

/// At least kShortestPassphrase characters, not one character over and over, not the account's
/// name. Fails with rule weak-passphrase (field "passphrase").
std::optional<Error> checkPassphrase(const Secret& passphrase, const std::string& accountName);

storage::KdfLimits kdfLimits(KdfCost cost);

}  // namespace homeward::app
