#include "matching/shortlist.h"

#include <algorithm>
#include <map>

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
    Band band = Band::Weak;
    int unknowns = 0;  ///< questions there are to ask
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
    Band bandOf(const Outcome& outcome, bool criticalGap) const;
    int unknownLimits(const Outcome& outcome) const;
    std::vector<Question> questionsOf(const Outcome& outcome) const;

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
    if (m_needs.isAssessed())
        outcome.needsFit = m_needs.fitFor(comparison.loss);
    outcome.readings = m_practical.read(*outcome.household, outcome.distances);
    outcome.practicalFit = m_practical.fitOf(outcome.readings);
    const Shares shares = sharesOf(outcome);
    outcome.score = shares.needs * outcome.needsFit.value_or(0) +
                    shares.practical * outcome.practicalFit.value_or(0);
    outcome.band = bandOf(outcome, comparison.critical);
    outcome.unknowns =
        comparison.unknown + PracticalFit::unknownIn(outcome.readings) + unknownLimits(outcome);
}

Run::Shares Run::sharesOf(const Outcome& outcome) const
{
    // What is not known of the child is not known for any household: the other part stands for all.
    if (outcome.needsFit && outcome.practicalFit)
        return {m_policy.needsWeight, m_policy.practicalWeight};
    return {outcome.needsFit ? 1.0 : 0.0, outcome.practicalFit ? 1.0 : 0.0};
}

Band Run::bandOf(const Outcome& outcome, bool criticalGap) const
{
    if (!outcome.needsFit)
        return Band::NotAssessed;
    if (!m_request.leftOut.empty())
        return Band::NeedsLeftOut;
    const double score = outcome.score + kRoundingNoise;
    if (score >= m_policy.strongFrom && !criticalGap)
        return Band::Strong;
    if (score >= m_policy.goodFrom && !criticalGap)
        return Band::Good;
    return score >= m_policy.withSupportFrom ? Band::WithSupport : Band::Weak;
}

/// Whether a limit is only not known because nobody knows where the household is.
bool waitsForLocation(Limit limit, const Household& household)
{
    return limit == Limit::Distance && !household.location;
}

bool asksForLocation(const FactorReadings& readings)
{
    const auto isUnknown = [&](Factor factor) {
        return readings[static_cast<std::size_t>(factor)].state == FactorReading::State::Unknown;
    };
    return isUnknown(Factor::FamilyDistance) || isUnknown(Factor::SchoolDistance);
}

/// Those that no other question settles.
int Run::unknownLimits(const Outcome& outcome) const
{
    int unknown = 0;
    for (std::size_t i = 0; i < outcome.verdicts.size(); ++i)
        if (outcome.verdicts[i] == Verdict::Unknown &&
            !(waitsForLocation(static_cast<Limit>(i), *outcome.household) &&
              asksForLocation(outcome.readings)))
            ++unknown;
    return unknown;
}

std::vector<Question> Run::questionsOf(const Outcome& outcome) const
{
    std::vector<Question> questions;
    const Shares shares = sharesOf(outcome);
    if (outcome.needsFit)
        m_needs.ask(outcome.household->skills, shares.needs, questions);
    m_practical.ask(outcome.readings, shares.practical, questions);
    for (std::size_t i = 0; i < outcome.verdicts.size(); ++i) {
        const Limit limit = static_cast<Limit>(i);
        if (outcome.verdicts[i] != Verdict::Unknown)
            continue;
        Question question;
        question.about = Question::About::Limit;
        question.limit = limit;
        if (waitsForLocation(limit, *outcome.household)) {
            if (asksForLocation(outcome.readings))
                continue;
            question.about = Question::About::Location;
        }
        questions.push_back(question);
    }
    std::stable_sort(questions.begin(), questions.end(),
                     [](const Question& a, const Question& b) { return a.points > b.points; });
    return questions;
}

Candidate Run::candidate(const Outcome& outcome, bool explain) const
{
    const Household& household = *outcome.household;
    Candidate candidate;
    candidate.home = household.id;
    candidate.score = outcome.score;
    candidate.band = outcome.band;
    candidate.needsFit = outcome.needsFit;
    candidate.practicalFit = outcome.practicalFit;
    candidate.freePlaces = freePlaces(household);
    candidate.miles = measuredMiles(outcome.distances, m_request);
    candidate.gaps = m_needs.gapsOf(household.skills);
    if (outcome.unknowns > 0)
        candidate.questions = questionsOf(outcome);
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
    std::map<HomeKind, OtherKind> otherKinds;
};

bool lowerId(const Outcome& a, const Outcome& b)
{
    return a.household->id < b.household->id;
}

/// A band is a promise about the gaps, which no average outweighs.
bool better(const Outcome& a, const Outcome& b)
{
    if (a.band != b.band)
        return a.band < b.band;
    return a.score != b.score ? a.score > b.score : lowerId(a, b);
}

/// Among households that the score cannot tell apart.
bool surerOrNearer(const std::optional<double>& aMiles, const std::optional<double>& bMiles,
                   const Outcome& a, const Outcome& b)
{
    if (a.unknowns != b.unknowns)
        return a.unknowns < b.unknowns;
    if (aMiles != bMiles)
        return aMiles && (!bMiles || *aMiles < *bMiles);
    return lowerId(a, b);
}

