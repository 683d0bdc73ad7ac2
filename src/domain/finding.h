#pragma once

#include <map>
#include <string>

namespace homeward {

enum class Severity {
    Rejected,  ///< the row, file or record cannot be taken
    Warning    ///< taken, but somebody should look
};

/// One thing wrong with what comes in, pointing at the place.
struct Finding {
    Severity severity = Severity::Rejected;
    std::string file;    ///< name without folder; empty: it is about a record
    int line = 0;        ///< of the file, from 1; 0: the whole file
    std::string column;  ///< header name; may be empty
    std::string value;   ///< as read, cut at 80 bytes; personal data: shown, never logged
    std::string reason;  ///< key of the message catalogue, e.g. "finding.unknown-code"
    std::map<std::string, std::string> facts = {};
    int row = 0;  ///< as a spreadsheet numbers it; 0: like the line
    bool isRejected() const { return severity == Severity::Rejected; }
    bool operator==(const Finding&) const = default;
};

}  // namespace homeward
