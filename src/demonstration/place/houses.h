#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "demonstration/life.h"
#include "domain/home.h"
#include "domain/needs/needs_framework.h"
#include "domain/provider.h"

namespace homeward::demonstration {

/// A provider with what the statutory return says of it.
struct Supplier {
    Provider provider;
    std::string code;    ///< PLACE_PROVIDER
    std::string number;  ///< URN
};

/// A home with what decides who can live there and when.
struct House {
    Home home;
    std::size_t supplier = 0;
    std::string number;       ///< URN of the placements here
    std::vector<int> skills;  ///< by domain, 0..4: what is really there
    int practiceYears = 0;
    Date openFrom;
    std::optional<Date> noNewFrom;   ///< on hold: nobody moves in from then on
    std::optional<Date> closedFrom;  ///< everybody has left by then
    std::vector<std::pair<Date, std::optional<Date>>> stays;

    /// Whether `children` more fit at any time from `from` up to `to` (empty: open).
    bool hasRoom(Date from, std::optional<Date> to, int children) const;
    bool livesSomebody(Date day) const;
};

/// Every home of the authority, by kind.
struct Houses {
    std::vector<Supplier> suppliers;  ///< the own service first
    std::vector<House> all;
    std::vector<std::size_t> fostering;
    std::vector<std::size_t> kinship;  ///< kept for relatives and friends, not yet described
    std::vector<std::size_t> residential;
    std::vector<std::size_t> supported;
};

/// `plan.households` households, and children's homes and supported accommodation in proportion.
Houses inventHouses(const InventionPlan& plan, const NeedsFramework& framework);

/// Makes an ordinary foster household of one that was kept for relatives.
void becomeFosterHousehold(House& house, const Houses& houses, Random& random, const Span& span);

/// Makes the household of relatives or friends near a family.
void becomeKinshipHousehold(House& house, const Family& family, Random& random, const Span& span);

/// Gives households of the same name another one, with their carers, so that people can tell them
/// apart.
void tellApart(Houses& houses, Random& random);

/// How well a home answers needs, 0..1: 1 where no need is above a skill.
double fitOf(const std::vector<double>& needs, const std::vector<int>& skills);

}  // namespace homeward::demonstration
