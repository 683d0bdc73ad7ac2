#pragma once

#include <string>

#include "domain/statutory_codes.h"
#include "support/date.h"
#include "support/id.h"

namespace homeward {

using ImportId = Id<struct ImportTag>;

/// One import of returns, as it stays on record.
struct ReturnImport {
    ImportId id;
    Timestamp at;
    AccountId by;
    std::string files;     ///< names, by commas
    std::string findings;  ///< CSV, as findingsCsv writes it
    int childrenCreated = 0;
    int childrenChanged = 0;
    std::string undoneAt;  ///< ISO moment; empty: it stands
};

enum class ReportedTable { Header, Episodes };
template <>
struct EnumKeys<ReportedTable> {
    static constexpr std::pair<ReportedTable, std::string_view> table[] = {
        {ReportedTable::Header, "header"}, {ReportedTable::Episodes, "episodes"}};
};

/// A row of a return as it was reported.
struct ReportedRow {
    ImportId import;
    std::string file;
    int line = 0;
    ReportedTable table{};
    int year = 0;          ///< first calendar year of the collection year
    std::string childKey;  ///< caseNumberKey of CHILD
    std::string cells;     ///< what was read of it, by tabs (exchange/ssda903/reported_cells.h)
    bool operator==(const ReportedRow&) const = default;
};

}  // namespace homeward
