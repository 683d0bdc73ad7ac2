#include "domain/postcode.h"

namespace homeward {
namespace {

constexpr std::size_t kInward = 3;  ///< the digit and two letters at the end
constexpr std::size_t kLeast = 5;   ///< "M11AA"
constexpr std::size_t kMost = 7;    ///< "SW1A1AA"

bool isCapital(char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

bool isNumeral(char letter)
{
    return letter >= '0' && letter <= '9';
}

}  // namespace

std::string postcodeKey(std::string_view written)
{
    std::string key;
    for (const char letter : written) {
        if (isCapital(letter) || isNumeral(letter))
            key += letter;
        else if (letter >= 'a' && letter <= 'z')
            key += static_cast<char>(letter - 'a' + 'A');
    }
    return key;
}

bool isPostcodeKey(std::string_view key)
{
    if (key.size() < kLeast || key.size() > kMost)
        return false;
    const std::string_view inward = key.substr(key.size() - kInward);
    const std::string_view outward = key.substr(0, key.size() - kInward);
    if (!isNumeral(inward[0]) || !isCapital(inward[1]) || !isCapital(inward[2]))
        return false;
    const std::size_t area = isCapital(outward[1]) ? 2 : 1;
    if (!isCapital(outward[0]) || outward.size() <= area || !isNumeral(outward[area]))
        return false;
    return outward.size() - area <= 2;
}

std::string shownPostcode(std::string_view written)
{
    std::string shown = postcodeKey(written);
    if (!isPostcodeKey(shown))
        return std::string(written);
    return shown.insert(shown.size() - kInward, 1, ' ');
}

}  // namespace homeward
