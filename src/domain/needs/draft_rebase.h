#pragma once

#include "domain/fields.h"
#include "domain/needs/assessment.h"

namespace homeward {

/// `mine` begun anew on `theirs`, saved by a colleague meanwhile: what I changed since `base` stays
/// mine, everything else is theirs. A key that `theirs` lacks is not in the result.
FieldTexts rebased(const FieldTexts& base, const FieldTexts& mine, const FieldTexts& theirs);

/// `mine` begun anew on `newer`, a colleague's assessment completed meanwhile: what I rated or
/// rewrote stays mine, everything I had not looked at comes from `newer`, not yet confirmed.
AssessmentDraft rebased(const AssessmentDraft& mine, const Assessment& newer,
                        const NeedsFramework& framework);

}  // namespace homeward
