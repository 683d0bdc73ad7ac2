#include "domain/child.h"

#include "domain/identity.h"
#include "support/text/search_words.h"
#include "support/text/text.h"

namespace homeward {
namespace {

constexpr int kOldestYears = 26;

std::optional<Error> birthProblem(const Child& child, Date today)
{
    if (child.birthDate > today && !child.birthExpected)
        return invalidInput("birthDate", "birth-in-future");
    if (child.birthDate > today.plusMonths(kExpectedWithinMonths))
        return invalidInput("birthDate", "birth-too-far");
    if (child.birthDate < today.plusMonths(-12 * kOldestYears))
        return invalidInput("birthDate", "implausible");
    return std::nullopt;
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
    return family.empty() ? std::string(first) : std::string(first).append(" ").append(family);
}

Result<Done> checkChild(const Child& child, Date today, const Child* before)
{
    Problems problems = checkRequired(child);
    if (!before || before->birthDate != child.birthDate ||
        before->birthExpected != child.birthExpected)
        problems.add(birthProblem(child, today));
    return problems.error() ? Result<Done>(*problems.error()) : Done{};
}

bool seemsSamePerson(const Child& one, const Child& other)
{
    if (one.birthDate != other.birthDate)
        return false;
    if (const std::string upn = upnKey(one.upn); !upn.empty() && upn == upnKey(other.upn))
        return true;
    const auto named = [](const Child& child) {
        return !trimmed(child.givenName).empty() && !trimmed(child.familyName).empty();
    };
    const auto key = [](const Child& child, bool turned) {
        return turned ? nameKey(child.givenName, child.familyName)
                      : nameKey(child.familyName, child.givenName);
    };
    return named(one) && named(other) &&
           (key(one, false) == key(other, false) || key(one, false) == key(other, true));
}

}  // namespace homeward
