#pragma once

#include "domain/account.h"
#include "domain/fields.h"
#include "domain/home.h"
#include "domain/needs/assessment.h"

namespace homeward::app {

/// A record as field -> text, for the audit trail. Empty members give empty texts.
using AuditFields = FieldTexts;

template <typename Record>
AuditFields auditFields(const Record& record)
{
    return fieldTexts(record);
}
AuditFields auditFields(const SkillsProfile& profile);
AuditFields auditFields(const Assessment& assessment);

/// The way back. Unknown or missing fields give the least: no role but the first, not active.
Account accountFromFields(const AccountId& id, const AuditFields& fields);

}  // namespace homeward::app
