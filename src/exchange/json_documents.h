#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/needs/assessment.h"
#include "domain/needs/needs_framework.h"
#include "matching/policy.h"
#include "support/result.h"
#include "support/run_control.h"

namespace homeward::exchange {

/// Reads a needs framework of at most 4 MiB, checked against schemas/needs-framework.schema.json
/// (valijson) and then for what a schema cannot say (unique keys, each domain's outcome exists).
/// Fails with: Cancelled; InvalidInput; fact "path" is the JSON pointer of the first fault
/// ("/domains/3/need/2"), "problems" the first 100, one per line as "<path>: <what>", "more" how
/// many there are besides; for malformed or hostile JSON those of support/text/json_reading.h.
Result<NeedsFramework> readFramework(std::string_view json, const RunControl& control = {});

/// Canonical JSON of a framework: reading it gives the same framework.
std::string writeFramework(const NeedsFramework& framework);

/// The framework built into the program.
const NeedsFramework& defaultFramework();

/// Reads a matching policy of at most 256 KiB against schemas/matching-policy.schema.json. Fails
/// like readFramework.
Result<matching::Policy> readPolicy(std::string_view json);
std::string writePolicy(const matching::Policy& policy);
const matching::Policy& defaultPolicy();

/// An assessment as a file: which child, when, and the agreed ratings.
struct AssessmentDocument {
    std::string caseNumber;
    Date assessedOn;
    std::vector<Rating> ratings;
};
/// Reads one or several (array, at most 5,000) of together at most 16 MiB against
/// schemas/assessment.schema.json. Fails like readFramework. Progress is in documents.
Result<std::vector<AssessmentDocument>> readAssessments(std::string_view json,
                                                        const RunControl& control = {});

/// Drafts and ratings as stored JSON text.
std::string writeDraft(const AssessmentDraft& draft);
Result<AssessmentDraft> readDraft(std::string_view json);

}  // namespace homeward::exchange
