#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string_view>
#include <vector>

namespace homeward::demonstration {

/// Repeatable chance. The standard library's distributions differ between implementations, so these
/// are our own; the same seed and subject give the same draws on every machine.
class Random {
public:
    /// Streams of different subjects do not disturb each other.
    Random(std::uint64_t seed, std::string_view subject);

    /// 0..count-1; 0 where count is 0.
    std::size_t below(std::size_t count);
    /// Both ends included; `least` where `most` is not above it.
    int between(int least, int most);
    /// 0 up to but not including 1.
    double unit();
    bool chance(double probability) { return unit() < probability; }
    /// Mean 0, standard deviation 1, between -6 and 6.
    double bell();
    /// Position of a weight, drawn in proportion to the weights (none negative).
    std::size_t weighted(const std::vector<double>& weights);

    template <typename T>
    const T& pick(const std::vector<T>& values)
    {
        return values[below(values.size())];
    }

private:
    std::mt19937_64 m_engine;
};

}  // namespace homeward::demonstration
