#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/home.h"
#include "domain/needs/needs_framework.h"
#include "matching/policy.h"
#include "support/date.h"
#include "support/id.h"
#include "support/result.h"
#include "support/run_control.h"

namespace homeward::matching {

/// Named tests of (child, household, date). Order is the order they are read out.
enum class Limit {
    Status,      ///< approved, not on hold, suspended or resigned
    Adulthood,   ///< 18 or over on the day: care has ended
    NamedChild,  ///< family and friends: the approval names the children it is for
    AgeTerms,
    SexTerms,
    TypeTerms,
    Vacancy,
    UsualLimit,  ///< more than three children who are not all siblings
    Distance,    ///< further than this search allows
    Review       ///< the review of the approval is long overdue
};
enum class Verdict { Met, NotMet, Unknown };
enum class Band {
    Strong,
    Good,
    WithSupport,
    Weak,
    NotAssessed,  ///< no need of the child is known: a practical fit says nothing about needs
    NeedsLeftOut  ///< a known need has no domain in this framework: no score speaks of it
};

/// One limit that is not met or not known, with the facts a sentence needs
/// (e.g. "oldest" = "10", "age" = "12"; keys are documented in docs/method.md).
struct LimitFinding {
    Limit limit;
    Verdict verdict;
    bool canBeWaived = false;
    std::map<std::string, std::string> facts;
};

/// One household as one run reads it. Copied beforehand: a run needs no lock and no database.
struct Household {
    HomeId id;
    HomeKind kind = HomeKind::FosterHousehold;
    ApprovalStatus status = ApprovalStatus::Approved;
    int places = 1;
    int youngestYears = 0;
    int oldestYears = 17;
    std::optional<Sex> onlySex;
    std::set<PlacementType> types;        ///< empty: not recorded
    std::set<ChildId> namedChildren;      ///< whom a family and friends approval is for
    std::optional<Date> reviewDueOn;      ///< of the approval; empty: not recorded
    std::vector<ChildId> placedChildren;  ///< on the day asked for, or to come later
    std::optional<int> mostPlaced;        ///< of them at one time; empty: all together
    std::vector<MaybeLevel> skills;       ///< by domain of the framework
    std::optional<Location> location;
    std::set<std::string> languages;
    std::optional<bool> hasPets;
    std::vector<int> agesCaredFor;  ///< ages at the start of earlier placements, years
    std::optional<int> weeklyCostPence;

    /// Approved by a fostering panel: its terms can be varied, its reviews are yearly and the usual
    /// fostering limit applies.
    bool isFostering() const
    {
        return kind == HomeKind::FosterHousehold || kind == HomeKind::FamilyAndFriends;
    }
};

/// A need that was assessed in another version of the framework and that this one has no domain
/// for.
struct LeftOut {
    std::string title;  ///< of the domain, as it was called
    int level = 0;      ///< 1..4
    bool operator==(const LeftOut&) const = default;
};

/// What is asked for, for one child on one day.
struct Request {
    ChildId child;
    Date on;
    HomeKind kind = HomeKind::FosterHousehold;  ///< one list holds one kind of home
    int ageYears = 0;
    Sex sex = Sex::Unknown;
    std::optional<PlacementType> type;  ///< empty: any
    std::vector<MaybeLevel> needs;      ///< by domain; all empty: not assessed
    std::vector<LeftOut> leftOut;       ///< with any, no household has a band
    std::optional<Location> family;
    std::optional<Location> school;
    std::string language;            ///< empty: no stated need
    std::optional<bool> likesPets;   ///< empty: not asked
    std::vector<ChildId> siblings;   ///< of this child, in care
    std::optional<double> maxMiles;  ///< from family, else school; empty: no maximum
    std::optional<HomeId> livesIn;   ///< where the child lives now: never offered

    /// An emergency widens the choice: terms of a foster home may be exceeded for six working days.
    /// Source: Fostering Services (England) Regulations 2011, reg. 23.
    bool isEmergency() const { return type == PlacementType::Emergency; }
};

/// One share of the score. All points of a Candidate sum to its score to within 1e-9.
struct Contribution {
    enum class Kind { Domain, NoAssessedNeed, Factor };
    Kind kind = Kind::Domain;
    std::size_t domain = 0;                    ///< index in the framework, for Kind::Domain
    Factor factor{};                           ///< for Kind::Factor
    double points = 0;                         ///< what it adds to the score
    double possible = 0;                       ///< what it could have added at best
    int need = 0;                              ///< 0..4, for Kind::Domain
    MaybeLevel skill;                          ///< for Kind::Domain; empty counts as 0
    double value = 0;                          ///< 0..1, for Kind::Factor
    bool isKnown = true;                       ///< false: counted at its worst because nobody asked
    std::map<std::string, std::string> facts;  ///< e.g. "miles" = "7.9"
};

struct Gap {
    std::size_t domain = 0;
    int need = 0;
    int shortfall = 0;  ///< 1..4
    bool critical = false;
    bool skillUnknown = false;
};

/// One thing to ask a household, and what the answer could add to its score.
struct Question {
    enum class About { Skill, Location, Factor, Limit };
    About about = About::Skill;
    std::size_t domain = 0;  ///< index in the framework, for About::Skill
    Factor factor{};         ///< for About::Factor
    Limit limit{};           ///< for About::Limit
    double points = 0;       ///< at most, 0..100
};

struct Candidate {
    HomeId home;
    int rank = 0;      ///< 1 is best; 0 outside the ranked list
    int tiedFrom = 0;  ///< ranks this one is tied with, itself among them; 0: with none
    int tiedTo = 0;
    double score = 0;  ///< S, 0..100: what is certain
    Band band = Band::Weak;
    std::optional<double> needsFit;      ///< F, 0..100; empty: the child is not assessed
    std::optional<double> practicalFit;  ///< Q, 0..100; empty: no factor applies
    int freePlaces = 0;
    std::optional<double> miles;       ///< to the point distance is measured from
    std::vector<Gap> gaps;             ///< worst first
    std::vector<LimitFinding> limits;  ///< not met (near misses) and unknown (questions to ask)
    std::vector<Contribution> contributions;  ///< empty where no explanation was asked for
    std::vector<Question> questions;          ///< those that could add most first

