#pragma once

#include <array>
#include <cstdint>

#include "analytics/needs_change.h"

namespace homeward::analytics::test {

/// Small and the same everywhere; good enough to invent children with.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}
    int below(int limit)
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return static_cast<int>((z ^ (z >> 31)) % static_cast<std::uint64_t>(limit));
    }

private:
    std::uint64_t m_state;
};

inline constexpr int kDomains = 4;

inline NeedsFramework fourDomains()
{
    NeedsFramework framework;
    framework.outcomes = {{"one", "One"}};
    for (const char* key : {"a", "b", "c", "d"}) {
        NeedsFramework::Domain domain;
        domain.key = key;
        domain.outcomeKey = "one";
        framework.domains.push_back(domain);
    }
    return framework;
}

/// Children of all ages, of whom one is a baby and seven in eight were assessed twice. Levels are
/// drawn alike for all, so that nothing but the child itself tells its level.
struct Invention {
    int children = 120;
    std::uint64_t seed = 1;
    int unknownInHundred = 0;  ///< levels that are not known

    std::vector<ChildFacts> make() const
    {
        constexpr std::array<int, 8> kLevels{0, 1, 1, 1, 2, 2, 3, 4};
        const std::array<PlaceGroup, 4> places{PlaceGroup::Fostering, PlaceGroup::Fostering,
                                               PlaceGroup::FamilyAndFriends,
                                               PlaceGroup::ChildrensHome};
        Dice dice(seed);
        std::vector<ChildFacts> made;
        for (int i = 0; i < children; ++i) {
            ChildFacts child;
            child.child = {"c" + std::to_string(i)};
            child.ageYears = i == 0 ? 0 : 1 + dice.below(17);
            child.sex = dice.below(2) == 0 ? Sex::Female : Sex::Male;
            child.placement = places[static_cast<std::size_t>(dice.below(4))];
            child.provider = dice.below(3) == 0 ? "Another" : "Own service";
            child.entryYear = 2021 + dice.below(4);
            const int assessments = i > 0 && dice.below(8) == 0 ? 1 : 2;
            for (int n = 0; n < assessments; ++n) {
                AssessedLevels assessed{*Date::fromYmd(2024 + n, 1 + dice.below(12), 1), {}};
                for (int d = 0; d < kDomains; ++d)
                    assessed.levels.push_back(
                        dice.below(100) < unknownInHundred
                            ? MaybeLevel{}
                            : Level::fromInt(kLevels[static_cast<std::size_t>(dice.below(8))]));
                child.assessments.push_back(std::move(assessed));
            }
            made.push_back(std::move(child));
        }
        return made;
    }
};

/// Everything the filters offer: each age from and to, with each sex, place, provider and year.
inline std::vector<Cohort> everyCohort()
{
    std::vector<Cohort> cohorts{Cohort{}};
    const auto with = [&](auto member, const auto& values) {
        const std::vector<Cohort> before = cohorts;
        for (const Cohort& cohort : before)
            for (const auto& value : values) {
                cohorts.push_back(cohort);
                cohorts.back().*member = value;
            }
    };
    with(&Cohort::sex, std::array{Sex::Female, Sex::Male});
    with(&Cohort::placement, std::array{PlaceGroup::Fostering, PlaceGroup::FamilyAndFriends,
                                        PlaceGroup::ChildrensHome});
    with(&Cohort::provider, std::array<std::string, 2>{"Own service", "Another"});
    with(&Cohort::entryYear, std::array{2021, 2022, 2023, 2024});
    std::array<int, 18> ages{};
    for (int age = 0; age < 18; ++age)
        ages[static_cast<std::size_t>(age)] = age;
    with(&Cohort::youngestYears, ages);
    std::vector<Cohort> all;
    for (const Cohort& cohort : cohorts) {
        all.push_back(cohort);
        for (int oldest = cohort.youngestYears.value_or(0); oldest < 18; ++oldest) {
            all.push_back(cohort);
            all.back().oldestYears = oldest;
        }
    }
    return all;
}

}  // namespace homeward::analytics::test
