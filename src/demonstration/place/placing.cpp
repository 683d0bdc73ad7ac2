#include "demonstration/place/placing.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "domain/location.h"

namespace homeward::demonstration {
namespace {

constexpr int kSampledHomes = 24;
constexpr int kLongTermDays = 430;

struct Resident {
    std::size_t life = 0;
    std::size_t stay = 0;
};

/// Children of one family who move into the same place together.
struct Group {
    std::size_t family = 0;
    Setting setting = Setting::Fostering;
    Date from;
    std::optional<Date> to;
    std::vector<Resident> residents;
};

class Placing {
public:
    Placing(Cast& cast, Houses& houses, const InventionPlan& plan)
        : m_cast(cast), m_houses(houses), m_span(plan), m_random(plan.seed, "placing")
    {
    }

    void placeAll(const RunControl& control)
    {
        std::vector<Group> groups = allGroups();
        for (const Group& group : groups)
            if (group.setting == Setting::Kinship)
                placeWithKin(group);
        for (const Family& family : m_cast.families)
            if (family.kinHome != kNoHome)
                setKinshipTerms(m_houses.all[family.kinHome]);
        openUnusedHomes();
        for (const Group& group : groups) {
            if (control.stopRequested())
                return;
            if (group.setting != Setting::Kinship)
                place(group);
        }
    }

private:
    Stay& stayOf(const Resident& resident)
    {
        return m_cast.lives[resident.life].stays[resident.stay];
    }

    std::vector<Group> allGroups()
    {
        std::map<std::tuple<std::size_t, int, Setting>, Group> byStage;
        for (std::size_t i = 0; i < m_cast.lives.size(); ++i) {
            Life& life = m_cast.lives[i];
            for (std::size_t k = 0; k < life.stays.size(); ++k) {
                const Stay& stay = life.stays[k];
                const auto [found, isNew] =
                    byStage.try_emplace({life.family, stay.stage, stay.setting});
                Group& group = found->second;
                if (isNew)
                    group = {life.family, stay.setting, stay.from, stay.to, {}};
                group.from = std::min(group.from, stay.from);
                if (!stay.to || !group.to)
                    group.to.reset();
                else
                    group.to = std::max(*group.to, *stay.to);
                group.residents.push_back({i, k});
            }
        }
        std::vector<Group> groups;
        groups.reserve(byStage.size());
        for (auto& [key, group] : byStage)
            groups.push_back(std::move(group));
        std::stable_sort(groups.begin(), groups.end(),
                         [](const Group& a, const Group& b) { return a.from < b.from; });
        return groups;
    }

    void moveIn(const Group& group, std::size_t house)
    {
        for (const Resident& resident : group.residents) {
            Stay& stay = stayOf(resident);
            stay.home = house;
            stay.fit = fitOf(m_cast.lives[resident.life].needs, m_houses.all[house].skills);
            m_houses.all[house].stays.emplace_back(stay.from, stay.to);
        }
    }

    void agreeToLast(const Group& group, bool fromTheStart)
    {
        const int days = daysBetween(group.from, group.to.value_or(m_span.today));
        if (days < kLongTermDays || !m_random.chance(0.62))
            return;
        const int after = fromTheStart ? 0 : m_random.between(200, 380);
        for (const Resident& resident : group.residents) {
            Stay& stay = stayOf(resident);
            stay.longTermFrom = std::max(stay.from, group.from.plusDays(after));
            if (stay.to && daysBetween(*stay.longTermFrom, *stay.to) < 2)
                stay.longTermFrom.reset();
        }
    }

    // Relatives and friends

    void placeWithKin(const Group& group)
    {
        Family& family = m_cast.families[group.family];
        agreeToLast(group, false);
        if (family.kinHome == kNoHome) {
            if (m_usedKinship == m_houses.kinship.size())
                return;
            family.kinHome = m_houses.kinship[m_usedKinship++];
            becomeKinshipHousehold(m_houses.all[family.kinHome], family, m_random, m_span);
        }
        moveIn(group, family.kinHome);
        noteAges(group);
    }

    void noteAges(const Group& group)
    {
        House& house = m_houses.all[m_cast.families[group.family].kinHome];
        Approval& approval = house.home.approval;
        const bool firstOnes = house.stays.size() == group.residents.size();
        if (firstOnes) {
            approval.youngestYears = kAdultYears;
            approval.oldestYears = kAdultYears - 1;
            house.openFrom = group.from;
        }
        for (const Resident& resident : group.residents)
            approval.youngestYears = std::min(
                approval.youngestYears,
                ageYears(m_cast.lives[resident.life].child.birthDate, stayOf(resident).from));
    }

