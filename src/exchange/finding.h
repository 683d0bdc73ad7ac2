#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace homeward::exchange {

enum class Severity {
    Rejected,  ///< the row or file cannot be taken
    Warning    ///< taken, but somebody should look
};

/// One thing wrong in a file, pointing at the place.
struct Finding {
    Severity severity = Severity::Rejected;
    std::string file;    ///< name without folder
    int line = 0;        ///< 1 is the header line; 0: the whole file
    std::string column;  ///< header name; may be empty
    std::string value;   ///< as read, cut at 80 bytes; personal data: shown, never logged
    std::string reason;  ///< key of the message catalogue, e.g. "finding.unknown-code"
    std::map<std::string, std::string> facts;
    bool operator==(const Finding&) const = default;
};

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
