#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/session/session.h"
#include "domain/home.h"
#include "domain/postcode.h"
#include "support/result.h"
#include "support/run_control.h"

namespace homeward::storage {
class Transaction;
}

namespace homeward::app {

/// The postcode directory of the authority. With it a postcode is enough for a place.
struct PostcodeDirectory {
    int postcodes = 0;   ///< 0: none was loaded
    std::string source;  ///< name of the last file; "" where none was loaded
    std::optional<Date> loadedOn;
};
Result<PostcodeDirectory> postcodeDirectory(Session& session);

struct PostcodesLoaded {
    std::size_t taken = 0;
    std::size_t withoutPlace = 0;  ///< left out: no grid reference
};
/// Adds files of a directory (exchange/postcode_directory.h); what a postcode was before is
/// replaced. Written in stretches, so that others go on working: after Cancelled, or a file that
/// cannot be read to its end, what was read until then is there. Needs Right::ImportReturns.
/// Fails with: Cancelled, NotPermitted, those of readPostcodes.
Result<PostcodesLoaded> loadPostcodes(Session& session,
                                      const std::vector<std::filesystem::path>& files,
                                      const RunControl& control = {});

/// Empty: it is no whole postcode, or not in the directory.
Result<std::optional<GridReference>> placeOfPostcode(Session& session, const std::string& written);

/// The place as written, else that of the postcode; empty: neither is known.
std::optional<Location> placeOf(storage::Transaction& transaction,
                                const std::optional<Location>& written,
                                const std::string& postcode);

}  // namespace homeward::app
