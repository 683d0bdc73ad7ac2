#include "exchange/ssda903/year_of_file.h"

#include <algorithm>
#include <vector>

#include "support/text/path_text.h"
#include "support/text/text.h"

namespace homeward::exchange::ssda903 {
namespace {

struct Digits {
    std::size_t from = 0;
    std::string_view text;
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::vector<Digits> runsOfDigits(std::string_view name)
{
    std::vector<Digits> runs;
    for (std::size_t i = 0; i < name.size();) {
        std::size_t end = i;
        while (end < name.size() && isDigit(name[end]))
            ++end;
        if (end > i)
            runs.push_back({i, name.substr(i, end - i)});
        i = end + 1;
    }
    return runs;
}

int numberIn(std::string_view digits)
{
    int number = 0;
    for (const char c : digits)
        number = number * 10 + (c - '0');
    return number;
}

bool isYear(std::string_view digits)
{
    return digits.size() == 4 && numberIn(digits) >= 1990 && numberIn(digits) <= 2099;
}

/// Whether `digits` (two or four) is the year after `year`.
bool isYearAfter(std::string_view digits, int year)
{
    if (digits.size() == 4)
        return numberIn(digits) == year + 1;
    return digits.size() == 2 && numberIn(digits) == (year + 1) % 100;
}

/// Signs between two years of a span: "2023-24", "2023/24", "2023_24", "2023 to 2024".
bool joinsYears(std::string_view between)
{
    const std::string_view word = trimmed(between);
    return between == "-" || between == "_" || between == "/" || between == " " || word == "-" ||
           word == "to" || between == "_to_" || between == "-to-" || between == "\xe2\x80\x93";
}

std::string_view between(std::string_view name, const Digits& a, const Digits& b)
{
    const std::size_t from = a.from + a.text.size();
    return name.substr(from, b.from - from);
}

bool isShort(std::string_view digits, int least, int most)
{
    return (digits.size() == 1 || digits.size() == 2) && numberIn(digits) >= least &&
           numberIn(digits) <= most;
}

/// "2026-04-17", "17.04.2026", "20260417": which runs are parts of such dates. "2023-24" is none,
/// for want of a third part.
void markDates(std::string_view name, const std::vector<Digits>& runs, std::vector<bool>& ofDates)
{
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::string_view run = runs[i].text;
        if (run.size() == 8 && isYear(run.substr(0, 4)) && isShort(run.substr(4, 2), 1, 12) &&
            isShort(run.substr(6), 1, 31) && !isYear(run.substr(4)))
            ofDates[i] = true;
        if (i + 2 >= runs.size() || between(name, runs[i], runs[i + 1]).size() != 1 ||
            between(name, runs[i + 1], runs[i + 2]).size() != 1 ||
            !isShort(runs[i + 1].text, 1, 12))
            continue;
        const bool yearFirst = isYear(run) && isShort(runs[i + 2].text, 1, 31);
        const bool yearLast = isShort(run, 1, 31) && isYear(runs[i + 2].text);
        if (yearFirst || yearLast)
            ofDates[i] = ofDates[i + 1] = ofDates[i + 2] = true;
    }
}

/// The first year of the span that begins with run `i`: the later year is the one after it.
std::optional<int> spanAt(std::string_view name, const std::vector<Digits>& runs, std::size_t i)
{
    constexpr int kCentury = 2000;
    const std::string_view run = runs[i].text;
    const bool joined = i + 1 < runs.size() && joinsYears(between(name, runs[i], runs[i + 1]));
    const std::string_view next = joined ? runs[i + 1].text : std::string_view{};
    if ((run.size() == 6 || run.size() == 8) && isYear(run.substr(0, 4)) &&
        isYearAfter(run.substr(4), numberIn(run.substr(0, 4))))
        return numberIn(run.substr(0, 4));
    if (isYear(run) && isYearAfter(next, numberIn(run)))
        return numberIn(run);
    const auto isShortSpan = [](std::string_view first, std::string_view second) {
        return first.size() == 2 && second.size() == 2 &&
               numberIn(second) == (numberIn(first) + 1) % 100;
    };
    if (isShortSpan(run, next))
        return kCentury + numberIn(run);
    if (run.size() == 4 && !isYear(run) && isShortSpan(run.substr(0, 2), run.substr(2)))
        return kCentury + numberIn(run.substr(0, 2));
    return std::nullopt;
}

}  // namespace

std::optional<YearInName> yearInName(std::string_view name)
{
    const std::vector<Digits> runs = runsOfDigits(name);
    std::vector<bool> ofDates(runs.size(), false);
    markDates(name, runs, ofDates);
    std::optional<int> span;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto here = ofDates[i] ? std::nullopt : spanAt(name, runs, i);
        if (here && span && *span != *here)
            return std::nullopt;
        if (here)
            span = here;
    }
    if (span)
        return YearInName{*span, true};
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (!ofDates[i] && isYear(runs[i].text))
            return YearInName{numberIn(runs[i].text), false};
    return std::nullopt;
}

std::optional<YearInName> yearOfFile(const std::filesystem::path& file)
{
    constexpr int kFoldersLookedAt = 2;
    if (const auto own = yearInName(pathText(file.stem())))
        return own;
    std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
    for (int i = 0; i < kFoldersLookedAt; ++i) {
        if (const auto year = yearInName(pathText(folder.filename())))
            return year;
        folder = folder.parent_path();
    }
    return std::nullopt;
}

void YearRule::addBirth(YearInName name, Date birth)
{
    if (name.isStart)
        return;
    m_startLiesAhead = m_startLiesAhead || CollectionYear{name.year}.firstDay() > m_today;
    m_start.misfits += birth >= CollectionYear{name.year}.dayAfter();
    m_end.misfits += birth >= CollectionYear{name.year - 1}.dayAfter();
}

void YearRule::addEpisode(YearInName name, Date start, std::optional<Date> end)
{
    if (name.isStart)
        return;
    m_startLiesAhead = m_startLiesAhead || CollectionYear{name.year}.firstDay() > m_today;
    const auto judge = [&](Score& score, CollectionYear year) {
        const bool starts = start < year.dayAfter();
        const bool ends = !end || (*end > year.firstDay() && *end <= year.dayAfter());
        score.misfits += !starts || !ends;
        score.startsInYear += starts && start >= year.firstDay();
    };
    judge(m_start, CollectionYear{name.year});
    judge(m_end, CollectionYear{name.year - 1});
}

bool YearRule::namesSayStart() const
{
    if (m_startLiesAhead)
        return false;
    if (m_start.misfits != m_end.misfits)
        return m_start.misfits < m_end.misfits;
    return m_start.startsInYear >= m_end.startsInYear;
}

CollectionYear YearRule::yearOf(YearInName name) const
{
    return CollectionYear{name.isStart || namesSayStart() ? name.year : name.year - 1};
}

}  // namespace homeward::exchange::ssda903
