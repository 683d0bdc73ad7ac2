#include "domain/needs/draft_rebase.h"

#include <algorithm>

namespace homeward {

FieldTexts rebased(const FieldTexts& base, const FieldTexts& mine, const FieldTexts& theirs)
{
    FieldTexts merged = theirs;
    for (auto& [key, value] : merged) {
        const auto own = mine.find(key);
        const auto before = base.find(key);
        if (own != mine.end() && (before == base.end() || own->second != before->second))
            value = own->second;
    }
    return merged;
}

AssessmentDraft rebased(const AssessmentDraft& mine, const Assessment& newer,
                        const NeedsFramework& framework)
{
    AssessmentDraft draft = draftFrom(framework, mine.child, &newer, mine.assessedOn);
    for (const Rating& rating : mine.ratings) {
        if (rating.perspective != Perspective::Agreed) {
            draft.ratings.push_back(rating);
            continue;
        }
        if (!rating.confirmed)
            continue;
        const auto same = [&](const Rating& r) {
            return r.domainKey == rating.domainKey && r.perspective == Perspective::Agreed;
        };
        const auto found = std::find_if(draft.ratings.begin(), draft.ratings.end(), same);
        if (found != draft.ratings.end())
            *found = rating;
    }
    return draft;
}

}  // namespace homeward
