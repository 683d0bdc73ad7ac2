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

/// A completed needs assessment of one child; never changed afterwards.
struct Assessment {
    AssessmentId id;
    ChildId child;
    FrameworkVersionId framework;
    Date assessedOn;
    Timestamp completedAt;
    AccountId completedBy;
    std::string completedByName;  ///< Filled when read.
    std::vector<Rating> ratings;

    bool operator==(const Assessment&) const = default;
};

template <>
struct Fields<Assessment> {
    static constexpr std::string_view table = "assessment";
    static constexpr auto list = std::tuple{
        field("child", &Assessment::child, Bookkeeping{}),
        field("framework", &Assessment::framework), field("assessed_on", &Assessment::assessedOn),
        field("completed_at", &Assessment::completedAt, Bookkeeping{}),
        field("completed_by", &Assessment::completedBy, Bookkeeping{})};
};

/// What one person is writing; kept as a draft until it is completed.
struct AssessmentDraft {
    ChildId child;
    FrameworkVersionId framework;
    std::optional<AssessmentId> basedOn;  ///< The latest completed one when this was begun.
    Date assessedOn;
    std::vector<Rating> ratings;  ///< One agreed rating per domain of the framework, maybe others.

    bool operator==(const AssessmentDraft&) const = default;
};

/// A draft for a review: every domain of `framework`, carried over from `last` and not yet
/// confirmed; domains without an earlier rating start unknown. `last` may be null.
AssessmentDraft draftFrom(const NeedsFramework& framework, const ChildId& child,
                          const Assessment* last, Date today);

/// One reason why a draft cannot be completed yet.
struct CompletionIssue {
    enum class Kind {
        LevelMissing,     ///< Neither a level nor a decision that it is unknown.
        NotConfirmed,     ///< Carried over, not looked at.
        EvidenceMissing,  ///< A level above 0 without evidence.
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
        {Kind::EvidenceMissing, "evidence-missing"},  {Kind::DateInFuture, "date-in-future"},
        {Kind::DateBeforeBirth, "date-before-birth"}, {Kind::UnknownDomain, "unknown-domain"}};
};

/// Everything that stands between a draft and completion, in the framework's order; empty: ready.
/// A domain left unknown is complete when it is confirmed and its evidence says why.
std::vector<CompletionIssue> completionIssues(const AssessmentDraft& draft,
                                              const NeedsFramework& framework, Date birth,
                                              Date today);

}  // namespace homeward
