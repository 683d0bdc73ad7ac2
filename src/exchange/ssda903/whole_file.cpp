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

/// What a file says of each child, as text that compares.
std::map<std::string, std::set<std::string>> saidByChild(const ReturnFile& file)
{
    std::map<std::string, std::set<std::string>> said;
    for (const HeaderRow& row : file.headers)
        said[row.childNumber].insert(std::string(toKey(row.sex)) + row.birthDate.toIso() +
                                     row.ethnicity + row.upn);
    for (const EpisodeRow& row : file.episodes) {
        const Episode& e = row.episode;
        said[row.childNumber].insert(e.startsOn.toIso() + (e.endsOn ? e.endsOn->toIso() : "") +
                                     e.startReason + e.legalStatus + e.needCode + e.placeCode +
                                     e.providerCode + e.endReason + e.changeReason);
    }
    return said;
}

/// The first child of whom the two files say different things.
std::optional<std::string> childTheyDifferOn(const ReturnFile& a, const ReturnFile& b)
{
    const auto here = saidByChild(a);
    for (const auto& [child, said] : saidByChild(b))
        if (const auto other = here.find(child); other != here.end() && other->second != said)
            return child;
    return std::nullopt;
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
