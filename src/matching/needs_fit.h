#pragma once

#include <array>
#include <vector>

#include "matching/shortlist.h"

namespace homeward::matching {

/// The needs of one child, prepared so that a household is compared by table look-ups only.
class NeedsFit {
public:
    NeedsFit(const std::vector<MaybeLevel>& needs, const NeedsFramework& framework,
             const Policy& policy);

    /// Whether the level of at least one need is known.
    bool isAssessed() const { return m_assessed; }

    struct Comparison {
        double loss = 0;        ///< weighted penalties of all shortfalls
        int unknown = 0;        ///< needs whose skill nobody asked about and that cost something
        bool critical = false;  ///< some gap is critical
    };
    /// `skills` has one entry per domain. Allocates nothing.
    Comparison compare(const std::vector<MaybeLevel>& skills) const;

    /// F, 0..100, for the loss of a comparison; 100 where no need has weight.
    double fitFor(double loss) const;

    /// Critical ones first, then by what they cost the score, then in the framework's order.
    std::vector<Gap> gapsOf(const std::vector<MaybeLevel>& skills) const;

    /// Adds one question for each skill that is not known, with the points of the score, of which F
    /// makes `share`, that the best answer would add.
    void ask(const std::vector<MaybeLevel>& skills, double share,
             std::vector<Question>& questions) const;

    /// Adds one contribution per need with weight; `share` is the part of the score F makes, 0..1.
    void explain(const std::vector<MaybeLevel>& skills, double share,
                 std::vector<Contribution>& contributions) const;

private:
    /// What the best skill there is would save.
    struct Column;
    static double stake(const Column& column);

    struct Column {
        std::size_t domain = 0;
        int need = 0;                              ///< 1..4
        double weight = 0;                         ///< b * e(n)
        std::array<double, kLevelCount> loss{};    ///< by skill level
        std::array<bool, kLevelCount> critical{};  ///< by skill level
    };
    std::vector<Column> m_columns;  ///< domains with a known need above 0
    double m_weightSum = 0;
    bool m_assessed = false;
};

}  // namespace homeward::matching
