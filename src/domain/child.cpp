#include "domain/child.h"

#include "support/text/text.h"

namespace homeward {
namespace {

constexpr int kOldestYears = 26;

/// The first character of UTF-8 text, whole.
std::string_view initialOf(std::string_view name)
{
    std::size_t length = name.empty() ? 0 : 1;
    while (length < name.size() && (static_cast<unsigned char>(name[length]) & 0xc0) == 0x80)
        ++length;
    return name.substr(0, length);
}

}  // namespace

std::string displayName(const Child& child)
{
    std::string_view first = trimmed(child.preferredName);
    if (first.empty())
        first = trimmed(child.givenName);
    const std::string_view family = trimmed(child.familyName);
    if (first.empty())
        return family.empty() ? "Child " + child.caseNumber : std::string(family);
    std::string name(first);
    const std::string_view initial = initialOf(family);
    if (!initial.empty())
        name.append(" ").append(initial).append(".");
    return name;
}

Result<Done> checkChild(const Child& child, Date today)
{
    if (auto required = checkRequired(child); !required)
        return required;
    if (child.birthDate > today)
        return invalidInput("birthDate", "in-future");
    if (child.birthDate < today.plusMonths(-12 * kOldestYears))
        return invalidInput("birthDate", "implausible");
    return Done{};
}

}  // namespace homeward
