#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/message_catalogue.h"
#include "domain/needs/needs_framework.h"
#include "matching/shortlist.h"
#include "support/date.h"

namespace homeward::documents {

/// What is wrong with a row of a return. `column` is where it stands, may be empty; `rejected`: it
/// is not taken.
std::string findingSentence(const std::string& reason, Facts facts, const std::string& column,
                            bool rejected, const MessageCatalogue& words);

/// "£1,150" of pence, pounds only.
std::string pounds(int pence);
/// One decimal, a point in every locale: "83.4".
std::string oneDecimal(double value);
/// `tenths` 834 as "83.4".
std::string fromTenths(int tenths);

/// Text as it may stand in HTML, in content and in quoted attributes.
std::string escapedHtml(std::string_view text);

/// What changed since a list was shown, a sentence each, from the facts of a refused choice; empty:
/// the error is of another kind.
std::vector<std::string> changedSentences(const Error& error, const MessageCatalogue& words);

/// Why a limit is not met, or the question to ask where it is not known.
std::string limitSentence(const matching::LimitFinding& finding, const MessageCatalogue& words);

/// Name of what a share of the score is for: a domain's title, or that of a factor.
std::string contributionTitle(const matching::Contribution& contribution,
                              const NeedsFramework& framework, const MessageCatalogue& words);
/// What the share rests on, e.g. "need 3, skill 2"
std::string contributionSentence(const matching::Contribution& contribution,
                                 const MessageCatalogue& words);
/// What a household falls short of, e.g. "Learning: 2 levels short"
std::string gapSentence(const matching::Gap& gap, const NeedsFramework& framework,
                        const MessageCatalogue& words);
/// What to ask a household before it can be judged: skills, limits and factors that are not known.
std::vector<std::string> questionSentences(const matching::Candidate& candidate,
                                           const matching::Request& request,
                                           const NeedsFramework& framework,
                                           const MessageCatalogue& words);

/// Tenths of a point for `values` (0 or more) that add up to their rounded sum: largest remainder.
std::vector<int> tenthsThatAddUp(const std::vector<double>& values);
/// Of the points of each contribution.
std::vector<int> pointTenths(const std::vector<matching::Contribution>& contributions);

}  // namespace homeward::documents
