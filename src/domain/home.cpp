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
    if (auto required = checkRequired(home); !required)
        return required;
    if (approval.places < 0)
        return invalidInput("places", "out-of-range", {{"least", "0"}});
    if (approval.youngestYears < 0 || approval.youngestYears > kOldestTermYears)
        return outOfRange("youngestYears", 0, kOldestTermYears);
    if (approval.oldestYears < approval.youngestYears || approval.oldestYears > kOldestTermYears)
        return outOfRange("oldestYears", approval.youngestYears, kOldestTermYears);
    if (home.carers.size() > kMostCarers)
        return invalidInput("carers", "too-many", {{"most", std::to_string(kMostCarers)}});
    if (!home.email.empty() && !mayBeEmail(home.email))
        return invalidInput("email", "not-an-email");
    return Done{};
}

}  // namespace homeward
