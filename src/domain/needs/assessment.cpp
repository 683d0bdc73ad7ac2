#include "domain/needs/assessment.h"

#include <algorithm>

#include "domain/needs/succession.h"
#include "support/text/text.h"

namespace homeward {

const Rating* agreedRating(const std::vector<Rating>& ratings, std::string_view domainKey)
{
    const auto found = std::find_if(ratings.begin(), ratings.end(), [&](const Rating& r) {
        return r.perspective == Perspective::Agreed && r.domainKey == domainKey;
    });
    return found == ratings.end() ? nullptr : &*found;
}

int totalLevel(const std::vector<Rating>& ratings)
{
    int total = 0;
    for (const Rating& rating : ratings)
        if (rating.perspective == Perspective::Agreed && rating.level)
            total += rating.level->value();
    return total;
}

AssessmentDraft draftFrom(const NeedsFramework& framework, const ChildId& child,
                          const Assessment* last, Date today)
{
    AssessmentDraft draft{child, framework.id, std::nullopt, today, {}};
    if (last)
        draft.basedOn = last->id;
    for (const auto& domain : framework.domains) {
        Rating rating;
        if (last)
            rating =
                ratingIn(framework, domain, last->ratings, RatingsOf::Needs).value_or(Rating{});
        rating.domainKey = domain.key;
        rating.confirmed = false;
        rating.wordsHold = false;
        draft.ratings.push_back(std::move(rating));
    }
    return draft;
}

AssessmentDraft correctionOf(const Assessment& wrong)
{
    AssessmentDraft draft{wrong.child,   wrong.framework, wrong.id, wrong.assessedOn,
                          wrong.ratings, wrong.id,        {}};
    for (Rating& rating : draft.ratings)
        rating.confirmed = true;
    return draft;
}

bool needsNewWords(const Rating& now, const Rating* before)
{
    return before && now.confirmed && !now.wordsHold && now.level != before->level &&
           !now.evidence.empty() && now.evidence == before->evidence;
}

std::vector<CompletionIssue> completionIssues(const AssessmentDraft& draft,
                                              const NeedsFramework& framework, Date birth,
                                              Date today, const std::vector<Rating>* before)
{
    using Kind = CompletionIssue::Kind;
    std::vector<Rating> earlier;
    if (before)
        earlier = ratingsIn(framework, *before, RatingsOf::Needs);
    std::vector<CompletionIssue> issues;
    if (draft.assessedOn > today)
        issues.push_back({Kind::DateInFuture, {}});
    if (draft.assessedOn < birth)
        issues.push_back({Kind::DateBeforeBirth, {}});
    if (draft.corrects && trimmed(draft.reason).empty())
        issues.push_back({Kind::ReasonMissing, {}});
    for (const auto& domain : framework.domains) {
        const Rating* rating = agreedRating(draft.ratings, domain.key);
        if (!rating || (!rating->level && !rating->confirmed))
            issues.push_back({Kind::LevelMissing, domain.key});
        else if (!rating->confirmed)
            issues.push_back({Kind::NotConfirmed, domain.key});
        else if (rating->evidence.empty() && (!rating->level || rating->level->value() > 0))
            issues.push_back({Kind::EvidenceMissing, domain.key});
        else if (needsNewWords(*rating, agreedRating(earlier, domain.key)))
            issues.push_back({Kind::WordsUnchanged, domain.key});
    }
    for (const Rating& rating : draft.ratings)
        if (!framework.findDomain(rating.domainKey))
            issues.push_back({Kind::UnknownDomain, rating.domainKey});
    return issues;
}

std::vector<CompletionIssue> skillIssues(const std::vector<Rating>& skills,
                                         const NeedsFramework& framework,
                                         const std::vector<Rating>* before)
{
    using Kind = CompletionIssue::Kind;
    std::vector<Rating> earlier;
    if (before)
        earlier = ratingsIn(framework, *before, RatingsOf::Skills);
    std::vector<CompletionIssue> issues;
    for (const Rating& skill : skills) {
        if (!framework.findDomain(skill.domainKey))
            issues.push_back({Kind::UnknownDomain, skill.domainKey});
        // A skill counts for a child's safety: nobody is put down as able without saying from what.
        else if (skill.level && skill.level->value() > 0 && trimmed(skill.evidence).empty())
            issues.push_back({Kind::EvidenceMissing, skill.domainKey});
        else if (needsNewWords(skill, agreedRating(earlier, skill.domainKey)))
            issues.push_back({Kind::WordsUnchanged, skill.domainKey});
    }
    return issues;
}

}  // namespace homeward
