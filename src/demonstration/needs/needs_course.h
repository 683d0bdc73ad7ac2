#pragma once

#include <vector>

#include "demonstration/life.h"

namespace homeward::demonstration {

/// How one child's needs go up and down, day after day: down where the home answers them, up around
/// moves, and never below what will stay.
class NeedsCourse {
public:
    /// `life` must outlive the course.
    NeedsCourse(const Life& life, Random& random);

    /// Needs by domain on `day`, about 0..4; days must rise.
    const std::vector<double>& on(Date day, Random& random);

private:
    void settle(Date from, Date to, double fit);
    void shake(bool planned, Random& random);

    const Life& m_life;
    std::vector<double> m_needs;
    std::vector<double> m_lasting;  ///< part of each need that no home takes away
    double m_trend = 0;             ///< levels a year in a few domains, whatever the home
    std::vector<std::size_t> m_trending;
    Date m_day;
    std::size_t m_nextStay = 0;
};

}  // namespace homeward::demonstration
