#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/needs/needs_level.h"
#include "support/id.h"

namespace homeward {

/// The shared language: outcomes, each with domains, each with words for every level.
/// Nothing in the program knows a domain by name; keys are what is stored.
struct NeedsFramework {
    struct Outcome {
        std::string key;
        std::string title;
    };
    struct Domain {
        std::string key;
        std::string outcomeKey;
        std::string title;
        std::string guidance;                        ///< What this domain is about, one sentence.
        double weight = 1.0;                         ///< Base weight b in the needs fit, above 0.
        std::array<std::string, kLevelCount> need;   ///< What each need level means, day to day.
        std::array<std::string, kLevelCount> skill;  ///< What each carer skill level means.
        /// Keys of domains of earlier versions whose place this one takes, of every version before.
        std::vector<std::string> replaces = {};
    };

    FrameworkVersionId id;  ///< Empty until stored.
    std::string key;        ///< Family of versions, e.g. "homeward-default".
    std::string version;    ///< e.g. "1.0"; unique within the key.
    std::string title;
    std::string language;                              ///< BCP 47, e.g. "en-GB".
    std::array<std::string, kLevelCount> needLevels;   ///< "No additional need" .. "Intensive".
    std::array<std::string, kLevelCount> skillLevels;  ///< "Untested" .. "Specialist".
    std::vector<Outcome> outcomes;                     ///< In the order they are shown.
    std::vector<Domain> domains;                       ///< Grouped by outcome, in order shown.

    const Domain* findDomain(std::string_view domainKey) const;
    const Outcome* findOutcome(std::string_view outcomeKey) const;
    /// Position in `domains`; empty when the framework has no such domain.
    std::optional<std::size_t> domainIndex(std::string_view domainKey) const;
    /// Position of the domain's outcome in `outcomes`.
    std::size_t outcomeIndexOf(const Domain& domain) const;
    /// Where what was said of a domain of an earlier version counts: the domain of the same key
    /// and those that replace it; empty: nowhere.
    std::vector<const Domain*> successorsOf(std::string_view domainKey) const;
};

/// What changed between two versions; keys of domains.
struct FrameworkComparison {
    std::vector<std::string> addedDomains;
    std::vector<std::string> removedDomains;
    struct ChangedText {
        std::string domainKey;
        std::string where;  ///< "title", "guidance", "weight", "need.0".."need.4",
                            ///< "skill.0".."skill.4", "replaces"
        std::string before;
        std::string after;
    };
    std::vector<ChangedText> changes;
};
FrameworkComparison compareFrameworks(const NeedsFramework& before, const NeedsFramework& after);

}  // namespace homeward
