#pragma once

#include <map>
#include <utility>
#include <vector>

#include "ui/children/needs/needs_lines_model.h"

namespace homeward::ui {

/// Lines that have the same values somewhere, by index, rising.
using LineGroup = std::vector<std::size_t>;
/// Parts of a line, from one assessment to another (or the same, for a point), rising, by the lines
/// that they coincide with; the line itself is in each group.
using LineParts = std::map<LineGroup, std::vector<std::pair<std::size_t, std::size_t>>>;

/// The lines that have the same values as `line` at both assessments.
LineGroup linesThrough(const std::vector<NeedsLine>& lines, std::size_t line, std::size_t from,
                       std::size_t to);
/// From assessment to assessment; an unknown value is a hole.
LineParts segmentsOf(const std::vector<NeedsLine>& lines, std::size_t line);
LineParts pointsOf(const std::vector<NeedsLine>& lines, std::size_t line);

}  // namespace homeward::ui
