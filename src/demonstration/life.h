#pragma once

#include <optional>
#include <string>
#include <vector>

#include "demonstration/invention.h"
#include "demonstration/random.h"
#include "domain/location.h"
#include "support/date.h"

namespace homeward::demonstration {

inline constexpr int kDaysAYear = 365;
inline constexpr int kAdultYears = 18;

/// The days an invention is about.
struct Span {
    explicit Span(const InventionPlan& plan);
    Date windowStart;  ///< first day of the first collection year
    Date today;
    int windowDays() const { return daysBetween(windowStart, today); }
};

/// Where a child lives, in the terms of whoever plans it.
enum class Setting { Fostering, Kinship, ChildrensHome, Supported, Parents, Adoption };

/// The legal way a child comes into care and stays there.
enum class Route { Voluntary, Proceedings, VoluntaryThenProceedings, Adoption };

/// How care ends.
enum class Exit { None, Adult, Adopted, Guardianship, Home, Independent, Other };

constexpr std::size_t kNoHome = static_cast<std::size_t>(-1);

/// A time in one setting, before codes.
struct Stay {
    Date from;
    std::optional<Date> to;  ///< half open; empty: still there
    Setting setting = Setting::Fostering;
    int stage = 0;                     ///< shared by siblings who move together
    std::optional<Date> longTermFrom;  ///< agreed to last from this day on
    bool planned = true;               ///< how it began
    std::size_t home = kNoHome;        ///< in the list of homes
    double fit = 0.5;                  ///< 0..1: how well the home answers the child's needs
};

/// One child's story while it is being made up.
struct Life {
    Child child;
    std::size_t family = 0;
    bool alone = false;   ///< came to the country without family
    bool apart = false;   ///< lives apart from brothers and sisters
    double severity = 0;  ///< 0..1, how much came before care
    Date enters;
    std::optional<Date> leaves;  ///< empty: in care today
    Exit exit = Exit::None;
    Route route = Route::Voluntary;
    std::string needCode;                         ///< CIN
    std::optional<Date> interimFrom;              ///< interim care order
    std::optional<Date> fullFrom;                 ///< full care order
    std::optional<Date> placementFrom;            ///< placement order
    std::optional<std::pair<Date, Date>> atHome;  ///< a time back home between two times in care
    std::vector<double> needs;                    ///< by domain, 0..4, when care begins
    std::vector<Stay> stays;

    Date lastDay(const Span& span) const { return leaves.value_or(span.today.plusDays(1)); }
};

struct Family {
    std::vector<std::size_t> members;  ///< in the list of lives
    std::string name;
    GridReference home;
    bool homeKnown = true;
    std::string postcode;
    std::optional<int> kinFromStage;  ///< relatives or friends look after the children from then on
    bool kinEnds = false;             ///< ... and it does not last
    std::size_t kinHome = kNoHome;
};

struct Cast {
    std::vector<Family> families;
    std::vector<Life> lives;
};

/// 18th birthday.
Date adulthood(Date birth);

}  // namespace homeward::demonstration
