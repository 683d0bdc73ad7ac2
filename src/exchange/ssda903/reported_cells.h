#pragma once

#include <optional>
#include <string>

#include "exchange/ssda903/return_reader.h"

namespace homeward::exchange::ssda903 {

// A row of a return as one text, by tabs, in which rows are kept; reading gives back what was
// written. Empty: the text is none of them.

std::string cellsOf(const HeaderRow& row);
std::string cellsOf(const EpisodeRow& row);
std::optional<HeaderRow> headerFrom(const std::string& cells);
std::optional<EpisodeRow> episodeFrom(const std::string& cells);

}  // namespace homeward::exchange::ssda903
