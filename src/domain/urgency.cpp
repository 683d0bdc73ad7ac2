#include "domain/urgency.h"

#include "domain/statutory_codes.h"

namespace homeward {

Urgency urgencyOf(const CareNowFacts& facts)
{
    if (!facts.inCare)
        return Urgency::NotInCare;
    if (facts.movesOn)
        return Urgency::HomeFound;
    if (!facts.placeCode)
        return Urgency::NoHome;
    if (facts.outsideTerms.isOpen())
        return Urgency::OutsideTerms;
    if (facts.leaving.by)
        return facts.leaving.noticeGiven ? Urgency::NoticeGiven : Urgency::MovePlanned;
    return placeGroupOf(*facts.placeCode) == PlaceGroup::ForAdoption ? Urgency::Adoption
                                                                     : Urgency::Lives;
}

std::optional<Date> neededBy(const CareNowFacts& facts)
{
    switch (urgencyOf(facts)) {
        case Urgency::OutsideTerms:
            return facts.outsideTerms.until;
        case Urgency::NoticeGiven:
        case Urgency::MovePlanned:
            return facts.leaving.by;
        default:
            return std::nullopt;
    }
}

}  // namespace homeward
