#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "app/exchange/text_file.h"
#include "app/session/session.h"
#include "support/id.h"
#include "support/result.h"

namespace homeward::app {

/// One thing that leaves the program, as the audit trail keeps it.
struct ExportRecord {
    std::string kind;  ///< key: "csv", "html", "json", "pdf", "png", "svg", "text", "copy", "print"
    std::string what;  ///< key of the list or document, e.g. "children", "shortlist", "trend"
    std::size_t rows = 0;          ///< lines of a table; 1 for a document
    std::optional<ChildId> child;  ///< whom it is about, where it is about one
};

/// Puts the export into the audit trail, before anything leaves: what is not recorded does not
/// leave. In an authority that can only be read (ReadOnly) nothing can be recorded, and exporting
/// goes on. Fails with: NotPermitted (read-records) and the errors of a commit.
Result<Done> recordExport(Session& session, const ExportRecord& record);

/// Checks the target, records, then writes. Nothing is recorded where the target cannot be used; a
/// disk that fails afterwards leaves the row.
/// Fails with: those of recordExport and writeTarget.
Result<Done> exportTo(Session& session, const Target& target, std::string_view bytes,
                      const ExportRecord& record);

}  // namespace homeward::app
