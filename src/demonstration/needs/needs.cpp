#include "demonstration/needs/needs.h"

#include <algorithm>

#include "demonstration/needs/needs_course.h"
#include "demonstration/words.h"

namespace homeward::demonstration {
namespace {

constexpr double kNeverAssessed = 0.05;
constexpr double kOnlyOnce = 0.06;
constexpr double kNotKnown = 0.02;
constexpr double kWithStrength = 0.3;
constexpr int kYoungBelowYears = 5;
constexpr int kTeenFromYears = 11;
constexpr int kAfternoonMs = 15 * 3'600'000;
constexpr double kQuietShare = 0.4;  ///< of a need that hardly shows in small children

/// When one child's assessments were completed.
std::vector<Date> assessmentDays(const Life& life, const Span& span, Random& random)
{
    std::vector<Date> days;
    if (random.chance(kNeverAssessed))
        return days;
    const bool once = random.chance(kOnlyOnce);
    const bool alreadyInCare = life.enters < span.windowStart;
    Date next = alreadyInCare ? span.windowStart.plusDays(random.between(5, 140))
                              : life.enters.plusDays(random.between(12, 40));
    const Date end = std::min(life.lastDay(span).plusDays(-1), span.today);
    while (next < end) {
        const bool away = life.atHome && next >= life.atHome->first && next < life.atHome->second;
        if (away) {
            next = life.atHome->second.plusDays(random.between(12, 40));
            continue;
        }
        days.push_back(next);
        if (once)
            break;
        const int late = random.chance(0.12) ? random.between(30, 150) : 0;
        next = next.plusDays(random.between(150, 205) + late);
    }
    return days;
}

/// The words one child's ratings keep from review to review, while the level stays the same.
class Telling {
public:
    Telling(const NeedsFramework& framework, Random& random) : m_framework(framework)
    {
        for (std::size_t i = 0; i < framework.domains.size(); ++i) {
            m_variants.push_back(random.below(60));
            m_withStrength.push_back(random.chance(kWithStrength));
        }
    }

    Rating rate(std::size_t domain, double need, int ageYears, Random& random) const
    {
        const std::string& key = m_framework.domains[domain].key;
        Rating rating;
        rating.domainKey = key;
        if (random.chance(kNotKnown)) {
            rating.evidence = Words::builtIn().pick(random, "need-unknown");
            return rating;
        }
        const bool young = ageYears < kYoungBelowYears;
        if (young && Words::builtIn().isAmong("quiet-when-young", key))
            need *= kQuietShare;
        const int level = static_cast<int>(std::clamp(need + 0.5, 0.0, 4.4));
        rating.level = Level::fromInt(level);
        if (level > 0)
            rating.evidence = evidence(domain, level, ageYears);
        if (!young && m_withStrength[domain])
            rating.strength = strength(domain, ageYears);
        return rating;
    }

private:
    const std::string& evidence(std::size_t domain, int level, int ageYears) const
    {
        const std::string& key = m_framework.domains[domain].key;
        const Words& words = Words::builtIn();
        const std::string ending = "." + std::to_string(level);
        const bool own = !words.of("need." + key + ending + ".older").empty();
        return oneOf("need." + (own ? key : "*") + ending, domain, ageYears,
                     ageYears < kYoungBelowYears ? ".young" : ".older");
    }

    const std::string& strength(std::size_t domain, int ageYears) const
    {
        const std::string& key = m_framework.domains[domain].key;
        const bool own = !Words::builtIn().of("strength." + key).empty();
        return oneOf("strength." + (own ? key : "*"), domain, ageYears, "");
    }

    /// Texts for teenagers come on top of those for every age.
    const std::string& oneOf(const std::string& key, std::size_t domain, int ageYears,
                             const std::string& group) const
    {
        static const std::string nothing;
        const Words& words = Words::builtIn();
        const auto& common = words.of(key + group);
        const auto& forTeens = words.of(key + ".teen");
        const std::size_t teens = ageYears >= kTeenFromYears ? forTeens.size() : 0;
        const std::size_t count = common.size() + teens;
        if (count == 0)
            return nothing;
        const std::size_t choice = m_variants[domain] % count;
        return choice < common.size() ? common[choice] : forTeens[choice - common.size()];
    }

    const NeedsFramework& m_framework;
    std::vector<std::size_t> m_variants;
    std::vector<bool> m_withStrength;
};

}  // namespace

std::vector<Assessment> inventAssessments(const Cast& cast, const std::vector<AccountId>& assessors,
                                          const NeedsFramework& framework,
                                          const InventionPlan& plan, IdSource& ids,
                                          const RunControl& control)
{
    const Span span(plan);
    Random random(plan.seed, "assessments");
    std::vector<Assessment> assessments;
    for (const Life& life : cast.lives) {
        if (control.stopRequested())
            break;
        const std::vector<Date> days = assessmentDays(life, span, random);
        const Telling telling(framework, random);
        NeedsCourse course(life, random);
        for (const Date day : days) {
            const std::vector<double>& needs = course.on(day, random);
            const int age = ageYears(life.child.birthDate, day);
            Assessment assessment;
            assessment.id = ids.make<AssessmentId>();
            assessment.child = life.child.id;
            assessment.framework = framework.id;
            assessment.assessedOn = day;
            assessment.completedAt = {std::int64_t{day.daysSinceEpoch()} * 86'400'000 +
                                      kAfternoonMs};
            const bool leftCare = life.child.worker.isEmpty();
            assessment.completedBy = leftCare && !assessors.empty()
                                         ? assessors[random.below(assessors.size())]
                                         : life.child.worker;
            for (std::size_t i = 0; i < framework.domains.size(); ++i)
                assessment.ratings.push_back(telling.rate(i, needs[i], age, random));
            assessments.push_back(std::move(assessment));
        }
    }
    return assessments;
}

}  // namespace homeward::demonstration
