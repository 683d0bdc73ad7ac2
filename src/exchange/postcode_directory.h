#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "domain/postcode.h"
#include "support/result.h"
#include "support/run_control.h"

namespace homeward::exchange {

/// Larger than the whole ONS Postcode Directory of today (1.4 GB).
inline constexpr std::uintmax_t kMostDirectoryBytes = std::uintmax_t{4} << 30;

/// What a file of a directory held.
struct DirectoryRead {
    std::size_t taken = 0;
    std::size_t withoutPlace = 0;  ///< postcodes with no grid reference, e.g. of the Isle of Man
};

/// Streams a postcode directory: the ONS Postcode Directory or National Statistics Postcode Lookup
/// (by their headings: pcds, pcd or pcd7; oseast1m, osnrth1m, or the newer east1m, north1m), or a
/// file of Ordnance Survey's Code-Point Open (no headings: postcode, quality, easting, northing).
/// Fails with: those of readCsv; InvalidInput (facts file, rule: not-a-directory where neither
/// headings nor a first line of Code-Point Open are found; no-postcodes).
Result<DirectoryRead> readPostcodes(const std::filesystem::path& file,
                                    const std::function<void(PostcodePlace)>& take,
                                    const RunControl& control = {});

}  // namespace homeward::exchange
