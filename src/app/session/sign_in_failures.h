#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "support/date.h"
#include "support/error.h"

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

/// What was kept and not taken yet, by account, when `account` has signed in: its failures are
/// over; those of others go on counting for an hour. At most 64 KiB are read.
std::map<std::string, FailedSignIns> takeFailedSignIns(const std::filesystem::path& folder,
                                                       const std::string& account, Timestamp at);

/// TooManyAttempts (fact seconds) where `account` has failed five times or more within an hour:
/// from its latest failure on it waits 5 s, then twice as long for each one more, at most 5
/// minutes. Moments in the future do not count: the file could be anybody's.
std::optional<Error> mustWait(const std::filesystem::path& folder, const std::string& account,
                              Timestamp at);

}  // namespace homeward::app
