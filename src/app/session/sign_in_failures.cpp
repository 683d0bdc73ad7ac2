#include "app/session/sign_in_failures.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include "support/files/durable_file.h"

namespace homeward::app {
namespace {

constexpr std::uintmax_t kMostFailureBytes = 64u << 10;
constexpr const char* kUnknown = "?";
constexpr const char* kTold = "told";
constexpr std::int64_t kSecond = 1000;
constexpr std::int64_t kCounts = 3600 * kSecond;
constexpr int kFreeAttempts = 4;
constexpr std::int64_t kFirstWait = 5 * kSecond;
constexpr std::int64_t kLongestWait = 300 * kSecond;

std::filesystem::path failuresFile(const std::filesystem::path& folder)
{
    return folder / "sign-in.failures";
}

struct KeptFailure {
    std::string at;  ///< ISO text
    std::string account;
    bool told = false;  ///< in the trail
    Timestamp moment;
};

std::vector<KeptFailure> readFailures(const std::filesystem::path& file)
{
    std::vector<KeptFailure> failures;
    const auto text = readSmallFile(file);
    if (!text || !*text)
        return failures;
    for (std::istringstream lines(**text); lines;) {
        std::string line;
        std::getline(lines, line);
        std::istringstream words(line);
        KeptFailure failure;
        std::string mark;
        words >> failure.at >> failure.account >> mark;
        failure.told = mark == kTold;
        const auto moment = Timestamp::fromIso(failure.at);
        if (!moment || failure.account.empty())
            continue;
        failure.moment = *moment;
        failures.push_back(std::move(failure));
    }
    return failures;
}

bool counts(const KeptFailure& failure, Timestamp now)
{
    const std::int64_t age = now.msSinceEpoch - failure.moment.msSinceEpoch;
    return age >= 0 && age < kCounts;
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

std::map<std::string, FailedSignIns> takeFailedSignIns(const std::filesystem::path& folder,
                                                       const std::string& account, Timestamp at)
{
    std::map<std::string, FailedSignIns> failures;
    // Renamed first: what another program adds from now on goes into a file of its own.
    const auto taken = folder / "sign-in.failures.taken";
    std::error_code failed;
    std::filesystem::rename(failuresFile(folder), taken, failed);
    const std::vector<KeptFailure> kept = readFailures(taken);
    std::filesystem::remove(taken, failed);
    std::string goesOn;
    for (const KeptFailure& failure : kept) {
        if (failure.account != kUnknown && failure.account != account && counts(failure, at))
            goesOn += failure.at + ' ' + failure.account + ' ' + kTold + '\n';
        if (failure.told)
            continue;
        FailedSignIns& of = failures[failure.account == kUnknown ? "" : failure.account];
        if (of.times++ == 0)
            of.first = failure.at;
        of.latest = failure.at;
    }
    if (!goesOn.empty())
        (void)appendPrivately(failuresFile(folder), goesOn);
    return failures;
}

std::optional<Error> mustWait(const std::filesystem::path& folder, const std::string& account,
                              Timestamp at)
{
    int times = 0;
    std::int64_t latest = 0;
    for (const KeptFailure& failure : readFailures(failuresFile(folder))) {
        if (failure.account != account || !counts(failure, at))
            continue;
        ++times;
        latest = std::max(latest, failure.moment.msSinceEpoch);
    }
    if (times <= kFreeAttempts)
        return std::nullopt;
    const int doublings = std::min(times - kFreeAttempts - 1, 10);
    const std::int64_t wait = std::min(kFirstWait << doublings, kLongestWait);
    const std::int64_t left = latest + wait - at.msSinceEpoch;
    if (left <= 0)
        return std::nullopt;
    return Error{ErrorCode::TooManyAttempts,
                 "failed sign-ins",
                 {{"seconds", std::to_string((left + kSecond - 1) / kSecond)}}};
}

}  // namespace homeward::app
