#pragma once

#include <QString>
#include <vector>

#include "domain/needs/assessment.h"

namespace homeward::ui {

/// What is to be done about one thing that is missing, e.g. "Say what it means day to day".
QString issueText(CompletionIssue::Kind kind);

/// Everything that is missing, each thing with the domains it is missing in: "Not confirmed yet:
/// Keeping safe, Friends. Say what it means day to day: Behaviour."
QString issuesText(const std::vector<CompletionIssue>& issues, const NeedsFramework& framework);

}  // namespace homeward::ui
