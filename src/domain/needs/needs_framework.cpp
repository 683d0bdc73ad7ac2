#include "domain/needs/needs_framework.h"

#include <algorithm>

namespace homeward {

const NeedsFramework::Domain* NeedsFramework::findDomain(std::string_view domainKey) const
{
    const auto found = std::find_if(domains.begin(), domains.end(),
                                    [&](const Domain& d) { return d.key == domainKey; });
    return found == domains.end() ? nullptr : &*found;
}

const NeedsFramework::Outcome* NeedsFramework::findOutcome(std::string_view outcomeKey) const
{
    const auto found = std::find_if(outcomes.begin(), outcomes.end(),
                                    [&](const Outcome& o) { return o.key == outcomeKey; });
    return found == outcomes.end() ? nullptr : &*found;
}

std::optional<std::size_t> NeedsFramework::domainIndex(std::string_view domainKey) const
{
    const Domain* domain = findDomain(domainKey);
    if (!domain)
        return std::nullopt;
    return static_cast<std::size_t>(domain - domains.data());
}

std::size_t NeedsFramework::outcomeIndexOf(const Domain& domain) const
{
    const Outcome* outcome = findOutcome(domain.outcomeKey);
    return outcome ? static_cast<std::size_t>(outcome - outcomes.data()) : 0;
}

std::vector<const NeedsFramework::Domain*> NeedsFramework::successorsOf(
    std::string_view domainKey) const
{
    std::vector<const Domain*> successors;
    if (const Domain* same = findDomain(domainKey))
        successors.push_back(same);
    for (const Domain& domain : domains)
        if (std::ranges::find(domain.replaces, domainKey) != domain.replaces.end())
            successors.push_back(&domain);
    return successors;
}

namespace {

std::string joined(const std::vector<std::string>& keys)
{
    std::string text;
    for (const std::string& key : keys)
        text += (text.empty() ? "" : ", ") + key;
    return text;
}

std::string weightText(double weight)
{
    std::string text = std::to_string(weight);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

void compareDomain(const NeedsFramework::Domain& before, const NeedsFramework::Domain& after,
                   std::vector<FrameworkComparison::ChangedText>& changes)
{
    const auto compare = [&](const std::string& where, const std::string& a, const std::string& b) {
        if (a != b)
            changes.push_back({before.key, where, a, b});
    };
    compare("title", before.title, after.title);
    compare("guidance", before.guidance, after.guidance);
    compare("weight", weightText(before.weight), weightText(after.weight));
    compare("replaces", joined(before.replaces), joined(after.replaces));
    for (std::size_t level = 0; level < before.need.size(); ++level)
        compare("need." + std::to_string(level), before.need[level], after.need[level]);
    for (std::size_t level = 0; level < before.skill.size(); ++level)
        compare("skill." + std::to_string(level), before.skill[level], after.skill[level]);
}

}  // namespace

FrameworkComparison compareFrameworks(const NeedsFramework& before, const NeedsFramework& after)
{
    FrameworkComparison comparison;
    for (const auto& domain : before.domains) {
        if (const auto* other = after.findDomain(domain.key))
            compareDomain(domain, *other, comparison.changes);
        else
            comparison.removedDomains.push_back(domain.key);
    }
    for (const auto& domain : after.domains)
        if (!before.findDomain(domain.key))
            comparison.addedDomains.push_back(domain.key);
    return comparison;
}

}  // namespace homeward
