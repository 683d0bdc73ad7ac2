#include "demonstration/random.h"

namespace homeward::demonstration {
namespace {

/// FNV-1a: std::hash differs between libraries.
std::uint64_t hashOf(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3u;
    }
    return hash;
}

}  // namespace

Random::Random(std::uint64_t seed, std::string_view subject)
    : m_engine(seed * 0x9e3779b97f4a7c15u ^ hashOf(subject))
{
}

std::size_t Random::below(std::size_t count)
{
    return count == 0 ? 0 : static_cast<std::size_t>(m_engine() % count);
}

int Random::between(int least, int most)
{
    if (most <= least)
        return least;
    return least + static_cast<int>(below(static_cast<std::size_t>(most - least) + 1));
}

double Random::unit()
{
    return static_cast<double>(m_engine() >> 11) * 0x1.0p-53;
}

double Random::bell()
{
    double sum = 0;
    for (int i = 0; i < 12; ++i)
        sum += unit();
    return sum - 6;
}

std::size_t Random::weighted(const std::vector<double>& weights)
{
    double sum = 0;
    for (const double weight : weights)
        sum += weight;
    double point = unit() * sum;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (point < weights[i])
            return i;
        point -= weights[i];
    }
    return weights.empty() ? 0 : weights.size() - 1;
}

}  // namespace homeward::demonstration