    /// Approved for the children who came, and no longer once they have left.
    void setKinshipTerms(House& house)
    {
        Approval& approval = house.home.approval;
        approval.places = 1;
        while (!std::all_of(house.stays.begin(), house.stays.end(), [&](const auto& stay) {
            return house.hasRoom(stay.first, stay.first, 0);
        }))
            ++approval.places;
        if (!house.livesSomebody(m_span.today)) {
            approval.status = ApprovalStatus::Resigned;
            approval.reviewDueOn.reset();
        }
    }

    void openUnusedHomes()
    {
        for (std::size_t i = m_usedKinship; i < m_houses.kinship.size(); ++i) {
            const std::size_t house = m_houses.kinship[i];
            becomeFosterHousehold(m_houses.all[house], m_houses, m_random, m_span);
            m_houses.fostering.push_back(house);
        }
    }

    // Everybody else

    void place(const Group& group)
    {
        if (group.setting == Setting::Parents || group.setting == Setting::Adoption)
            return;
        if (group.setting == Setting::Fostering)
            agreeToLast(group, stayOf(group.residents.front()).stage > 0 && m_random.chance(0.5));
        if (const auto house = choose(group)) {
            moveIn(group, *house);
            return;
        }
        if (group.residents.size() == 1)
            return;
        for (const Resident& resident : group.residents) {
            const Stay& stay = stayOf(resident);
            const Group alone{group.family, group.setting, stay.from, stay.to, {resident}};
            if (const auto house = choose(alone))
                moveIn(alone, *house);
        }
    }

    const std::vector<std::size_t>& poolOf(Setting setting) const
    {
        if (setting == Setting::ChildrensHome)
            return m_houses.residential;
        return setting == Setting::Supported ? m_houses.supported : m_houses.fostering;
    }

    std::optional<std::size_t> choose(const Group& group)
    {
        const auto& pool = poolOf(group.setting);
        if (pool.empty())
            return std::nullopt;
        std::optional<std::size_t> best;
        double bestWorth = 0;
        for (int i = 0; i < kSampledHomes; ++i) {
            const std::size_t house = pool[m_random.below(pool.size())];
            if (!suits(house, group))
                continue;
            const double worth = worthOf(house, group);
            if (!best || worth > bestWorth) {
                best = house;
                bestWorth = worth;
            }
        }
        return best ? best : firstThatSuits(pool, group);
    }

    std::optional<std::size_t> firstThatSuits(const std::vector<std::size_t>& pool,
                                              const Group& group)
    {
        const std::size_t offset = m_random.below(pool.size());
        for (std::size_t i = 0; i < pool.size(); ++i) {
            const std::size_t house = pool[(i + offset) % pool.size()];
            if (suits(house, group))
                return house;
        }
        return std::nullopt;
    }

    double worthOf(std::size_t house, const Group& group)
    {
        double worth = 0.15 * m_random.bell();
        for (const Resident& resident : group.residents)
            worth += fitOf(m_cast.lives[resident.life].needs, m_houses.all[house].skills) /
                     static_cast<double>(group.residents.size());
        const auto& place = m_houses.all[house].home.location;
        if (place)
            worth -= milesBetween(*place, m_cast.families[group.family].home) / 60;
        return worth;
    }

    bool suits(std::size_t index, const Group& group)
    {
        const House& house = m_houses.all[index];
        if (group.from < house.openFrom || (house.noNewFrom && group.from >= *house.noNewFrom))
            return false;
        if (house.closedFrom && (!group.to || *group.to > *house.closedFrom))
            return false;
        for (const Resident& resident : group.residents)
            if (!suits(house, index, resident))
                return false;
        return house.hasRoom(group.from, group.to, static_cast<int>(group.residents.size()));
    }

    /// Age at both ends, sex, kind of placement; and a move is a move.
    bool suits(const House& house, std::size_t index, const Resident& resident)
    {
        const Life& life = m_cast.lives[resident.life];
        const Stay& stay = life.stays[resident.stay];
        const Approval& approval = house.home.approval;
        const Date end = stay.to ? stay.to->plusDays(-1) : m_span.today;
        if (ageYears(life.child.birthDate, stay.from) < approval.youngestYears ||
            ageYears(life.child.birthDate, end) > approval.oldestYears)
            return false;
        if (approval.onlySex && *approval.onlySex != life.child.sex)
            return false;
        const auto allows = [&](PlacementType type) {
            return approval.types.empty() || approval.types.contains(type);
        };
        if (stay.longTermFrom && !allows(PlacementType::LongTerm))
            return false;
        if ((!stay.longTermFrom || *stay.longTermFrom > stay.from) &&
            !allows(PlacementType::ShortTerm))
            return false;
        return resident.stay == 0 || life.stays[resident.stay - 1].home != index;
    }

    Cast& m_cast;
    Houses& m_houses;
    Span m_span;
    Random m_random;
    std::size_t m_usedKinship = 0;
};

}  // namespace

void placeEverybody(Cast& cast, Houses& houses, const InventionPlan& plan,
                    const RunControl& control)
{
    Placing(cast, houses, plan).placeAll(control);
}

}  // namespace homeward::demonstration
