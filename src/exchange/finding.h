#pragma once

#include <utility>
#include <vector>

#include "domain/finding.h"

namespace homeward::exchange {

/// The most findings that are kept of one file, and of one import beside its files.
inline constexpr std::size_t kKeptFindings = 1'000;

/// The first kKeptFindings of one file; of the others only how many there were, so that a file
/// wrong in every row costs no more memory than one that is wrong in a thousand.
class FindingList {
public:
    void add(Finding finding)
    {
        if (m_kept.size() < kKeptFindings) {
            m_kept.push_back(std::move(finding));
            return;
        }
        ++m_more;
        m_moreRejected = m_moreRejected || finding.severity == Severity::Rejected;
    }
    /// Sorted by line; where not all were kept, with one last that counts the others
    /// ("finding.more-findings", fact count). Leaves the list empty.
    std::vector<Finding> take();

private:
    std::vector<Finding> m_kept;
    std::size_t m_more = 0;
    bool m_moreRejected = false;
};

}  // namespace homeward::exchange
