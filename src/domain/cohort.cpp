#include "domain/cohort.h"

namespace homeward {
namespace {

template <typename Value>
bool passes(const std::optional<Value>& wanted, const std::optional<Value>& actual)
{
    return !wanted || wanted == actual;
}

}  // namespace

CareScope scopeOf(const Cohort& cohort)
{
    return !cohort.inCare ? CareScope::Ever : *cohort.inCare ? CareScope::InCare : CareScope::Left;
}

void setScope(Cohort& cohort, CareScope scope)
{
    cohort.inCare =
        scope == CareScope::Ever ? std::nullopt : std::optional(scope == CareScope::InCare);
}

Cohort childrenInCare()
{
    Cohort cohort;
    cohort.inCare = true;
    return cohort;
}

bool belongsTo(const Cohort& cohort, const CohortMember& child)
{
    return child.ageYears >= cohort.youngestYears.value_or(child.ageYears) &&
           child.ageYears <= cohort.oldestYears.value_or(child.ageYears) &&
           passes(cohort.sex, std::optional(child.sex)) &&
           passes(cohort.placement, child.placement) &&
           passes(cohort.provider, std::optional(child.provider)) &&
           passes(cohort.entryYear, child.entryYear) &&
           passes(cohort.inCare, std::optional(child.inCare));
}

}  // namespace homeward
