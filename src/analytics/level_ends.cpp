#include "analytics/level_ends.h"

namespace homeward::analytics {
namespace {

/// Of an older framework an assessment may have fewer domains than are asked for.
MaybeLevel levelIn(const AssessedLevels& assessed, std::size_t domain)
{
    return domain < assessed.levels.size() ? assessed.levels[domain] : MaybeLevel{};
}

}  // namespace

bool isAssessedTwice(const ChildFacts& child)
{
    return child.assessments.size() >= 2;
}

std::optional<LevelEnds> levelEnds(const ChildFacts& child, std::size_t begin, std::size_t end)
{
    if (!isAssessedTwice(child))
        return std::nullopt;
    LevelEnds ends;
    for (std::size_t d = begin; d < end; ++d) {
        const MaybeLevel first = levelIn(child.assessments.front(), d);
        const MaybeLevel latest = levelIn(child.assessments.back(), d);
        // A domain known at one end only would look like a change of the child.
        if (!first || !latest)
            continue;
        ends.first += first->value();
        ends.latest += latest->value();
        ++ends.domains;
    }
    return ends.domains > 0 ? std::optional(ends) : std::nullopt;
}

}  // namespace homeward::analytics
