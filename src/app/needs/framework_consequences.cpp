// What becomes of what is on record when another framework is made current.
#include "app/needs/assessments.h"
#include "app/needs/framework_store.h"
#include "app/needs/frameworks.h"
#include "app/needs/population.h"
#include "domain/care_history.h"
#include "exchange/json_documents.h"

namespace homeward::app {
namespace {

/// A list that is older is not waited for.
constexpr int kOpenSearchDays = 28;

/// The version of a file may be here already.
FrameworkVersionId storedId(Records& records, const NeedsFramework& framework)
{
    for (const auto& stored : records.frameworks.all())
        if (stored.key == framework.key && stored.version == framework.version)
            return stored.id;
    return {};
}

Result<std::vector<NeedsFramework>> othersThan(Records& records, const NeedsFramework& next)
{
    std::vector<NeedsFramework> others;
    for (const auto& stored : records.frameworks.all()) {
        if (stored.id == next.id)
            continue;
        auto framework = storedFramework(records, stored.id);
        if (!framework)
            return framework.error();
        others.push_back(std::move(*framework));
    }
    return others;
}

/// As the newest version that has the domain calls it: `others` are newest first.
std::string titleIn(const std::vector<NeedsFramework>& others, const std::string& domainKey)
{
    for (const NeedsFramework& framework : others)
        if (const NeedsFramework::Domain* domain = framework.findDomain(domainKey))
            return domain->title;
    return domainKey;
}

int draftsInOthers(Records& records, const FrameworkVersionId& next)
{
    int drafts = 0;
    for (const std::string& body : records.drafts.bodiesOf(kAssessmentDraft))
        if (const auto draft = exchange::readDraft(body); draft && draft->framework != next)
            ++drafts;
    return drafts;
}

}  // namespace

Result<FrameworkConsequences> frameworkConsequences(Session& session,
                                                    const NeedsFramework& framework,
                                                    const RunControl& control)
{
    return query<FrameworkConsequences>(
        session, "framework consequences", [&](Records& records) -> Result<FrameworkConsequences> {
            NeedsFramework next = framework;
            next.id = storedId(records, framework);
            const auto others = othersThan(records, next);
            if (!others)
                return others.error();
            FrameworkConsequences found;
            const Date today = session.today();
            const auto counted = forEachSlice(records, control, [&](const PopulationSlice& slice) {
                for (const auto& [child, assessments] : slice.assessments) {
                    const CareHistory* history = slice.historyOf(child);
                    const bool inCare = history && carePeriodOn(history->periods, today);
                    analytics::addChild(found.change, {inCare, &assessments}, next);
                }
            });
            if (!counted)
                return counted.error();
            for (const auto& [home, profile] : records.homes.newestProfiles(false))
                analytics::addHousehold(found.change, profile.framework, profile.skills, next);
            found.change.newDomains = analytics::newDomains(*others, next);
            for (const auto& domain : found.change.leftOut)
                found.leftOutTitles.push_back(titleIn(*others, domain.domainKey));
            for (const std::string& key : found.change.newDomains)
                found.newTitles.push_back(next.findDomain(key)->title);
            found.drafts = draftsInOthers(records, next.id);
            const Timestamp now = session.impl().shared->environment.clock->now();
            found.openSearches = records.searches.countUndecided(
                {now.msSinceEpoch - kOpenSearchDays * 24LL * 3600 * 1000}, next.id);
            return found;
        });
}

}  // namespace homeward::app
