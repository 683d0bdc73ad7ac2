#pragma once

#include <string>
#include <utility>

#include "domain/care_history.h"
#include "domain/fields.h"
#include "support/date.h"
#include "support/id.h"
#include "support/text/keyed_enum.h"

namespace homeward {

using MergeId = Id<struct MergeTag>;

/// Whose care periods, legal statuses and placements stand once two records of one person are one.
enum class MergedCare {
    Both,  ///< One after the other; not where they overlap.
    Kept,  ///< Those of the record that stays.
    Gone   ///< Those of the record that goes.
};
template <>
struct EnumKeys<MergedCare> {
    static constexpr std::pair<MergedCare, std::string_view> table[] = {
        {MergedCare::Both, "both"}, {MergedCare::Kept, "kept"}, {MergedCare::Gone, "gone"}};
};

/// Two records of one person that became one, with what the way back needs.
struct ChildMerge {
    MergeId id;
    ChildId kept;
    ChildId gone;
    std::string goneNumber;  ///< Its case number, which finds the record that stayed.
    std::string goneName;
    MergedCare care = MergedCare::Both;
    std::string reason;
    Timestamp mergedAt;
    AccountId mergedBy;
    std::string wayBack;      ///< What was moved, as src/app/records/merge_text.h writes it.
    std::string separatedAt;  ///< ISO moment; empty: it stands.
};

template <>
struct Fields<ChildMerge> {
    static constexpr std::string_view table = "child_merge";
    static constexpr auto list =
        std::tuple{field("kept_child", &ChildMerge::kept),
                   field("gone_child", &ChildMerge::gone),
                   field("gone_number", &ChildMerge::goneNumber),
                   field("gone_name", &ChildMerge::goneName),
                   field("care", &ChildMerge::care),
                   field("reason", &ChildMerge::reason, Prose{}),
                   field("merged_at", &ChildMerge::mergedAt, Bookkeeping{}),
                   field("merged_by", &ChildMerge::mergedBy, Bookkeeping{}),
                   field("way_back", &ChildMerge::wayBack, Bookkeeping{}),
                   field("separated_at", &ChildMerge::separatedAt)};
};

/// Whether two histories say of one day that somebody was in care, or lived somewhere, twice.
bool overlap(const CareHistory& one, const CareHistory& other);

}  // namespace homeward
