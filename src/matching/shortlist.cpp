#include "matching/shortlist.h"

#include <algorithm>

#include "matching/limits.h"
#include "matching/needs_fit.h"
#include "matching/practical_fit.h"

namespace homeward::matching {
namespace {

constexpr std::size_t kHouseholdsBetweenStops = 256;
/// Sums that are exactly a band's border on paper may miss it by this much.
constexpr double kRoundingNoise = 1e-9;

/// One household after the pass over all: numbers only, nothing allocated.
struct Outcome {
    const Household* household = nullptr;
    Distances distances;
    Standing standing = Standing::Eligible;
    Verdicts verdicts{};
    FactorReadings readings{};
    std::optional<double> needsFit;
    std::optional<double> practicalFit;
    double score = 0;
    bool criticalGap = false;
};

class Run {
public:
    Run(const Request& request, const NeedsFramework& framework, const Policy& policy)
        : m_request(request),
          m_policy(policy),
          m_needs(request.needs, framework, policy),
          m_practical(request, policy)
    {
    }

    bool childIsAssessed() const { return m_needs.isAssessed(); }
    bool childLivesIn(const Household& household) const;
    Outcome testLimitsOf(const Household& household) const;
    void score(Outcome& outcome) const;
    Candidate candidate(const Outcome& outcome, bool explain) const;
    NotEligible notEligible(const Outcome& outcome) const;

private:
    /// Parts of the score that F and Q make; where one is not known the other makes all of it.
    struct Shares {
        double needs = 0;
        double practical = 0;
    };
    Shares sharesOf(const Outcome& outcome) const;
    Band bandOf(const Outcome& outcome) const;

