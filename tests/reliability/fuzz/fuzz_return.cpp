#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "exchange/ssda903/merge_history.h"
#include "exchange/ssda903/return_reader.h"

using namespace homeward;
using namespace homeward::exchange::ssda903;

namespace {

const std::filesystem::path& inputFile()
{
    static const std::filesystem::path file = std::filesystem::temp_directory_path() /
                                              ("homeward-fuzz-" + std::to_string(::getpid())) /
                                              "2020-return.csv";
    return file;
}

void requireThat(bool holds)
{
    if (!holds)
        std::abort();
}

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

extern "C" int LLVMFuzzerInitialize(int*, char***)
{
    std::filesystem::create_directories(inputFile().parent_path());
    return 0;
}

/// Any bytes as a file of a return: read to the end, and what is accepted merges into sound
/// histories.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::ofstream(inputFile(), std::ios::binary)
        .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    const auto read =
        readReturn({inputFile()}, StatutoryCodes::builtIn(), *Date::fromYmd(2026, 6, 30));
    requireThat(read.ok());
    checkHistories(*read);
    return 0;
}
