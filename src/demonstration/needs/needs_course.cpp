#include "demonstration/needs/needs_course.h"

#include <algorithm>

namespace homeward::demonstration {
namespace {

constexpr double kMostNeed = 4.3;

}  // namespace

NeedsCourse::NeedsCourse(const Life& life, Random& random)
    : m_life(life), m_needs(life.needs), m_day(life.enters)
{
    for (const double need : m_needs)
        m_lasting.push_back(need * (random.chance(0.22) ? 0.85 : 0.3));
    if (random.chance(0.18) && !m_needs.empty()) {
        m_trend = 0.15 + 0.3 * random.unit();
        for (int i = 0; i < 3; ++i)
            m_trending.push_back(random.below(m_needs.size()));
    }
}

const std::vector<double>& NeedsCourse::on(Date day, Random& random)
{
    while (m_nextStay < m_life.stays.size() && m_life.stays[m_nextStay].from <= day) {
        const Stay& stay = m_life.stays[m_nextStay];
        settle(m_day, stay.from, m_nextStay == 0 ? 0.5 : m_life.stays[m_nextStay - 1].fit);
        if (m_nextStay > 0)
            shake(stay.planned, random);
        ++m_nextStay;
    }
    settle(m_day, day, m_nextStay == 0 ? 0.5 : m_life.stays[m_nextStay - 1].fit);
    return m_needs;
}

/// Moves every need towards what lasts of it: slowly in a poor match, quickly in a good one.
void NeedsCourse::settle(Date from, Date to, double fit)
{
    const double years = std::max(0, daysBetween(from, to)) / static_cast<double>(kDaysAYear);
    const double share = std::min(0.9, years * (0.02 + 0.55 * std::max(0.0, fit - 0.25)));
    for (std::size_t i = 0; i < m_needs.size(); ++i)
        m_needs[i] += (m_lasting[i] - m_needs[i]) * share;
    for (const std::size_t domain : m_trending)
        m_needs[domain] = std::min(kMostNeed, m_needs[domain] + m_trend * years);
    m_day = std::max(m_day, to);
}

void NeedsCourse::shake(bool planned, Random& random)
{
    if (m_needs.empty())
        return;
    const int domains = planned ? 2 : 4;
    for (int i = 0; i < domains; ++i) {
        double& need = m_needs[random.below(m_needs.size())];
        need = std::min(kMostNeed, need + (planned ? 0.25 : 0.75) * (0.5 + random.unit()));
    }
}

}  // namespace homeward::demonstration