/// One past the last row that is tied with row `from`, the best of them. Counted from the best, not
/// from row to row: else a long chain of small steps would make one tie of very unlike scores.
template <typename Rows>
std::size_t endOfTie(const Rows& rows, std::size_t from, double within)
{
    std::size_t end = from + 1;
    while (end < rows.size() && rows[end].band == rows[from].band &&
           rows[from].score - rows[end].score <= within + kRoundingNoise)
        ++end;
    return end;
}

void rank(std::vector<Outcome>& outcomes, const Request& request, const Policy& policy)
{
    std::sort(outcomes.begin(), outcomes.end(), better);
    for (std::size_t from = 0; from < outcomes.size();) {
        const std::size_t end = endOfTie(outcomes, from, policy.tieWithin);
        std::sort(outcomes.begin() + static_cast<std::ptrdiff_t>(from),
                  outcomes.begin() + static_cast<std::ptrdiff_t>(end),
                  [&](const Outcome& a, const Outcome& b) {
                      return surerOrNearer(measuredMiles(a.distances, request),
                                           measuredMiles(b.distances, request), a, b);
                  });
        from = end;
    }
}

Error cancelled()
{
    return {ErrorCode::Cancelled, "shortlist", {}};
}

void count(std::map<HomeKind, OtherKind>& kinds, const Outcome& outcome)
{
    if (outcome.standing != Standing::Eligible)
        return;
    OtherKind& kind = kinds[outcome.household->kind];
    kind.kind = outcome.household->kind;
    ++kind.homes;
    const auto& pence = outcome.household->weeklyCostPence;
    if (pence && (!kind.fromPence || *pence < *kind.fromPence))
        kind.fromPence = pence;
}

void sortIn(Sorted& sorted, Outcome outcome, const Request& request, const Run& run)
{
    if (outcome.household->kind != request.kind)
        return count(sorted.otherKinds, outcome);
    if (outcome.standing == Standing::NotEligible) {
        sorted.others.push_back(outcome);
        return;
    }
    run.score(outcome);
    (outcome.standing == Standing::Eligible ? sorted.eligible : sorted.nearMisses)
        .push_back(outcome);
}

Result<Sorted> lookAtAll(const std::vector<Household>& households, const Request& request,
                         const Policy& policy, const Run& run, const RunControl& control)
{
    Sorted sorted;
    sorted.eligible.reserve(households.size());
    for (std::size_t i = 0; i < households.size(); ++i) {
        if (i % kHouseholdsBetweenStops == 0) {
            if (control.stopRequested())
                return cancelled();
            control.progress(static_cast<int>(i), static_cast<int>(households.size()));
        }
        if (!run.childLivesIn(households[i]))
            sortIn(sorted, run.testLimitsOf(households[i]), request, run);
    }
    // Every order is total (an id is last), so that the order households came in changes nothing.
    rank(sorted.eligible, request, policy);
    rank(sorted.nearMisses, request, policy);
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
    const Result<Sorted> sorted = lookAtAll(households, request, policy, run, control);
    if (!sorted)
        return sorted.error();

    Shortlist shortlist;
    shortlist.childAssessed = run.childIsAssessed();
    shortlist.policyVersion = policy.version;
    shortlist.framework = framework.id;
    shortlist.candidates = candidatesFrom(sorted->eligible, run, explained);
    for (std::size_t i = 0; i < shortlist.candidates.size(); ++i)
        shortlist.candidates[i].rank = static_cast<int>(i) + 1;
    nameTies(shortlist.candidates, policy);
    shortlist.nearMisses = candidatesFrom(sorted->nearMisses, run, explained);
    shortlist.notEligible.reserve(sorted->others.size());
    for (const Outcome& outcome : sorted->others)
        shortlist.notEligible.push_back(run.notEligible(outcome));
    for (const auto& [kind, counted] : sorted->otherKinds)
        shortlist.otherKinds.push_back(counted);
    if (control.stopRequested())
        return cancelled();
    return shortlist;
}

double Candidate::scoreUpTo() const
{
    double sum = score;
    for (const Question& question : questions)
        sum += question.points;
    return std::min(sum, 100.0);
}

void nameTies(std::vector<Candidate>& ranked, const Policy& policy)
{
    struct Row {
        Band band;
        double score;
    };
    std::vector<Row> rows;
    rows.reserve(ranked.size());
    for (const Candidate& candidate : ranked)
        rows.push_back({candidate.band, candidate.score});
    // Inside a tie the order is not that of the scores, so ties are found among sorted ones.
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        return a.band != b.band ? a.band < b.band : a.score > b.score;
    });
    for (std::size_t from = 0; from < rows.size();) {
        const std::size_t end = endOfTie(rows, from, policy.tieWithin);
        for (std::size_t i = from; i < end && end - from > 1; ++i) {
            ranked[i].tiedFrom = static_cast<int>(from) + 1;
            ranked[i].tiedTo = static_cast<int>(end);
        }
        from = end;
    }
}

}  // namespace homeward::matching
