#include "ui/children/needs/coinciding_lines.h"

namespace homeward::ui {

LineGroup linesThrough(const std::vector<NeedsLine>& lines, std::size_t line, std::size_t from,
                       std::size_t to)
{
    LineGroup group;
    for (std::size_t other = 0; other < lines.size(); ++other)
        if (lines[other].values[from] == lines[line].values[from] &&
            lines[other].values[to] == lines[line].values[to])
            group.push_back(other);
    return group;
}

LineParts segmentsOf(const std::vector<NeedsLine>& lines, std::size_t line)
{
    LineParts parts;
    const auto& values = lines[line].values;
    for (std::size_t i = 0; i + 1 < values.size(); ++i)
        if (values[i] && values[i + 1])
            parts[linesThrough(lines, line, i, i + 1)].emplace_back(i, i + 1);
    return parts;
}

LineParts pointsOf(const std::vector<NeedsLine>& lines, std::size_t line)
{
    LineParts parts;
    for (std::size_t i = 0; i < lines[line].values.size(); ++i)
        if (lines[line].values[i])
            parts[linesThrough(lines, line, i, i)].emplace_back(i, i);
    return parts;
}

}  // namespace homeward::ui
