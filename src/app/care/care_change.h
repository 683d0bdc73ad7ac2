#pragma once

#include <functional>
#include <optional>

#include "app/session/use_case.h"
#include "domain/care_rules.h"

namespace homeward::app {

// What the audit trail calls them.
constexpr const char* entityName(const CarePeriod&)
{
    return "care-period";
}
constexpr const char* entityName(const LegalStatus&)
{
    return "legal-status";
}
constexpr const char* entityName(const Placement&)
{
    return "placement";
}

/// Writes what differs between two histories of a child, with its audit rows. New records get their
/// ids, in `after` as well. Fails with: EditConflict.
std::optional<Error> writeHistory(UnitOfWork& unit, const ChildId& child, const CareHistory& before,
                                  CareHistory& after);

using CareRule = std::function<Result<CareHistory>(const CareHistory&, const CareRules&)>;

/// One change that a person makes to a child's history: the rule says what it comes to, and the
/// days that a return no longer speaks for are noted. Gives the history as written.
/// Fails with: NotFound, EditConflict, what the rule gives.
Result<CareHistory> changeHistory(UnitOfWork& unit, const ChildId& child, const CareRule& rule);

/// Writes `after`, as changeHistory does, where the rule was asked already.
std::optional<Error> writeChange(UnitOfWork& unit, const ChildId& child, const CareHistory& before,
                                 CareHistory& after);

/// What rules have to know of the child. Fails with: NotFound.
Result<CareRules> careRulesOf(UnitOfWork& unit, const ChildId& child);

}  // namespace homeward::app
