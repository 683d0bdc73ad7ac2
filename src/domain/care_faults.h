#pragma once

#include <string>

#include "domain/care_history.h"
#include "support/result.h"

namespace homeward {

/// `after`, sorted, unless it breaks a rule that `before` did not: nobody lives in two places or
/// under two legal statuses at once, or in care before birth, or in a place of care outside of
/// care. `target` is the id of the record that was changed. Fails with: InvalidInput (startsOn or
/// endsOn; ends-before-start, before-birth, overlaps, outside-care; fact startsOn).
Result<CareHistory> checked(const CareHistory& before, CareHistory after, const std::string& target,
                            Date birth);

}  // namespace homeward
