#pragma once

#include <memory>

#include "support/clock.h"
#include "support/id.h"

namespace homeward::app {

/// How much work one guess at a passphrase costs (Argon2id, libsodium limits).
enum class KdfCost {
    Moderate,  ///< 256 MiB, about 0.7 s: what people use
    Test       ///< the least libsodium allows; for tests and demonstrations only
};

/// What comes from outside and tests replace.
struct Environment {
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<IdSource> ids;
    KdfCost kdfCost = KdfCost::Moderate;

    /// The machine's clock and random ids.
    static Environment real();
};

}  // namespace homeward::app
