#include "app/needs/insight.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "app/records/child_access.h"
#include "app/needs/framework_store.h"
#include "app/needs/population.h"
#include "app/session/use_case.h"
#include "domain/needs/succession.h"
#include "domain/statutory_codes.h"
#include "support/text/csv_line.h"

namespace homeward::app {
namespace {

/// Of many assessments a change reads the first and the latest.
void addEnds(analytics::ChildFacts& facts, const std::vector<Assessment>& assessments,
             const NeedsFramework& framework)
{
    const auto add = [&](const Assessment& assessment) {
        facts.assessments.push_back(
            {assessment.assessedOn, levelsIn(framework, assessment.ratings, RatingsOf::Needs)});
    };
    if (!assessments.empty())
        add(assessments.front());
    if (assessments.size() > 1)
        add(assessments.back());
}

/// The provider a cohort is asked by: the home's, else the statutory kind of provider.
std::string providerOf(const Placement& placement, const std::map<HomeId, std::string>& providers)
{
    if (placement.home)
        if (const auto found = providers.find(*placement.home);
            found != providers.end() && !found->second.empty())
            return found->second;
    if (placement.providerCode.empty())
        return {};
    return StatutoryCodes::builtIn().label("PLACE_PROVIDER", placement.providerCode);
}

analytics::ChildFacts factsOf(const Child& child, const CareHistory* history, Date today,
                              const std::map<HomeId, std::string>& providers)
{
    analytics::ChildFacts facts;
    facts.child = child.id;
    facts.ageYears = ageYears(child.birthDate, today);
    facts.sex = child.sex;
    if (!history)
        return facts;
    facts.inCare = std::ranges::any_of(history->periods, [&](const CarePeriod& period) {
        return period.startsOn <= today && (!period.endsOn || *period.endsOn > today);
    });
    if (!history->periods.empty())
        facts.entryYear = collectionYearOf(history->periods.front().startsOn).startYear;
    if (const Placement* placement = placementOn(history->placements, today)) {
        facts.placement = placeGroupOf(placement->placeCode);
        facts.provider = providerOf(*placement, providers);
    }
    return facts;
}

std::string fixed(double value, int decimals)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

std::string changeLine(const std::string& key, const std::string& title,
                       const analytics::PublishedRow& change)
{
    if (change.suppressed)
        return csvLine({key, title, "suppressed", "", "", "", "", "", "", ""});
    return csvLine({key, title, std::to_string(change.children), fixed(change.firstMean, 2),
                    fixed(change.latestMean, 2), fixed(change.meanChange(), 2),
                    change.percent ? std::to_string(*change.percent) : "",
                    std::to_string(change.fell), std::to_string(change.same),
                    std::to_string(change.rose)});
}

}  // namespace

Result<InsightData> insightData(Session& session, const RunControl& control)
{
    return query<InsightData>(session, "insight", [&](Records& records) -> Result<InsightData> {
        auto framework = currentFramework(records);
        if (!framework)
            return framework.error();
        InsightData data;
        data.framework = std::move(*framework);
        data.asOf = session.today();
        std::map<HomeId, std::string> providers;
        for (const Home& home : records.homes.all())
            providers[home.id] = home.providerName;
        std::set<std::string> providerNames;
        std::set<int> years;
        const auto read = forEachSlice(records, control, [&](const PopulationSlice& slice) {
            for (const Child& child : slice.children) {
                auto facts = factsOf(child, slice.historyOf(child.id), data.asOf, providers);
                addEnds(facts, slice.assessmentsOf(child.id), data.framework);
                if (!facts.provider.empty())
                    providerNames.insert(facts.provider);
                if (facts.entryYear)
                    years.insert(*facts.entryYear);
                data.names[child.id] = displayName(child);
                data.children.push_back(std::move(facts));
            }
        });
        if (!read)
            return read.error();
        data.providers.assign(providerNames.begin(), providerNames.end());
        data.entryYears.assign(years.begin(), years.end());
        return data;
    });
}

analytics::PublishedChange publishedChange(const InsightData& data, const Cohort& cohort)
{
    return analytics::Publication(data.children, data.framework).of(cohort);
}

std::string needsChangeCsv(const InsightData& data, const analytics::PublishedChange& change,
                           const std::vector<std::string>& notes)
{
    std::string csv = csvLine({"domain", "title", "children", "first_mean", "latest_mean", "change",
                               "percent", "fell", "same", "rose"});
    for (const auto& domain : change.domains) {
        const auto* described = data.framework.findDomain(domain.domainKey);
        csv +=
            changeLine(domain.domainKey, described ? described->title : domain.domainKey, domain);
    }
    csv += changeLine("total", "", change.total);
    for (const std::string& note : notes)
        csv += csvLine({"note", note, "", "", "", "", "", "", "", ""});
    return csv;
}

std::string childrenBehindCsv(const InsightData& data,
                              const std::vector<analytics::ChildChange>& rows)
{
    std::string csv = csvLine({"child", "first_on", "first", "latest_on", "latest", "change"});
    for (const auto& row : rows) {
        const auto name = data.names.find(row.child);
        csv += csvLine({name == data.names.end() ? row.child.value : name->second,
                        row.firstOn.toIso(), std::to_string(row.first), row.latestOn.toIso(),
                        std::to_string(row.latest), std::to_string(row.latest - row.first)});
    }
    return csv;
}

Result<ChildOverTime> childOverTime(Session& session, const ChildId& child)
{
    return queryChild<ChildOverTime>(
        session, "needs over time", child, [&](Records& records) -> Result<ChildOverTime> {
            auto framework = currentFramework(records);
            if (!framework)
                return framework.error();
            ChildOverTime answer;
            answer.framework = std::move(*framework);
            answer.needs =
                analytics::needsOverTime(records.assessments.ofChild(child), answer.framework);
            return answer;
        });
}

}  // namespace homeward::app
