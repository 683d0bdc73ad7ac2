#include "domain/needs/succession.h"

#include <algorithm>

namespace homeward {
namespace {

bool isAgreed(const Rating& rating)
{
    return rating.perspective == Perspective::Agreed;
}

MaybeLevel together(MaybeLevel one, MaybeLevel other, RatingsOf of)
{
    if (of == RatingsOf::Needs)
        return std::max(one, other);  // an empty one is less than any
    return one && other ? std::min(one, other) : MaybeLevel{};
}

void addWords(std::string& words, const std::string& more)
{
    if (more.empty() || words.find(more) != std::string::npos)
        return;
    words += (words.empty() ? "" : "\n") + more;
}

/// The ratings that are one in `domain`, its own first.
std::vector<const Rating*> partsOf(const NeedsFramework& framework,
                                   const NeedsFramework::Domain& domain,
                                   const std::vector<Rating>& ratings)
{
    std::vector<const Rating*> parts;
    if (const Rating* own = agreedRating(ratings, domain.key))
        parts.push_back(own);
    const bool isRated = !parts.empty();
    for (const std::string& key : domain.replaces)
        if (const Rating* rating = agreedRating(ratings, key))
            if (!isRated || !framework.findDomain(key))
                parts.push_back(rating);
    return parts;
}

MaybeLevel levelOf(const std::vector<const Rating*>& parts, RatingsOf of)
{
    MaybeLevel level = parts.front()->level;
    for (const Rating* part : parts)
        level = together(level, part->level, of);
    return level;
}

}  // namespace

std::optional<Rating> ratingIn(const NeedsFramework& framework,
                               const NeedsFramework::Domain& domain,
                               const std::vector<Rating>& ratings, RatingsOf of)
{
    const std::vector<const Rating*> parts = partsOf(framework, domain, ratings);
    if (parts.empty())
        return std::nullopt;
    Rating rating = *parts.front();
    rating.domainKey = domain.key;
    rating.level = levelOf(parts, of);
    for (const Rating* part : parts) {
        addWords(rating.evidence, part->evidence);
        addWords(rating.strength, part->strength);
    }
    return rating;
}

std::vector<Rating> ratingsIn(const NeedsFramework& framework, const std::vector<Rating>& ratings,
                              RatingsOf of)
{
    std::vector<Rating> read;
    for (const NeedsFramework::Domain& domain : framework.domains)
        if (auto rating = ratingIn(framework, domain, ratings, of))
            read.push_back(*std::move(rating));
    return read;
}

std::vector<MaybeLevel> levelsIn(const NeedsFramework& framework,
                                 const std::vector<Rating>& ratings, RatingsOf of)
{
    std::vector<MaybeLevel> levels(framework.domains.size());
    for (const Rating& rating : ratings)
        if (isAgreed(rating))
            if (const auto index = framework.domainIndex(rating.domainKey))
                levels[*index] = rating.level;
    for (std::size_t i = 0; i < levels.size(); ++i)
        if (const NeedsFramework::Domain& domain = framework.domains[i]; !domain.replaces.empty())
            if (const auto parts = partsOf(framework, domain, ratings); !parts.empty())
                levels[i] = levelOf(parts, of);
    return levels;
}

std::vector<NeedLeftOut> needsLeftOut(const NeedsFramework& framework,
                                      const std::vector<Rating>& ratings)
{
    std::vector<NeedLeftOut> left;
    for (const Rating& rating : ratings)
        if (isAgreed(rating) && rating.level && rating.level->value() > 0 &&
            framework.successorsOf(rating.domainKey).empty())
            left.push_back({rating.domainKey, rating.level->value()});
    return left;
}

}  // namespace homeward