    const Request& m_request;
    const Policy& m_policy;
    NeedsFit m_needs;
    PracticalFit m_practical;
};

bool Run::childLivesIn(const Household& household) const
{
    return household.id == m_request.livesIn ||
           std::find(household.placedChildren.begin(), household.placedChildren.end(),
                     m_request.child) != household.placedChildren.end();
}

Outcome Run::testLimitsOf(const Household& household) const
{
    Outcome outcome;
    outcome.household = &household;
    outcome.distances = distancesOf(household, m_request);
    outcome.verdicts = testLimits(household, m_request, m_policy, outcome.distances);
    outcome.standing = standingOf(outcome.verdicts, household, m_request, m_policy);
    return outcome;
}

void Run::score(Outcome& outcome) const
{
    const NeedsFit::Comparison comparison = m_needs.compare(outcome.household->skills);
    outcome.criticalGap = comparison.critical;
    if (m_needs.isAssessed())
        outcome.needsFit = m_needs.fitFor(comparison.loss);
    outcome.readings = m_practical.read(*outcome.household, outcome.distances);
    outcome.practicalFit = m_practical.fitOf(outcome.readings);
    const Shares shares = sharesOf(outcome);
    outcome.score = shares.needs * outcome.needsFit.value_or(0) +
                    shares.practical * outcome.practicalFit.value_or(0);
}

Run::Shares Run::sharesOf(const Outcome& outcome) const
{
    // What is not known must not pull a household down: the known part stands for the whole.
    if (outcome.needsFit && outcome.practicalFit)
        return {m_policy.needsWeight, m_policy.practicalWeight};
    return {outcome.needsFit ? 1.0 : 0.0, outcome.practicalFit ? 1.0 : 0.0};
}

Band Run::bandOf(const Outcome& outcome) const
{
    if (!outcome.needsFit)
        return Band::NotAssessed;
    const double score = outcome.score + kRoundingNoise;
    if (score >= m_policy.strongFrom && !outcome.criticalGap)
        return Band::Strong;
    if (score >= m_policy.goodFrom && !outcome.criticalGap)
        return Band::Good;
    return score >= m_policy.withSupportFrom ? Band::WithSupport : Band::Weak;
}

Candidate Run::candidate(const Outcome& outcome, bool explain) const
{
    const Household& household = *outcome.household;
    Candidate candidate;
    candidate.home = household.id;
    candidate.score = outcome.score;
    candidate.band = bandOf(outcome);
    candidate.needsFit = outcome.needsFit;
    candidate.practicalFit = outcome.practicalFit;
    candidate.freePlaces = freePlaces(household);
    candidate.miles = measuredMiles(outcome.distances, m_request);
    candidate.gaps = m_needs.gapsOf(household.skills);
    candidate.unknownFactors = unknownFactorsOf(outcome.readings);
    for (const Verdict verdict : {Verdict::NotMet, Verdict::Unknown})
        addFindings(candidate.limits, outcome.verdicts, verdict, household, m_request, m_policy,
                    outcome.distances);
    if (explain) {
        const Shares shares = sharesOf(outcome);
        if (outcome.needsFit)
            m_needs.explain(household.skills, shares.needs, candidate.contributions);
        if (outcome.practicalFit)
            m_practical.explain(outcome.readings, household, outcome.distances, shares.practical,
                                candidate.contributions);
    }
    return candidate;
}

NotEligible Run::notEligible(const Outcome& outcome) const
{
    NotEligible result;
    result.home = outcome.household->id;
    addFindings(result.reasons, outcome.verdicts, Verdict::NotMet, *outcome.household, m_request,
                m_policy, outcome.distances);
    return result;
}

/// Outcomes of all households, by what becomes of them.
struct Sorted {
    std::vector<Outcome> eligible;    ///< best first
    std::vector<Outcome> nearMisses;  ///< best first
    std::vector<Outcome> others;      ///< by HomeId
};

bool lowerId(const Outcome& a, const Outcome& b)
{
    return a.household->id < b.household->id;
}

bool better(const Outcome& a, const Outcome& b)
{
    return a.score != b.score ? a.score > b.score : lowerId(a, b);
}

Error cancelled()
{
    return {ErrorCode::Cancelled, "shortlist", {}};
}

Result<Sorted> lookAtAll(const std::vector<Household>& households, const Run& run,
                         const RunControl& control)
{
    Sorted sorted;
    sorted.eligible.reserve(households.size());
    for (std::size_t i = 0; i < households.size(); ++i) {
        if (i % kHouseholdsBetweenStops == 0) {
            if (control.stopRequested())
                return cancelled();
            control.progress(static_cast<int>(i), static_cast<int>(households.size()));
        }
        if (run.childLivesIn(households[i]))
            continue;
        Outcome outcome = run.testLimitsOf(households[i]);
        if (outcome.standing == Standing::NotEligible) {
            sorted.others.push_back(outcome);
            continue;
        }
        run.score(outcome);
        (outcome.standing == Standing::Eligible ? sorted.eligible : sorted.nearMisses)
            .push_back(outcome);
    }
    // Sorting is total (score, then id), so that the order households came in changes nothing.
    std::sort(sorted.eligible.begin(), sorted.eligible.end(), better);
    std::sort(sorted.nearMisses.begin(), sorted.nearMisses.end(), better);
    std::sort(sorted.others.begin(), sorted.others.end(), lowerId);
    return sorted;
}

std::vector<Candidate> candidatesFrom(const std::vector<Outcome>& outcomes, const Run& run,
                                      std::size_t explained)
{
    std::vector<Candidate> candidates;
    candidates.reserve(outcomes.size());
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        candidates.push_back(run.candidate(outcomes[i], i < explained));
    return candidates;
}

Result<Done> checkLengths(const std::vector<Household>& households, const Request& request,
                          const NeedsFramework& framework)
{
    if (request.needs.size() != framework.domains.size())
        return invalidInput("needs", "one-per-domain");
    for (const Household& household : households)
        if (household.skills.size() != framework.domains.size())
            return invalidInput("skills", "one-per-domain", {{"home", household.id.value}});
    return Done{};
}

}  // namespace

Result<Shortlist> makeShortlist(const std::vector<Household>& households, const Request& request,
                                const NeedsFramework& framework, const Policy& policy,
                                std::size_t explained, const RunControl& control)
{
    if (const Result<Done> lengths = checkLengths(households, request, framework); !lengths)
        return lengths.error();
    const Run run(request, framework, policy);
    const Result<Sorted> sorted = lookAtAll(households, run, control);
    if (!sorted)
        return sorted.error();

    Shortlist shortlist;
    shortlist.childAssessed = run.childIsAssessed();
    shortlist.policyVersion = policy.version;
    shortlist.framework = framework.id;
    shortlist.candidates = candidatesFrom(sorted->eligible, run, explained);
    for (std::size_t i = 0; i < shortlist.candidates.size(); ++i)
        shortlist.candidates[i].rank = static_cast<int>(i) + 1;
    shortlist.nearMisses = candidatesFrom(sorted->nearMisses, run, explained);
    shortlist.notEligible.reserve(sorted->others.size());
    for (const Outcome& outcome : sorted->others)
        shortlist.notEligible.push_back(run.notEligible(outcome));
    if (control.stopRequested())
        return cancelled();
    return shortlist;
}

}  // namespace homeward::matching
