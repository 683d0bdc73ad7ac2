#include "domain/identity.h"

#include <algorithm>

#include "support/text/text.h"

namespace homeward {
namespace {

constexpr std::size_t kUpnCode = 3;  ///< "UN1"

std::string compact(std::string_view written)
{
    std::string key = asSeen(written);
    std::erase_if(key, [](char letter) { return letter == ' ' || letter == '\t'; });
    std::ranges::transform(key, key.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    });
    return key;
}

bool isDecimal(char letter)
{
    return letter >= '0' && letter <= '9';
}

}  // namespace

std::string caseNumberKey(std::string_view written)
{
    std::string key = compact(written);
    if (key.ends_with(".0") && std::all_of(key.begin(), key.end() - 2, isDecimal) && key.size() > 2)
        key.resize(key.size() - 2);
    const std::size_t digits = std::min(key.find_first_not_of('0'), key.size());
    if (digits == key.size() || digits == 0)
        return key;  // all zeros, or none in front
    return key.substr(digits);
}

std::string upnKey(std::string_view written)
{
    std::string key = compact(written);
    if (key.size() == kUpnCode && key.starts_with("UN"))
        return {};
    return key;
}

}  // namespace homeward
