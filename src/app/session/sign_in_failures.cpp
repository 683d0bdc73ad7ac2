#include "app/session/sign_in_failures.h"

#include <sstream>

#include "support/files/durable_file.h"

namespace homeward::app {
namespace {

constexpr std::uintmax_t kMostFailureBytes = 64u << 10;
constexpr const char* kUnknown = "?";

std::filesystem::path failuresFile(const std::filesystem::path& folder)
{
    return folder / "sign-in.failures";
}

}  // namespace

void keepFailedSignIn(const std::filesystem::path& folder, const std::string& account, Timestamp at)
{
    std::error_code missing;
    const auto file = failuresFile(folder);
    const std::uintmax_t size = std::filesystem::file_size(file, missing);
    if (missing || size < kMostFailureBytes)
        (void)appendPrivately(file,
                              at.toIso() + ' ' + (account.empty() ? kUnknown : account) + '\n');
}

std::map<std::string, FailedSignIns> takeFailedSignIns(const std::filesystem::path& folder)
{
    std::map<std::string, FailedSignIns> failures;
    // Renamed first: what another program adds from now on goes into a file of its own.
    const auto taken = folder / "sign-in.failures.taken";
    std::error_code failed;
    std::filesystem::rename(failuresFile(folder), taken, failed);
    const auto text = readSmallFile(taken);
    std::filesystem::remove(taken, failed);
    if (!text || !*text)
        return failures;
    std::istringstream lines(**text);
    std::string at;
    std::string account;
    while (lines >> at >> account) {
        if (!Timestamp::fromIso(at))
            continue;
        FailedSignIns& of = failures[account == kUnknown ? std::string() : account];
        if (of.times++ == 0)
            of.first = at;
        of.latest = at;
    }
    return failures;
}

}  // namespace homeward::app
