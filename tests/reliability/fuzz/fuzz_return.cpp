// Any bytes as a file of a return: read to the end, and what is accepted merges into sound
// histories.
#include <map>

#include "exchange/ssda903/merge_history.h"
#include "exchange/ssda903/return_reader.h"
#include "tests/reliability/fuzz/fuzz.h"

using namespace homeward;
using namespace homeward::exchange::ssda903;
using fuzz::requireThat;

namespace {

void checkHistories(const Return& read)
{
    std::map<std::string, std::vector<Episode>> histories;
    for (const ReturnFile& file : read.files)
        for (const EpisodeRow& row : file.episodes)
            histories[row.childNumber].push_back(row.episode);
    for (const auto& [child, sources] : histories) {
        const std::vector<Episode> merged = mergeEpisodes(sources);
        requireThat(historyFaults(merged, *Date::fromYmd(1800, 1, 1)).empty());
        std::vector<Episode> again = merged;
        again.insert(again.end(), sources.begin(), sources.end());
        requireThat(mergeEpisodes(again) == merged);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const fuzz::InputFile file("2020-return.csv");
    const auto read = readReturn({file.holding(fuzz::asText(data, size))},
                                 StatutoryCodes::builtIn(), *Date::fromYmd(2026, 6, 30));
    requireThat(read.ok());
    for (const Finding& finding : read->findings)
        requireThat(!finding.reason.empty() && finding.value.size() <= 80);
    checkHistories(*read);
    return 0;
}
