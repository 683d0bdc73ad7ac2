#include "exchange/ssda903/reported_cells.h"

#include "support/text/text.h"

namespace homeward::exchange::ssda903 {
namespace {

constexpr std::size_t kHeaderCells = 5;
constexpr std::size_t kEpisodeCells = 13;

std::string joined(std::initializer_list<std::string> cells)
{
    std::string text;
    bool first = true;
    for (const std::string& cell : cells) {
        if (!first)
            text += '\t';
        first = false;
        for (const char letter : cell)
            text += letter == '\t' ? ' ' : letter;
    }
    return text;
}

std::string isoOf(const std::optional<Date>& day)
{
    return day ? day->toIso() : std::string();
}

}  // namespace

std::string cellsOf(const HeaderRow& row)
{
    return joined({row.childNumber, std::string(toKey(row.sex)), row.birthDate.toIso(),
                   row.ethnicity, row.upn});
}

std::string cellsOf(const EpisodeRow& row)
{
    const Episode& e = row.episode;
    return joined({row.childNumber, e.startsOn.toIso(), isoOf(e.endsOn), e.startReason,
                   e.legalStatus, e.needCode, e.placeCode, e.providerCode, e.endReason,
                   e.changeReason, e.homePostcode, e.placePostcode, e.providerNumber});
}

std::optional<HeaderRow> headerFrom(const std::string& cells)
{
    const auto parts = split(cells, '\t');
    if (parts.size() != kHeaderCells)
        return std::nullopt;
    const auto sex = fromKey<Sex>(parts[1]);
    const auto birth = Date::fromIso(parts[2]);
    if (!sex || !birth)
        return std::nullopt;
    HeaderRow row;
    row.childNumber = parts[0];
    row.sex = *sex;
    row.birthDate = *birth;
    row.ethnicity = parts[3];
    row.upn = parts[4];
    return row;
}

std::optional<EpisodeRow> episodeFrom(const std::string& cells)
{
    const auto parts = split(cells, '\t');
    if (parts.size() != kEpisodeCells)
        return std::nullopt;
    const auto start = Date::fromIso(parts[1]);
    if (!start)
        return std::nullopt;
    EpisodeRow row;
    row.childNumber = parts[0];
    Episode& e = row.episode;
    e.startsOn = *start;
    e.endsOn = Date::fromIso(parts[2]);
    std::string* const texts[] = {
        &e.startReason, &e.legalStatus,  &e.needCode,     &e.placeCode,     &e.providerCode,
        &e.endReason,   &e.changeReason, &e.homePostcode, &e.placePostcode, &e.providerNumber};
    for (std::size_t i = 0; i < std::size(texts); ++i)
        *texts[i] = parts[i + 3];
    return row;
}

}  // namespace homeward::exchange::ssda903
