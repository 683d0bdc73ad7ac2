#include "demonstration/names.h"

#include "demonstration/words.h"
#include "support/text/text.h"

namespace homeward::demonstration {
namespace {

constexpr double kNeutralNames = 0.12;
constexpr double kShortNames = 0.08;
constexpr std::size_t kShortLength = 3;

}  // namespace

std::string givenName(Random& random, Sex sex)
{
    const Words& words = Words::builtIn();
    if (sex == Sex::Unknown || random.chance(kNeutralNames))
        return words.pick(random, "given.U");
    return words.pick(random, sex == Sex::Female ? "given.F" : "given.M");
}

std::string familyName(Random& random)
{
    const Words& words = Words::builtIn();
    std::string name = words.pick(random, "family");
    if (!random.chance(0.04))
        return name;
    const std::string other = words.pick(random, "family");
    return other == name ? name : name + "-" + other;
}

std::string preferredName(Random& random, const std::string& given)
{
    const bool isShort = random.chance(kShortNames);
    return isShort && given.size() > kShortLength + 1 ? given.substr(0, kShortLength)
                                                      : std::string{};
}

std::string signInName(const std::string& given, const std::string& family,
                       std::set<std::string>& taken)
{
    std::string folded;
    for (const char c : foldedForSearch(family))
        if ((c >= 'a' && c <= 'z') || c == '-')
            folded += c;
    const std::string base = foldedForSearch(given).substr(0, 1) + "." + folded;
    std::string name = base;
    for (int number = 2; !taken.insert(name).second; ++number)
        name = base + std::to_string(number);
    return name;
}

}  // namespace homeward::demonstration
