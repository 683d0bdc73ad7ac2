#include "app/exchange/import_reports.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "domain/identity.h"
#include "exchange/ssda903/merge_history.h"
#include "exchange/ssda903/reported_cells.h"

namespace homeward::app {
namespace {

namespace ssda903 = exchange::ssda903;

/// ETHNIC: the information is not yet obtained, which is no fact about the child.
constexpr std::string_view kNotYetObtained = "NOBT";

/// Of one number: a child may have been reported under two.
using Report = std::tuple<int, ReportedTable, std::string>;

Report reportOf(const ReportedRow& row)
{
    return {row.year, row.table, row.childKey};
}

std::map<Report, std::multiset<std::string>> saidIn(const std::vector<ReportedRow>& rows)
{
    std::map<Report, std::multiset<std::string>> said;
    for (const ReportedRow& row : rows)
        said[reportOf(row)].insert(row.cells);
    return said;
}

void addHeader(const ssda903::HeaderRow& row, ReportedFacts& facts)
{
    facts.number = row.childNumber;
    facts.birthDate = row.birthDate;
    if (row.sex != Sex::Unknown)
        facts.sex = row.sex;
    if (!row.ethnicity.empty() && row.ethnicity != kNotYetObtained)
        facts.ethnicity = row.ethnicity;
    if (!upnKey(row.upn).empty())
        facts.upn = row.upn;
}

std::vector<ReportedRow> inOrder(std::vector<ReportedRow> rows)
{
    std::ranges::stable_sort(rows, {}, [](const ReportedRow& row) {
        return std::tuple(row.year, row.table, row.line, row.file);
    });
    return rows;
}

}  // namespace

ReportedFacts factsOf(const std::vector<ReportedRow>& rows)
{
    ReportedFacts facts;
    for (const ReportedRow& row : inOrder(rows)) {
        facts.lastYear = std::max(facts.lastYear, row.year);
        if (row.table == ReportedTable::Header) {
            if (const auto header = ssda903::headerFrom(row.cells)) {
                addHeader(*header, facts);
                facts.headerYear = row.year;
            }
        } else if (auto episode = ssda903::episodeFrom(row.cells)) {
            facts.told.push_back(std::move(episode->episode));
        }
    }
    const std::vector<Episode> merged = ssda903::mergeEpisodes(facts.told);
    facts.merged = static_cast<int>(merged.size());
    facts.episodes = deriveEpisodes(splitEpisodes(merged));
    return facts;
}

std::map<std::string, std::vector<ReportedRow>> reportedRows(const ssda903::Return& read)
{
    std::map<std::string, std::vector<ReportedRow>> byChild;
    for (const ssda903::ReturnFile& file : read.files) {
        const auto add = [&](const auto& row, ReportedTable table) {
            const std::string key = caseNumberKey(row.childNumber);
            byChild[key].push_back(
                {{}, file.name, row.line, table, file.year.startYear, key, ssda903::cellsOf(row)});
        };
        for (const auto& row : file.headers)
            add(row, ReportedTable::Header);
        for (const auto& row : file.episodes)
            add(row, ReportedTable::Episodes);
    }
    return byChild;
}

std::vector<ReportedRow> withReports(const std::vector<ReportedRow>& standing,
                                     const std::vector<ReportedRow>& incoming)
{
    std::set<Report> replaced;
    for (const ReportedRow& row : incoming)
        replaced.insert(reportOf(row));
    std::vector<ReportedRow> rows = incoming;
    for (const ReportedRow& row : standing)
        if (!replaced.contains(reportOf(row)))
            rows.push_back(row);
    return inOrder(std::move(rows));
}

std::vector<ReportedRow> newReports(const std::vector<ReportedRow>& standing,
                                    const std::vector<ReportedRow>& incoming)
{
    const auto before = saidIn(standing);
    const auto now = saidIn(incoming);
    std::vector<ReportedRow> rows;
    for (const ReportedRow& row : incoming) {
        const auto was = before.find(reportOf(row));
        if (was == before.end() || was->second != now.at(reportOf(row)))
            rows.push_back(row);
    }
    return rows;
}

}  // namespace homeward::app