    /// What the score could be once every question is answered at best, 0..100.
    double scoreUpTo() const;
};

/// Homes of another kind than was asked for.
struct OtherKind {
    HomeKind kind{};
    int homes = 0;                 ///< that could be asked as things are, 1 or more
    std::optional<int> fromPence;  ///< the lowest weekly cost among them; empty: none is recorded
};

struct NotEligible {
    HomeId home;
    std::vector<LimitFinding> reasons;  ///< every limit that is not met
};

struct Shortlist {
    std::vector<Candidate> candidates;  ///< eligible, best first
    std::vector<Candidate> nearMisses;  ///< exactly one limit not met, and it can be waived; in an
                                        ///< emergency several, if all are terms of approval
    std::vector<NotEligible> notEligible;  ///< everyone else of this kind, by HomeId
    std::vector<OtherKind> otherKinds;     ///< by HomeKind
    bool childAssessed = false;            ///< false: score is the practical fit alone
    std::string policyVersion;
    FrameworkVersionId framework;
};

/// Looks at every household for one child and ranks those of the kind asked for.
///
/// Best first is: the better band, then the higher score; scores within Policy::tieWithin of the
/// best among them are a tie, in which fewer questions, then fewer miles, then the lower id lead.
/// All limits are evaluated for all households. The first `explained` candidates and near misses
/// carry contributions; the others carry the same score without them. An empty candidates list is
/// an answer, not an error. Same input, same answer.
///
/// Fails with: Cancelled; InvalidInput when needs or skills do not have one entry per domain.
/// Thread safety: pure; any thread.
Result<Shortlist> makeShortlist(const std::vector<Household>& households, const Request& request,
                                const NeedsFramework& framework, const Policy& policy,
                                std::size_t explained = 50, const RunControl& control = {});

/// Says which ranks are ties, from the order, bands and scores of `ranked`.
void nameTies(std::vector<Candidate>& ranked, const Policy& policy);

/// Whether a limit is a term of a household's approval, which an emergency may exceed.
bool isTermOfApproval(Limit limit);

/// Places not taken on the day; never negative.
int freePlaces(const Household& household);

}  // namespace homeward::matching

template <>
struct homeward::EnumKeys<homeward::matching::Limit> {
    using Limit = homeward::matching::Limit;
    static constexpr std::pair<Limit, std::string_view> table[] = {
        {Limit::Status, "status"},          {Limit::Adulthood, "adulthood"},
        {Limit::NamedChild, "named-child"}, {Limit::AgeTerms, "age-terms"},
        {Limit::SexTerms, "sex-terms"},     {Limit::TypeTerms, "type-terms"},
        {Limit::Vacancy, "vacancy"},        {Limit::UsualLimit, "usual-limit"},
        {Limit::Distance, "distance"},      {Limit::Review, "review"}};
};

template <>
struct homeward::EnumKeys<homeward::matching::Question::About> {
    using About = homeward::matching::Question::About;
    static constexpr std::pair<About, std::string_view> table[] = {{About::Skill, "skill"},
                                                                   {About::Location, "location"},
                                                                   {About::Factor, "factor"},
                                                                   {About::Limit, "limit"}};
};

template <>
struct homeward::EnumKeys<homeward::matching::Verdict> {
    using Verdict = homeward::matching::Verdict;
    static constexpr std::pair<Verdict, std::string_view> table[] = {
        {Verdict::Met, "met"}, {Verdict::NotMet, "not-met"}, {Verdict::Unknown, "unknown"}};
};

template <>
struct homeward::EnumKeys<homeward::matching::Band> {
    using Band = homeward::matching::Band;
    static constexpr std::pair<Band, std::string_view> table[] = {
        {Band::Strong, "strong"},
        {Band::Good, "good"},
        {Band::WithSupport, "with-support"},
        {Band::Weak, "weak"},
        {Band::NotAssessed, "not-assessed"},
        {Band::NeedsLeftOut, "needs-left-out"}};
};
