#include "analytics/alike_groups.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace homeward::analytics {
namespace {

enum Attribute { Age, AgeBand, EntryYear, ChildSex, InCare, Place, Provider, AttributeCount };

/// What is asked of a child, as numbers.
using Asked = std::array<int, AttributeCount>;

/// A spread of so many years weighs as much as another sex, place or provider. What is asked most,
/// age, is kept closest; measured with figures_bench.
constexpr double kAgesAlike = 2;
constexpr double kEntryYearsAlike = 4;

bool isOrdered(int attribute)
{
    return attribute == Age || attribute == EntryYear;
}

/// The ages by which statistics of children in care are told, and so most often asked: under 5, 5
/// to 9, 10 to 15, 16 and over. Source: Department for Education, Children looked after in England.
int ageBand(int ageYears)
{
    return ageYears < 5 ? 0 : ageYears < 10 ? 1 : ageYears < 16 ? 2 : 3;
}

std::vector<Asked> askedOf(const std::vector<ChildFacts>& children)
{
    std::map<std::string, int> providers;
    for (const ChildFacts& child : children)
        providers[child.provider] = 0;
    int number = 0;
    for (auto& [name, code] : providers)
        code = number++;
    std::vector<Asked> asked;
    asked.reserve(children.size());
    for (const ChildFacts& child : children)
        asked.push_back({child.ageYears, ageBand(child.ageYears), child.entryYear.value_or(0),
                         static_cast<int>(child.sex), child.inCare ? 1 : 0,
                         child.placement ? static_cast<int>(*child.placement) : -1,
                         providers.at(child.provider)});
    return asked;
}

using Indexes = std::vector<std::size_t>;
using Groups = std::vector<Indexes>;

/// How far the members are from being alike in one attribute: 0 where all are the same.
double unlikeness(const Indexes& members, const std::vector<Asked>& asked, int attribute)
{
    const double size = static_cast<double>(members.size());
    if (isOrdered(attribute)) {
        const double alike = attribute == Age ? kAgesAlike : kEntryYearsAlike;
        double sum = 0;
        double squares = 0;
        for (const std::size_t i : members) {
            const double value = asked[i][static_cast<std::size_t>(attribute)] / alike;
            sum += value;
            squares += value * value;
        }
        return squares - sum * sum / size;
    }
    std::map<int, double> counts;
    for (const std::size_t i : members)
        ++counts[asked[i][static_cast<std::size_t>(attribute)]];
    double same = 0;
    for (const auto& [value, count] : counts)
        same += count * count / size;
    return size - same;
}

double unlikeness(const Indexes& members, const std::vector<Asked>& asked)
{
    double sum = 0;
    for (int attribute = 0; attribute < AttributeCount; ++attribute)
        sum += unlikeness(members, asked, attribute);
    return sum;
}

struct Halves {
    Indexes one;
    Indexes other;
    double unlikeness = 0;
};

/// Up to `value` and above, or `value` and all others.
Halves halvesAt(const Indexes& members, const std::vector<Asked>& asked, int attribute, int value)
{
    Halves halves;
    for (const std::size_t i : members) {
        const int its = asked[i][static_cast<std::size_t>(attribute)];
        const bool isIn = isOrdered(attribute) ? its <= value : its == value;
        (isIn ? halves.one : halves.other).push_back(i);
    }
    return halves;
}

void divide(const Indexes& members, const std::vector<Asked>& asked, std::size_t least,
            Groups& groups)
{
    Halves best;
    best.unlikeness = unlikeness(members, asked) - 1e-9;
    for (int attribute = 0; members.size() >= 2 * least && attribute < AttributeCount;
         ++attribute) {
        std::set<int> values;
        for (const std::size_t i : members)
            values.insert(asked[i][static_cast<std::size_t>(attribute)]);
        for (const int value : values) {
            Halves halves = halvesAt(members, asked, attribute, value);
            if (std::min(halves.one.size(), halves.other.size()) < least)
                continue;
            halves.unlikeness = unlikeness(halves.one, asked) + unlikeness(halves.other, asked);
            if (halves.unlikeness < best.unlikeness)
                best = std::move(halves);
        }
    }
    if (best.one.empty()) {
        groups.push_back(members);
        return;
    }
    divide(best.one, asked, least, groups);
    divide(best.other, asked, least, groups);
}

}  // namespace

std::vector<std::vector<std::size_t>> alikeGroups(const std::vector<ChildFacts>& children,
                                                  const std::vector<std::size_t>& members,
                                                  std::size_t least)
{
    Groups groups;
    if (!members.empty())
        divide(members, askedOf(children), least, groups);
    return groups;
}

}  // namespace homeward::analytics
