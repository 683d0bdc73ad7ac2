#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/message_catalogue.h"
#include "documents/shortlist_report.h"
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
/// A thing to ask a household, and what the best answer would add.
struct ReportedQuestion {
    std::string sentence;
    int tenths = 0;  ///< of a point, as documents/points.h rounds them
};
/// Those that could add most first.
std::vector<ReportedQuestion> reportedQuestions(const matching::Candidate& candidate,
                                                const matching::Request& request,
                                                const NeedsFramework& framework,
                                                const MessageCatalogue& words);
/// "71.2, up to 88.0: location not recorded", the one that could add most; only the score where
/// nothing that is unknown could raise it.
std::string scoreText(const matching::Candidate& candidate, const NeedsFramework& framework,
                      const MessageCatalogue& words);
/// "12 children's homes, from £4,700 a week"
std::string otherKindText(const matching::OtherKind& other, const MessageCatalogue& words);
/// Which needs no score speaks of, and what to do, in one sentence; empty: none is left out.
std::string leftOutSentence(const matching::Request& request, const NeedsFramework& framework,
                            const MessageCatalogue& words);
/// Who is to be placed together, in one sentence; empty: nobody is.
std::string siblingsSentence(const std::vector<ReportedSibling>& siblings,
                             const MessageCatalogue& words);
/// What is not known, in a word or two: "location not recorded".
std::string unknownText(const matching::Question& question, const NeedsFramework& framework,
                        const MessageCatalogue& words);

}  // namespace homeward::documents
