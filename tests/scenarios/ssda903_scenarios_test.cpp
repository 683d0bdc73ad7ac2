#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "exchange/ssda903/merge_history.h"
#include "exchange/ssda903/return_reader.h"

using namespace homeward;
using namespace homeward::exchange;
using namespace homeward::exchange::ssda903;
namespace fs = std::filesystem;

namespace {

const fs::path kCases = fs::path(HOMEWARD_SCENARIOS) / "ssda903";

std::vector<fs::path> sortedEntries(const fs::path& folder, const std::string& extension = {})
{
    std::vector<fs::path> entries;
    for (const auto& entry : fs::directory_iterator(folder))
        if (extension.empty() ? entry.is_directory() : entry.path().extension() == extension)
            entries.push_back(entry.path());
    std::sort(entries.begin(), entries.end());
    return entries;
}

std::string lineOf(const ReturnFile& file)
{
    std::ostringstream line;
    line << "file " << file.name << (file.kind == FileKind::Header ? " header " : " episodes ")
         << file.year.startYear << ": " << file.rows << " rows, "
         << file.headers.size() + file.episodes.size() << " accepted";
    return line.str();
}

std::string lineOf(const Finding& finding)
{
    std::ostringstream line;
    line << (finding.severity == Severity::Rejected ? "rejected " : "warning ") << finding.file
         << ":" << finding.line << " " << finding.reason;
    if (!finding.column.empty())
        line << " " << finding.column << "=\"" << finding.value << "\"";
    for (const auto& [fact, value] : finding.facts)
        line << " " << fact << "=" << value;
    return line.str();
}

std::string lineOf(const std::string& child, const Episode& episode)
{
    std::ostringstream line;
    line << "history " << child << " " << episode.startsOn.toIso() << " to "
         << (episode.endsOn ? episode.endsOn->toIso() : "open") << " " << episode.startReason << " "
         << episode.legalStatus << " " << episode.placeCode << " " << episode.endReason;
    return line.str();
}

std::string answerTo(const fs::path& scenario)
{
    const auto today = *Date::fromYmd(2026, 6, 30);
    const auto read = readReturn(sortedEntries(scenario, ".csv"), StatutoryCodes::builtIn(), today);
    REQUIRE(read.ok());
    std::vector<std::string> lines;
    std::map<std::string, std::vector<Episode>> histories;
    for (const ReturnFile& file : read->files) {
        lines.push_back(lineOf(file));
        for (const EpisodeRow& row : file.episodes)
            histories[row.childNumber].push_back(row.episode);
    }
    for (const Finding& finding : read->findings)
        lines.push_back(lineOf(finding));
    for (const auto& [child, episodes] : histories)
        for (const Episode& episode : mergeEpisodes(episodes))
            lines.push_back(lineOf(child, episode));
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

std::string contentOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    return content.str();
}

}  // namespace

TEST_CASE("every scenario of returns gives the answer written beside it", "[exchange][scenario]")
{
    const auto scenarios = sortedEntries(kCases);
    REQUIRE(scenarios.size() >= 8);
    for (const fs::path& scenario : scenarios) {
        const std::string answer = answerTo(scenario);
        // A new scenario is written once with this variable set, then read by a person.
        if (std::getenv("HOMEWARD_WRITE_EXPECTED") != nullptr)
            std::ofstream(scenario / "expected.txt", std::ios::binary) << answer;
        INFO(scenario.filename().string());
        CHECK(answer == contentOf(scenario / "expected.txt"));
    }
}
