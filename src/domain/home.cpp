#include "domain/home.h"

namespace homeward {
namespace {

constexpr int kOldestTermYears = 21;
constexpr std::size_t kMostCarers = 2;

Error outOfRange(const std::string& field, int least, int most)
{
    return invalidInput(field, "out-of-range",
                        {{"least", std::to_string(least)}, {"most", std::to_string(most)}});
}

/// Something, "@", something; whether anybody reads it no program knows.
bool mayBeEmail(const std::string& text)
{
    const auto at = text.find('@');
    return at != std::string::npos && at > 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == std::string::npos && text.find(' ') == std::string::npos;
}

}  // namespace

Result<Done> checkHome(const Home& home)
{
    const Approval& approval = home.approval;
    Problems problems = checkRequired(home);
    if (approval.places < 0)
        problems.add(invalidInput("places", "out-of-range", {{"least", "0"}}));
    if (approval.youngestYears < 0 || approval.youngestYears > kOldestTermYears)
        problems.add(outOfRange("youngestYears", 0, kOldestTermYears));
    if (approval.oldestYears < approval.youngestYears || approval.oldestYears > kOldestTermYears)
        problems.add(outOfRange("oldestYears", approval.youngestYears, kOldestTermYears));
    if (home.carers.size() > kMostCarers)
        problems.add(invalidInput("carers", "too-many", {{"most", std::to_string(kMostCarers)}}));
    if (!home.email.empty() && !mayBeEmail(home.email))
        problems.add(invalidInput("email", "not-an-email"));
    return problems.error() ? Result<Done>(*problems.error()) : Done{};
}

}  // namespace homeward
