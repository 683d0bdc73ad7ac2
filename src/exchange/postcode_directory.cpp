#include "exchange/postcode_directory.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "exchange/csv.h"
#include "support/text/path_text.h"
#include "support/text/text.h"

namespace homeward::exchange {
namespace {

constexpr double kEastMost = 700'000;
constexpr double kNorthMost = 1'300'000;

struct Columns {
    std::size_t postcode = 0;
    std::size_t easting = 0;
    std::size_t northing = 0;
};

std::optional<std::size_t> columnOf(const std::vector<std::string>& headings,
                                    std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names)
        for (std::size_t i = 0; i < headings.size(); ++i)
            if (foldedForSearch(trimmed(headings[i])) == name)
                return i;
    return std::nullopt;
}

/// Of a first row with headings; empty: it has none that are known.
std::optional<Columns> namedColumns(const std::vector<std::string>& first)
{
    const auto postcode = columnOf(first, {"pcds", "pcd8", "pcd", "pcd7", "postcode"});
    const auto easting = columnOf(first, {"oseast1m", "east1m", "easting", "eastings"});
    const auto northing = columnOf(first, {"osnrth1m", "north1m", "northing", "northings"});
    if (!postcode || !easting || !northing)
        return std::nullopt;
    return Columns{*postcode, *easting, *northing};
}

std::optional<double> metres(const std::string& text, double most)
{
    const std::string_view digits = trimmed(text);
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value <= 0 || value > most)
        return std::nullopt;
    return value;
}

std::optional<PostcodePlace> placeIn(const std::vector<std::string>& row, const Columns& columns)
{
    const auto easting = metres(row[columns.easting], kEastMost);
    const auto northing = metres(row[columns.northing], kNorthMost);
    if (!easting || !northing)
        return std::nullopt;
    return PostcodePlace{postcodeKey(row[columns.postcode]), {*easting, *northing}};
}

}  // namespace

Result<DirectoryRead> readPostcodes(const std::filesystem::path& file,
                                    const std::function<void(PostcodePlace)>& take,
                                    const RunControl& control)
{
    const Columns codePoint{0, 2, 3};
    DirectoryRead read;
    std::optional<Columns> columns;
    std::size_t last = 0;
    const auto takeRow = [&](const std::vector<std::string>& row) {
        if (row.size() <= last || !isPostcodeKey(postcodeKey(row[columns->postcode])))
            return;
        if (auto place = placeIn(row, *columns)) {
            take(*std::move(place));
            ++read.taken;
        } else {
            ++read.withoutPlace;
        }
    };
    bool known = true;
    const auto done = readCsv(
        file,
        [&](const CsvPlace&, std::vector<std::string>& row) {
            if (columns) {
                takeRow(row);
                return true;
            }
            columns = namedColumns(row);
            const bool headed = columns.has_value();
            if (!headed && row.size() > codePoint.northing && isPostcodeKey(postcodeKey(row[0])) &&
                placeIn(row, codePoint))
                columns = codePoint;
            known = columns.has_value();
            if (known) {
                last = std::max({columns->postcode, columns->easting, columns->northing});
                if (!headed)
                    takeRow(row);
            }
            return known;
        },
        control, kMostDirectoryBytes);
    if (!done)
        return done.error();
    if (!known)
        return invalidInput("file", "not-a-directory", {{"file", pathText(file)}});
    if (read.taken == 0)
        return invalidInput("file", "no-postcodes", {{"file", pathText(file)}});
    return read;
}

}  // namespace homeward::exchange
