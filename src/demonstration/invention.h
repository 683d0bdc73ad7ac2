#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "domain/account.h"
#include "domain/care_history.h"
#include "domain/child.h"
#include "domain/home.h"
#include "domain/needs/assessment.h"
#include "domain/needs/needs_framework.h"
#include "domain/provider.h"
#include "domain/statutory_codes.h"
#include "support/id.h"
#include "support/result.h"
#include "support/run_control.h"

/// An authority that never was: people, places, needs and figures are made up by chance from a
/// seed.
namespace homeward::demonstration {

/// What the authority is called; says that it is invented.
inline constexpr const char* kAuthorityName = "Demonstration authority (invented data)";

struct InventionPlan {
    int children = 600;    ///< 1 or more; ever in care over the years
    int households = 300;  ///< 0 or more; foster, family and friends. Children's homes come on top.
    int years = 5;         ///< 1..20 collection years up to `today`
    std::uint64_t seed = 1;
    Date today;            ///< Nothing happens after this day.
    AccountId ownAccount;  ///< Has a caseload of its own, so that its work list is not empty.
};

/// Most children allocated to InventionPlan::ownAccount.
inline constexpr int kOwnCaseload = 18;

struct InventedAuthority {
    std::vector<Provider> providers;
    std::vector<Home> homes;
    std::vector<SkillsProfile> skills;  ///< Older ones of a home before newer ones.
    std::vector<Account> accounts;      ///< Without InventionPlan::ownAccount.
    std::vector<Child> children;
    std::vector<std::pair<ChildId, ChildId>> siblings;  ///< Each pair once.
    std::vector<CareHistory> histories;                 ///< One per child, in the same order.
    std::vector<Assessment> assessments;                ///< By child, then by date.
};

/// The collection years `plan` covers, oldest first; the last is the one of plan.today.
std::vector<CollectionYear> collectionYears(const InventionPlan& plan);

/// Invents everything. Same plan, framework and ids: the same records. Histories keep every rule of
/// a return: no overlap, nothing before birth or after today, codes that hold in their years, care
/// ends at 18 at the latest. No home ever has more children than approved places, and whoever lives
/// in a foster household today is within its terms. Some 5,000 children a second.
///
/// Fails with: Cancelled.
/// Thread safety: pure; any thread, where `ids` is not shared.
Result<InventedAuthority> invent(const InventionPlan& plan, const NeedsFramework& framework,
                                 IdSource& ids, const RunControl& control = {});

}  // namespace homeward::demonstration
