#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "support/date.h"

namespace homeward::app {

// Failed sign-ins, until the next sign-in can write them into the trail: nobody holds the key yet
// who could do it at once. A plain file in the folder of the authority, with moments and account
// names only. Somebody who can write the folder can delete it; docs/data-protection.md says so.

struct FailedSignIns {
    int times = 0;
    std::string first;  ///< Moment, ISO text.
    std::string latest;
};

/// `account` empty: the name that was typed is none of this authority, and may be a passphrase
/// typed into the wrong field, so it is not kept. Failing, it keeps nothing.
void keepFailedSignIn(const std::filesystem::path& folder, const std::string& account,
                      Timestamp at);

/// What was kept since the last call, by account; the file is gone afterwards. At most 64 KiB are
/// read.
std::map<std::string, FailedSignIns> takeFailedSignIns(const std::filesystem::path& folder);

}  // namespace homeward::app
