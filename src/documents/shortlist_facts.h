#pragma once

#include <string>
#include <utility>
#include <vector>

#include "documents/shortlist_report.h"

namespace homeward::documents {

/// What both forms of the report say in the same words.
class ShortlistWords {
public:
    ShortlistWords(const ShortlistReport& report, const MessageCatalogue& words)
        : m_report(report), m_words(words)
    {
    }

    std::string heading() const;
    /// One sentence each: demonstration, what was asked, what was looked at, versions, who decides.
    std::vector<std::string> opening() const;
    const ReportedHousehold& household(const HomeId& home) const;
    std::string band(const matching::Candidate& candidate) const;
    /// "71.2, up to 88.0: location not recorded"; only the score where nothing is unknown.
    std::string score(const matching::Candidate& candidate) const;
    /// "tied with 2 to 4"; empty: with none.
    std::string tie(const matching::Candidate& candidate) const;
    /// "1 free place · 7.9 miles · £560 a week", without what is not known.
    std::string particulars(const matching::Candidate& candidate) const;
    std::string gaps(const matching::Candidate& candidate) const;
    /// Questions to ask: limits and factors that are not known.
    std::vector<std::string> questions(const matching::Candidate& candidate) const;
    /// Brothers and sisters to be placed together, in one sentence; empty: none is in care.
    std::string siblings() const;
    /// "12 children's homes, from £4,700 a week"; empty: none could be asked.
    std::string otherKinds() const;
    /// The one limit of a near miss, and who can set it aside.
    std::string whatStops(const matching::Candidate& nearMiss) const;
    /// Limits by how many of the households that are not eligible they stop, most first.
    std::vector<std::pair<std::string, int>> stopping() const;
    std::string text(const std::string& key, const Facts& facts = {}) const
    {
        return m_words.text(key, facts);
    }

private:
    const ShortlistReport& m_report;
    const MessageCatalogue& m_words;
};

}  // namespace homeward::documents
