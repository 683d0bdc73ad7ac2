#include "exchange/ssda903/year_of_file.h"

#include <algorithm>
#include <vector>

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

}  // namespace

std::optional<YearInName> yearInName(std::string_view fileName)
{
    const std::vector<Digits> runs = runsOfDigits(fileName);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::string_view run = runs[i].text;
        if ((run.size() == 6 || run.size() == 8) && isYear(run.substr(0, 4)) &&
            isYearAfter(run.substr(4), numberIn(run.substr(0, 4))))
            return YearInName{numberIn(run.substr(0, 4)), true};
        if (!isYear(run))
            continue;
        const bool neighbour = i + 1 < runs.size() &&
                               runs[i + 1].from == runs[i].from + run.size() + 1 &&
                               isYearAfter(runs[i + 1].text, numberIn(run));
        return YearInName{numberIn(run), neighbour};
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
