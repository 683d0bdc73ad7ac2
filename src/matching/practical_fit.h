#pragma once

#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "matching/limits.h"
#include "matching/shortlist.h"

namespace homeward::matching {

inline constexpr std::size_t kFactorCount = std::size(EnumKeys<Factor>::table);

/// What is known of one factor for one household. It does not apply where the child's side is not
/// known: that leaves the mean for every household alike.
struct FactorReading {
    enum class State { DoesNotApply, Unknown, Known };
    State state = State::DoesNotApply;
    double value = 0;  ///< 0..1; 0, the worst, while it is not known
};
using FactorReadings = std::array<FactorReading, kFactorCount>;  ///< by Factor

/// The practical side of one search.
class PracticalFit {
public:
    /// Keeps references: both must outlive it.
    PracticalFit(const Request& request, const Policy& policy);

    FactorReadings read(const Household& household, const Distances& distances) const;

    /// Q, 0..100: the weighted mean of the factors that apply; empty: none does.
    std::optional<double> fitOf(const FactorReadings& readings) const;

    /// Things that are not known and could add to the score: where the household is, and the rest.
    static int unknownIn(const FactorReadings& readings);
    /// Adds a question for each of them; `share` is the part of the score Q makes, 0..1.
    void ask(const FactorReadings& readings, double share, std::vector<Question>& questions) const;

    /// Adds one contribution per factor that applies.
    void explain(const FactorReadings& readings, const Household& household,
                 const Distances& distances, double share,
                 std::vector<Contribution>& contributions) const;

private:
    FactorReading nearness(const std::optional<Location>& place, std::optional<double> miles) const;
    FactorReading siblingsTogether(const Household& household) const;
    FactorReading ageExperience(const Household& household) const;
    FactorReading language(const Household& household) const;
    FactorReading pets(const Household& household) const;
    int caredForLikeAge(const Household& household) const;
    int siblingsThere(const Household& household) const;
    double weightOf(const FactorReadings& readings) const;
    std::map<std::string, std::string> factsOf(Factor factor, const Household& household,
                                               const Distances& distances) const;

    const Request& m_request;
    const Policy& m_policy;
    std::array<double, kFactorCount> m_weights{};
    std::string m_foldedLanguage;
};

}  // namespace homeward::matching
