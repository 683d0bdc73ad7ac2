#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/fields.h"
#include "domain/needs/needs_framework.h"
#include "domain/needs/rating.h"
#include "support/date.h"
#include "support/error.h"
#include "support/id.h"

namespace homeward {

/// A completed needs assessment of one child; its ratings are never changed afterwards. Which one
/// counts of several: the latest by assessedOn, of one day the one recorded last, by number and
/// never by a clock; one that was corrected counts no more.
struct Assessment {
    AssessmentId id;
    ChildId child;
    FrameworkVersionId framework;
    Date assessedOn;
    Timestamp completedAt;
    AccountId completedBy;
    std::string completedByName;  ///< Filled when read.
    int number = 0;  ///< From 1, in the order the child's were recorded; set when kept.
    std::optional<AssessmentId> corrects;  ///< An earlier one that was wrong, and why.
    std::string reason;
    std::optional<AssessmentId> correctedBy;  ///< Not empty: counts no more.
    std::vector<Rating> ratings;

    bool operator==(const Assessment&) const = default;
};

template <>
struct Fields<Assessment> {
    static constexpr std::string_view table = "assessment";
    static constexpr auto list =
        std::tuple{field("child", &Assessment::child, Bookkeeping{}),
                   field("framework", &Assessment::framework),
                   field("assessed_on", &Assessment::assessedOn),
                   field("completed_at", &Assessment::completedAt, Bookkeeping{}),
                   field("completed_by", &Assessment::completedBy, Bookkeeping{}),
                   field("number", &Assessment::number, Bookkeeping{}),
                   field("corrects", &Assessment::corrects, Bookkeeping{}),
                   field("reason", &Assessment::reason, Prose{}),
                   field("corrected_by", &Assessment::correctedBy, Bookkeeping{})};
};

/// How long whoever completed an assessment may correct it; afterwards a review says what is
/// so.
inline constexpr int kCorrectionDays = 7;

/// What one person is writing; kept as a draft until it is completed.
struct AssessmentDraft {
    ChildId child;
    FrameworkVersionId framework;
    std::optional<AssessmentId> basedOn;  ///< The latest completed one when this was begun.
    Date assessedOn;
    std::vector<Rating> ratings;  ///< One agreed rating per domain of the framework, maybe others.
    std::optional<AssessmentId> corrects = {};  ///< What was wrong; then with the reason.
    std::string reason = {};

    bool operator==(const AssessmentDraft&) const = default;
};

/// A draft for a review: every domain of `framework`, carried over from `last` and not yet
/// confirmed; domains without an earlier rating start unknown. `last` may be null.
AssessmentDraft draftFrom(const NeedsFramework& framework, const ChildId& child,
                          const Assessment* last, Date today);

/// A draft that puts `wrong` right: everything as it was completed, and confirmed.
AssessmentDraft correctionOf(const Assessment& wrong);

/// Whether `now` has another level than `before` and still the words that were written for that
/// one, without anybody having said that they hold.
bool needsNewWords(const Rating& now, const Rating* before);

/// One reason why a draft cannot be completed yet.
struct CompletionIssue {
    enum class Kind {
        LevelMissing,     ///< Neither a level nor a decision that it is unknown.
        NotConfirmed,     ///< Carried over, not looked at.
        EvidenceMissing,  ///< A level above 0 without evidence.
        WordsUnchanged,   ///< needsNewWords
        ReasonMissing,    ///< A correction without its reason.
        DateInFuture,
        DateBeforeBirth,
        UnknownDomain,  ///< Not a domain of the framework.
    };
    Kind kind;
    std::string domainKey;  ///< Empty for dates.
    bool operator==(const CompletionIssue&) const = default;
};

template <>
struct EnumKeys<CompletionIssue::Kind> {
    using Kind = CompletionIssue::Kind;
    static constexpr std::pair<Kind, std::string_view> table[] = {
        {Kind::LevelMissing, "level-missing"},        {Kind::NotConfirmed, "not-confirmed"},
        {Kind::EvidenceMissing, "evidence-missing"},  {Kind::WordsUnchanged, "words-unchanged"},
        {Kind::ReasonMissing, "reason-missing"},      {Kind::DateInFuture, "date-in-future"},
        {Kind::DateBeforeBirth, "date-before-birth"}, {Kind::UnknownDomain, "unknown-domain"}};
};

/// Everything that stands between a draft and completion, in the framework's order; empty: ready.
/// A domain left unknown is complete when it is confirmed and its evidence says why. `before`: the
/// ratings that the levels were carried over from; null: none, or a correction.
std::vector<CompletionIssue> completionIssues(const AssessmentDraft& draft,
                                              const NeedsFramework& framework, Date birth,
                                              Date today, const std::vector<Rating>* before);

/// What keeps a skills profile from being recorded: a level above 0 that rests on nothing, words
/// that were written for another level. `before`: the profile it follows; null: none.
std::vector<CompletionIssue> skillIssues(const std::vector<Rating>& skills,
                                         const NeedsFramework& framework,
                                         const std::vector<Rating>* before);

}  // namespace homeward
