#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

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
    /// Asked about every 20 ms, on the thread that waits, while another program is writing; false:
    /// stop waiting. Empty: 5 s of patience.
    std::function<bool(std::chrono::milliseconds waited)> waiting = {};
    /// Where words are kept that an authority can no longer take (app/session/rescue.h); empty:
    /// nowhere.
    std::filesystem::path rescueFolder = {};
    /// Who is signing in, for the trail: "window" or "command-line".
    std::string program = "window";

    /// The machine's clock and random ids.
    static Environment real();
};

}  // namespace homeward::app
