#pragma once

#include <optional>

#include "exchange/ssda903/return_reader.h"
#include "exchange/ssda903/row_check.h"

namespace homeward::exchange::ssda903 {

/// The child of a header row; empty when the row cannot be taken, with the reasons among the
/// findings.
std::optional<HeaderRow> readHeaderRow(RowCheck& row, const CsvPlace& place);

/// The episode of a row, likewise. An open one ends with "X1", whatever the row says.
std::optional<EpisodeRow> readEpisodeRow(RowCheck& row, const CsvPlace& place);

}  // namespace homeward::exchange::ssda903
