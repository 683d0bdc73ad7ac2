#pragma once

#include <tuple>

#include "matching/shortlist.h"

// Whether two lists say the same, to the last digit.

namespace homeward::matching {

inline bool operator==(const LimitFinding& a, const LimitFinding& b)
{
    const auto all = [](const LimitFinding& f) {
        return std::tie(f.limit, f.verdict, f.canBeWaived, f.facts);
    };
    return all(a) == all(b);
}

inline bool operator==(const Contribution& a, const Contribution& b)
{
    const auto all = [](const Contribution& c) {
        return std::tie(c.kind, c.domain, c.factor, c.points, c.possible, c.need, c.skill, c.value,
                        c.isKnown, c.facts);
    };
    return all(a) == all(b);
}

inline bool operator==(const Gap& a, const Gap& b)
{
    const auto all = [](const Gap& g) {
        return std::tie(g.domain, g.need, g.shortfall, g.critical, g.skillUnknown);
    };
    return all(a) == all(b);
}

inline bool operator==(const Question& a, const Question& b)
{
    const auto all = [](const Question& q) {
        return std::tie(q.about, q.domain, q.factor, q.limit, q.points);
    };
    return all(a) == all(b);
}

inline bool operator==(const OtherKind& a, const OtherKind& b)
{
    return std::tie(a.kind, a.homes, a.fromPence) == std::tie(b.kind, b.homes, b.fromPence);
}

inline bool operator==(const Candidate& a, const Candidate& b)
{
    const auto all = [](const Candidate& c) {
        return std::tie(c.home, c.rank, c.tiedFrom, c.tiedTo, c.score, c.band, c.needsFit,
                        c.practicalFit, c.freePlaces, c.miles, c.gaps, c.limits, c.contributions,
                        c.questions);
    };
    return all(a) == all(b);
}

inline bool operator==(const NotEligible& a, const NotEligible& b)
{
    return std::tie(a.home, a.reasons) == std::tie(b.home, b.reasons);
}

inline bool operator==(const Shortlist& a, const Shortlist& b)
{
    const auto all = [](const Shortlist& s) {
        return std::tie(s.candidates, s.nearMisses, s.notEligible, s.otherKinds, s.childAssessed,
                        s.policyVersion, s.framework);
    };
    return all(a) == all(b);
}

inline bool operator==(const Request& a, const Request& b)
{
    const auto all = [](const Request& r) {
        return std::tie(r.child, r.on, r.kind, r.ageYears, r.sex, r.type, r.needs, r.leftOut,
                        r.family, r.school, r.language, r.likesPets, r.siblings, r.maxMiles,
                        r.livesIn);
    };
    return all(a) == all(b);
}

}  // namespace homeward::matching
