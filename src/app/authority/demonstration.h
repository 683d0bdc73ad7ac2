#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "app/authority/authority.h"
#include "app/session/environment.h"
#include "support/result.h"
#include "support/run_control.h"

namespace homeward::app {

inline constexpr const char* kDemonstrationAccount = "demo";
inline constexpr const char* kDemonstrationPassphrase = "demonstration";

inline constexpr int kMostDemonstrationRecords = 100'000;  ///< children, and households
inline constexpr int kMostDemonstrationYears = 20;

struct DemonstrationPlan {
    std::filesystem::path folder;
    int children = 600;    ///< 1 or more; ever in care over the years
    int households = 300;  ///< 0 or more
    int years = 5;         ///< 1..20 collection years up to `today`
    std::uint64_t seed = 1;
    std::optional<std::filesystem::path>
        returnsFolder;            ///< also write the matching SSDA903 files here
    bool replaceReturns = false;  ///< files of these names that are there already are replaced
    Date today;                   ///< the last day of the invented history, 2000 to 2099
};

/// Makes an authority full of invented records: same plan, same records (key slots differ: they are
/// random). The account `demo` with the passphrase `demonstration` is an administrator. Fails with:
/// those of createAuthority, InvalidInput (children, households, years, today: out-of-range), those
/// of writeTarget (the returns could not be written; FileExists and InvalidInput before anything is
/// made), Cancelled. A failure leaves no authority behind.
Result<AuthorityInfo> createDemonstration(const DemonstrationPlan& plan,
                                          const Environment& environment,
                                          const RunControl& control = {});

}  // namespace homeward::app
