#include "exchange/finding.h"

#include <algorithm>

#include "exchange/ssda903/reasons.h"

namespace homeward::exchange {

std::vector<Finding> FindingList::take()
{
    std::vector<Finding> findings = std::exchange(m_kept, {});
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.line < b.line; });
    if (m_more > 0) {
        Finding others;
        others.severity = m_moreRejected ? Severity::Rejected : Severity::Warning;
        others.file = findings.front().file;
        others.reason = ssda903::reason::kMoreFindings;
        others.facts = {{"count", std::to_string(std::exchange(m_more, 0))}};
        findings.push_back(std::move(others));
    }
    return findings;
}

}  // namespace homeward::exchange
