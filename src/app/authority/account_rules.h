#pragma once

#include <optional>
#include <string>

#include "app/session/environment.h"
#include "storage/keys/key_file.h"
#include "support/error.h"

namespace homeward::app {

/// Lower case letters, digits, dot and hyphen, 2 to 40. Fails with rule bad-name (field "name").
std::optional<Error> checkAccountName(const std::string& name);

storage::KdfLimits kdfLimits(KdfCost cost);

}  // namespace homeward::app
