#include "domain/postcode.h"
#include "exchange/ssda903/reasons.h"
#include "exchange/ssda903/rows.h"

namespace homeward::exchange::ssda903 {
namespace {

void readDates(RowCheck& row, Episode& episode)
{
    const CollectionYear year = row.file().year;
    const std::map<std::string, std::string> yearFact{{"year", yearLabel(year)}};
    const auto start = row.requiredDate(Column::Decom);
    episode.endsOn = row.date(Column::Dec);
    if (!start)
        return;
    episode.startsOn = *start;
    if (*start >= year.dayAfter())
        row.reject(Column::Decom, reason::kOutsideYear, yearFact);
    if (!episode.endsOn)
        return;
    if (*episode.endsOn <= *start)
        row.reject(Column::Dec, reason::kEndsBeforeStart, {{"start", start->toIso()}});
    else if (*episode.endsOn > year.dayAfter() || *episode.endsOn < year.firstDay())
        row.warn(Column::Dec, reason::kOutsideYear, yearFact);
}

void readEndReason(RowCheck& row, Episode& episode)
{
    const bool hasEnd = !row.text(Column::Dec).empty();
    episode.endReason =
        hasEnd ? row.requiredCode(Column::Rec, episode.endsOn) : row.code(Column::Rec);
    if (hasEnd)
        return;
    if (!episode.endReason.empty() && episode.endReason != kCareGoesOn && !row.rejected())
        row.warn(Column::Rec, reason::kEndReasonWithoutEnd);
    episode.endReason = kCareGoesOn;
}

}  // namespace

std::optional<EpisodeRow> readEpisodeRow(RowCheck& row, const CsvPlace& place)
{
    EpisodeRow read;
    read.line = place.line;
    read.row = place.row;
    read.childNumber = row.requiredText(Column::Child);
    Episode& episode = read.episode;
    readDates(row, episode);
    const Date start = episode.startsOn;
    episode.startReason = row.requiredCode(Column::Rne, start);
    // Where the child lived is known, whatever is wrong with the legal status.
    episode.legalStatus = row.codeIfKnown(Column::Ls, start);
    episode.needCode = row.code(Column::Cin, start);
    episode.placeCode = row.requiredCode(Column::Place, start);
    episode.providerCode = row.code(Column::PlaceProvider, start);
    readEndReason(row, episode);
    episode.changeReason = row.code(Column::ReasonPlaceChange, episode.endsOn);
    episode.homePostcode = shownPostcode(row.text(Column::HomePost));
    episode.placePostcode = shownPostcode(row.text(Column::PlPost));
    episode.providerNumber = row.text(Column::Urn);
    if (row.rejected())
        return std::nullopt;
    return read;
}

}  // namespace homeward::exchange::ssda903
