#pragma once

#include "domain/assessment.h"

namespace homeward::ui {

/// `mine` begun anew on `newer`, a colleague's assessment completed meanwhile: what I rated or
/// rewrote stays mine, everything I had not looked at comes from `newer`, not yet confirmed.
AssessmentDraft rebased(const AssessmentDraft& mine, const Assessment& newer,
                        const NeedsFramework& framework);

}  // namespace homeward::ui
