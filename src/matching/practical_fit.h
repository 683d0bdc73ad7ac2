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

/// What is known of one factor for one household.
struct FactorReading {
    enum class State { DoesNotApply, Unknown, Known };
    State state = State::DoesNotApply;
    double value = 0;  ///< 0..1, when known
};
using FactorReadings = std::array<FactorReading, kFactorCount>;  ///< by Factor

/// The practical side of one search.
class PracticalFit {
public:
    /// Keeps references: both must outlive it.
    PracticalFit(const Request& request, const Policy& policy);

    FactorReadings read(const Household& household, const Distances& distances) const;

    /// Q, 0..100: the weighted mean of the known factors; empty: none is known.
    std::optional<double> fitOf(const FactorReadings& readings) const;

    /// Adds one contribution per known factor; `share` is the part of the score Q makes, 0..1.
    void explain(const FactorReadings& readings, const Household& household,
                 const Distances& distances, double share,
                 std::vector<Contribution>& contributions) const;

private:
    FactorReading nearness(std::optional<double> miles) const;
    FactorReading placementType(const Household& household) const;
    FactorReading ageExperience(const Household& household) const;
    FactorReading language(const Household& household) const;
    FactorReading pets(const Household& household) const;
    int caredForLikeAge(const Household& household) const;
    double knownWeight(const FactorReadings& readings) const;
    std::map<std::string, std::string> factsOf(Factor factor, const Household& household,
                                               const Distances& distances) const;

    const Request& m_request;
    const Policy& m_policy;
    std::array<double, kFactorCount> m_weights{};
    std::string m_foldedLanguage;
};

/// Factors that apply but lack data, in the order of Factor.
std::vector<Factor> unknownFactorsOf(const FactorReadings& readings);

}  // namespace homeward::matching
