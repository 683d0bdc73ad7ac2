#pragma once

#include <map>
#include <string>

#include "domain/account.h"
#include "domain/assessment.h"
#include "domain/care_history.h"
#include "domain/child.h"
#include "domain/home.h"

namespace homeward::app {

/// A record as field -> text, for the audit trail. Empty members give empty texts.
using AuditFields = std::map<std::string, std::string>;

AuditFields auditFields(const Account& account);
/// The way back. Unknown or missing fields give the least: no role but the first, not active.
Account accountFromFields(const AccountId& id, const AuditFields& fields);
AuditFields auditFields(const Child& child);
AuditFields auditFields(const CarePeriod& period);
AuditFields auditFields(const LegalStatus& status);
AuditFields auditFields(const Placement& placement);
AuditFields auditFields(const Home& home);
AuditFields auditFields(const SkillsProfile& profile);
AuditFields auditFields(const Assessment& assessment);

}  // namespace homeward::app
