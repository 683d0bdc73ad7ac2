#include "demonstration/people.h"

#include <algorithm>
#include <array>

#include "demonstration/names.h"
#include "demonstration/needs/about_me.h"
#include "demonstration/place/area.h"
#include "demonstration/timing.h"
#include "demonstration/words.h"

namespace homeward::demonstration {
namespace {

/// Case numbers of two seeds must not meet, so that one demonstration can be imported into another.
std::uint64_t firstCaseNumber(std::uint64_t seed)
{
    return 100'000 * (1 + (seed + 8) % 9) + 1;
}
constexpr int kSchoolAge = 4;

std::string ethnicityOf(Random& random, bool alone)
{
    if (alone) {
        static const std::vector<std::string> codes{"AOTH", "BAFR", "OOTH"};
        return random.pick(codes);
    }
    static const std::vector<std::string> codes{"WBRI", "WOTH", "WROM", "WIRT", "MWBC", "MWBA",
                                                "MWAS", "MOTH", "AIND", "APKN", "ABAN", "AOTH",
                                                "BCRB", "BAFR", "BOTH", "CHNE", "OOTH", "NOBT"};
    static const std::vector<double> weights{66,  4, 1.5, 0.6, 3.5, 1.5, 1.6, 2.6, 0.7,
                                             2.2, 1, 2,   2.2, 4,   2,   0.2, 1.8, 1.6};
    return codes[random.weighted(weights)];
}

std::string needCodeOf(Random& random, bool alone)
{
    if (alone)
        return "N8";
    static const std::vector<std::string> codes{"N1", "N2", "N3", "N4", "N5", "N6", "N8"};
    static const std::vector<double> weights{64, 3, 4, 9, 14, 3, 3};
    return codes[random.weighted(weights)];
}

std::string upnOf(Random& random, int age)
{
    if (age < kSchoolAge)
        return "UN1";
    std::string upn = "A999";  // no local authority has the number 999
    for (int i = 0; i < 9; ++i)
        upn += static_cast<char>('0' + random.below(10));
    return upn;
}

std::string statedLanguage(Random& random, bool alone)
{
    return random.chance(alone ? 0.85 : 0.05) ? Words::builtIn().pick(random, "language")
                                              : std::string{};
}

std::optional<Location> schoolOf(Random& random, int age, const Family& family)
{
    if (age < kSchoolAge || random.chance(0.14))
        return std::nullopt;
    return placeNear(random, family.home, 4);
}

/// A few needs stand out; how many and how far depends on what came before.
std::vector<double> needsOf(Random& random, double severity, std::size_t domains)
{
    std::vector<double> needs(domains);
    for (double& need : needs)
        need = std::clamp(4 * (severity * 0.62 + 0.17 * random.bell() - 0.03), 0.0, 3.2);
    const int salient = 2 + static_cast<int>(severity * 5);
    for (int i = 0; i < salient && domains > 0; ++i) {
        double& need = needs[random.below(domains)];
        need = std::max(need, std::clamp(4 * (severity + 0.22 + 0.17 * random.bell()), 1.2, 4.3));
    }
    return needs;
}

double severityOf(Random& random, int ageAtEntry, bool alone)
{
    const double usual = alone ? 0.34 : 0.28 + 0.016 * std::min(ageAtEntry, 16);
    return std::clamp(usual + 0.17 * random.bell(), 0.05, 0.97);
}

class People {
public:
    People(const InventionPlan& plan, const NeedsFramework& framework)
        : m_plan(plan),
          m_span(plan),
          m_domains(framework.domains.size()),
          m_times(plan.seed, m_span),
          m_who(plan.seed, "who"),
          m_words(plan.seed, "about me"),
          m_needs(plan.seed, "needs at entry")
    {
    }

    Cast invent()
    {
        while (m_cast.lives.size() < static_cast<std::size_t>(m_plan.children))
            addFamily();
        return std::move(m_cast);
    }

private:
    void addFamily()
    {
        const std::size_t left = static_cast<std::size_t>(m_plan.children) - m_cast.lives.size();
        FamilyTiming timing = m_times.nextFamily(left);
        Family family;
        family.name = familyName(m_who);
        family.home = placeInArea(m_who);
        family.homeKnown = m_who.chance(0.92);
        family.postcode = inventedPostcode(m_who);
        if (!timing.alone && m_who.chance(0.26))
            family.kinFromStage = m_who.chance(0.5) ? 0 : 1;
        family.kinEnds = m_who.chance(0.25);
        for (const ChildTiming& child : timing.children)
            addChild(family, timing, child);
        m_cast.families.push_back(std::move(family));
    }

    void addChild(Family& family, const FamilyTiming& timing, const ChildTiming& times)
    {
        Life life;
        life.family = m_cast.families.size();
        life.alone = timing.alone;
        life.apart = !family.members.empty() && m_who.chance(0.22);
        life.enters = times.enters;
        life.leaves = times.leaves;
        life.exit = times.exit;
        const int ageAtEntry = ageYears(times.birth, times.enters);
        life.severity = severityOf(m_needs, ageAtEntry, timing.alone);
        life.needs = needsOf(m_needs, life.severity, m_domains);
        life.needCode = needCodeOf(m_who, timing.alone);
        describe(life.child, family, times.birth, timing.alone);
        family.members.push_back(m_cast.lives.size());
        m_times.giveRoute(life, timing.route);
        m_cast.lives.push_back(std::move(life));
    }

    void describe(Child& child, const Family& family, Date birth, bool alone)
    {
        const int age = ageYears(birth, m_span.today);
        child.caseNumber = "D" + std::to_string(firstCaseNumber(m_plan.seed) + m_cast.lives.size());
        child.sex = m_who.chance(alone ? 0.9 : 0.54) ? Sex::Male : Sex::Female;
        child.givenName = givenName(m_who, child.sex);
        child.familyName = family.name;
        child.preferredName = preferredName(m_who, child.givenName);
        child.birthDate = birth;
        child.ethnicity = ethnicityOf(m_who, alone);
        child.upn = upnOf(m_who, age);
        if (family.homeKnown && !alone)
            child.familyLocation = family.home;
        child.schoolLocation = schoolOf(m_who, age, family);
        child.language = statedLanguage(m_who, alone);
        if (m_who.chance(0.55))
            child.likesPets = m_who.chance(0.78);
        child.aboutMe = inventAboutMe(m_words, age);
        child.rowVersion = 1;
    }

    const InventionPlan& m_plan;
    Span m_span;
    std::size_t m_domains;
    Timing m_times;
    Random m_who;
    Random m_words;
    Random m_needs;
    Cast m_cast;
};

}  // namespace

Cast inventPeople(const InventionPlan& plan, const NeedsFramework& framework)
{
    return People(plan, framework).invent();
}

}  // namespace homeward::demonstration
