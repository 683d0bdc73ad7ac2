#include "exchange/ssda903/set_checks.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "exchange/ssda903/columns.h"
#include "exchange/ssda903/reasons.h"

namespace homeward::exchange::ssda903 {
namespace {

bool saysTheSame(const HeaderRow& a, const HeaderRow& b)
{
    return a.sex == b.sex && a.birthDate == b.birthDate && a.ethnicity == b.ethnicity &&
           a.upn == b.upn;
}

Finding findingAt(const ReturnFile& file, int line, Severity severity, const char* reason)
{
    Finding finding;
    finding.severity = severity;
    finding.file = file.name;
    finding.line = line;
    finding.reason = reason;
    return finding;
}

Finding repeated(const ReturnFile& file, int line, int firstLine, const std::string& child,
                 Severity severity)
{
    Finding finding = findingAt(file, line, severity, reason::kDuplicateRow);
    finding.column = columnName(Column::Child);
    finding.value = child;
    finding.facts = {{"firstLine", std::to_string(firstLine)}};
    return finding;
}

template <typename Row>
void eraseMarked(std::vector<Row>& rows, const std::vector<bool>& marked)
{
    std::size_t index = 0;
    std::erase_if(rows, [&](const Row&) { return marked[index++]; });
}

void dropRepeatedHeaders(ReadFile& read)
{
    std::vector<HeaderRow>& rows = read.file.headers;
    std::unordered_map<std::string_view, std::size_t> first;
    std::vector<bool> marked(rows.size(), false);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto [known, isNew] = first.emplace(rows[i].childNumber, i);
        if (isNew)
            continue;
        const HeaderRow& original = rows[known->second];
        const bool alike = saysTheSame(original, rows[i]);
        read.findings.add(repeated(read.file, rows[i].line, original.line, rows[i].childNumber,
                                   alike ? Severity::Warning : Severity::Rejected));
        marked[i] = true;
    }
    eraseMarked(rows, marked);
}

/// Everything that makes two rows the same episode.
auto contentOf(const EpisodeRow& row)
{
    const Episode& e = row.episode;
    return std::tie(row.childNumber, e.startsOn, e.endsOn, e.startReason, e.legalStatus, e.needCode,
                    e.placeCode, e.providerCode, e.endReason, e.changeReason, e.homePostcode,
                    e.placePostcode, e.providerNumber);
}

void dropRepeatedEpisodes(ReadFile& read)
{
    std::vector<EpisodeRow>& rows = read.file.episodes;
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto key = [&](std::size_t i) {
            return std::tuple_cat(contentOf(rows[i]), std::tie(rows[i].line));
        };
        return key(a) < key(b);
    });
    std::vector<bool> marked(rows.size(), false);
    std::size_t first = 0;
    for (std::size_t i = 1; i < order.size(); ++i) {
        const EpisodeRow& row = rows[order[i]];
        const EpisodeRow& original = rows[order[first]];
        if (contentOf(original) != contentOf(row)) {
            first = i;
            continue;
        }
        read.findings.add(
            repeated(read.file, row.line, original.line, row.childNumber, Severity::Warning));
        marked[order[i]] = true;
    }
    eraseMarked(rows, marked);
}

struct Seen {
    const ReturnFile* file = nullptr;
    const HeaderRow* row = nullptr;
};

void warnOfDifference(ReadFile& read, const HeaderRow& row, const Seen& earlier)
{
    const auto warn = [&](Column column, std::string now, std::string before) {
        Finding finding = findingAt(read.file, row.line, Severity::Warning, reason::kChildDiffers);
        finding.column = columnName(column);
        finding.value = std::move(now);
        finding.facts = {{"child", row.childNumber},
                         {"earlier", std::move(before)},
                         {"earlierFile", earlier.file->name}};
        read.findings.add(std::move(finding));
    };
    if (row.sex != earlier.row->sex)
        warn(Column::Sex, std::string(toKey(row.sex)), std::string(toKey(earlier.row->sex)));
    if (row.birthDate != earlier.row->birthDate)
        warn(Column::Dob, row.birthDate.toDayMonthYear(), earlier.row->birthDate.toDayMonthYear());
}

}  // namespace

void dropRepeatedRows(ReadFile& read)
{
    dropRepeatedHeaders(read);
    dropRepeatedEpisodes(read);
}

void compareHeaders(std::vector<ReadFile>& files)
{
    std::unordered_map<std::string_view, Seen> seen;
    for (ReadFile& read : files) {
        for (const HeaderRow& row : read.file.headers) {
            const auto [earlier, isNew] = seen.emplace(row.childNumber, Seen{&read.file, &row});
            if (isNew)
                continue;
            warnOfDifference(read, row, earlier->second);
            earlier->second = {&read.file, &row};
        }
    }
}

void rejectTooMany(std::vector<ReadFile>& files)
{
    std::unordered_map<std::string, int> episodes;
    for (ReadFile& read : files)
        std::erase_if(read.file.episodes, [&](const EpisodeRow& row) {
            if (++episodes[row.childNumber] <= kMostEpisodesOfChild)
                return false;
            Finding finding =
                findingAt(read.file, row.line, Severity::Rejected, reason::kTooManyEpisodes);
            finding.column = columnName(Column::Child);
            finding.value = row.childNumber;
            finding.facts = {{"child", row.childNumber},
                             {"most", std::to_string(kMostEpisodesOfChild)}};
            read.findings.add(std::move(finding));
            return true;
        });
}

void rejectBeforeBirth(std::vector<ReadFile>& files)
{
    std::unordered_map<std::string, Date> births;
    for (const ReadFile& read : files)
        for (const HeaderRow& row : read.file.headers)
            births[row.childNumber] = row.birthDate;
    for (ReadFile& read : files) {
        std::erase_if(read.file.episodes, [&](const EpisodeRow& row) {
            const auto birth = births.find(row.childNumber);
            if (birth == births.end() || row.episode.startsOn >= birth->second)
                return false;
            Finding finding =
                findingAt(read.file, row.line, Severity::Rejected, reason::kBeforeBirth);
            finding.column = columnName(Column::Decom);
            finding.value = row.episode.startsOn.toDayMonthYear();
            finding.facts = {{"child", row.childNumber}, {"birthDate", birth->second.toIso()}};
            read.findings.add(std::move(finding));
            return true;
        });
    }
}

}  // namespace homeward::exchange::ssda903
