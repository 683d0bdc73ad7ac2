#include "exchange/ssda903/whole_file.h"

#include <algorithm>
#include <map>
#include <set>

#include "exchange/ssda903/reasons.h"
#include "exchange/ssda903/row_check.h"
#include "support/text/text.h"

namespace homeward::exchange::ssda903 {
namespace {

constexpr int kSurelyDay = 13;  ///< no month has such a number

bool startsAboveTwelve(const std::string& cell)
{
    int first = 0;
    std::size_t digits = 0;
    while (digits < cell.size() && cell[digits] >= '0' && cell[digits] <= '9' && digits < 3)
        first = first * 10 + (cell[digits++] - '0');
    return digits > 0 && digits <= 2 && first >= kSurelyDay;
}

bool saysOther(const HeaderRow& a, const HeaderRow& b)
{
    return a.sex != b.sex || a.birthDate != b.birthDate || a.ethnicity != b.ethnicity ||
           a.upn != b.upn;
}

/// Two parts of one history may stand in two files; two histories of the same days may not.
bool saysOther(const EpisodeRow& a, const EpisodeRow& b)
{
    const Episode& one = a.episode;
    const Episode& other = b.episode;
    const bool overlap = (!one.endsOn || other.startsOn < *one.endsOn) &&
                         (!other.endsOn || one.startsOn < *other.endsOn);
    return overlap && !(one == other);
}

template <typename Row>
std::optional<std::string> differingChild(const std::vector<Row>& here,
                                          const std::vector<Row>& there)
{
    std::multimap<std::string_view, const Row*> byChild;
    for (const Row& row : here)
        byChild.emplace(row.childNumber, &row);
    for (const Row& row : there) {
        const auto [first, last] = byChild.equal_range(row.childNumber);
        for (auto known = first; known != last; ++known)
            if (saysOther(*known->second, row))
                return row.childNumber;
    }
    return std::nullopt;
}

/// The first child of whom the two files say different things.
std::optional<std::string> childTheyDifferOn(const ReturnFile& a, const ReturnFile& b)
{
    const auto inHeaders = differingChild(a.headers, b.headers);
    return inHeaders ? inHeaders : differingChild(a.episodes, b.episodes);
}

Finding contradiction(const ReturnFile& file, const ReturnFile& other, const std::string& child)
{
    Finding finding;
    finding.file = file.name;
    finding.reason = reason::kContradicts;
    finding.facts = {{"other", other.name}, {"child", child}};
    return finding;
}

}  // namespace

void DateSurvey::add(const std::string& cell, Date today)
{
    const std::string value = asSeen(cell);
    if (value.empty())
        return;
    if (readDay(value, today)) {
        ++m_days;
        m_dayFirst += startsAboveTwelve(value);
        return;
    }
    ++m_bad;
    if (m_example.empty())
        m_example = shownValue(value);
    if (lookOf(value) != DateLook::MonthFirst)
        return;
    ++m_monthFirst;
    if (m_reversed.empty())
        m_reversed = shownValue(value);
}

std::optional<Finding> DateSurvey::whyStopped() const
{
    Finding finding;
    if (m_monthFirst > m_dayFirst) {
        finding.reason = reason::kMonthFirst;
        finding.facts = {{"count", std::to_string(m_monthFirst)}, {"example", m_reversed}};
        return finding;
    }
    // One date alone says nothing of the others.
    if (m_bad < 2 || m_bad <= m_days)
        return std::nullopt;
    finding.reason = reason::kMostDatesBad;
    finding.facts = {{"count", std::to_string(m_bad)},
                     {"of", std::to_string(m_bad + m_days)},
                     {"example", m_example}};
    return finding;
}

std::vector<Finding> takeOutContradictions(std::vector<ReadFile>& files)
{
    std::vector<Finding> findings;
    std::set<const ReadFile*> out;
    for (std::size_t a = 0; a < files.size(); ++a)
        for (std::size_t b = a + 1; b < files.size(); ++b) {
            const ReturnFile& one = files[a].file;
            const ReturnFile& other = files[b].file;
            if (one.kind != other.kind || one.year != other.year)
                continue;
            const auto child = childTheyDifferOn(one, other);
            if (!child)
                continue;
            if (out.insert(&files[a]).second)
                findings.push_back(contradiction(one, other, *child));
            if (out.insert(&files[b]).second)
                findings.push_back(contradiction(other, one, *child));
        }
    std::vector<ReadFile> kept;
    for (ReadFile& file : files)
        if (!out.contains(&file))
            kept.push_back(std::move(file));
    files = std::move(kept);
    return findings;
}

}  // namespace homeward::exchange::ssda903
