#include "app/records/providers.h"

#include <algorithm>
#include <map>

#include "app/session/use_case.h"
#include "storage/records/home_list.h"
#include "support/text/search_words.h"

namespace homeward::app {
namespace {

ProviderRow rowOf(const Provider& provider, const storage::HomeSums& sums)
{
    return {provider.id,   provider.name, provider.ownService, sums.homes,
            sums.approved, sums.places,   sums.placed,         sums.free};
}

}  // namespace

Result<std::vector<ProviderRow>> providerRows(Session& session)
{
    return query<std::vector<ProviderRow>>(
        session, "list providers", [&](Records& records) -> Result<std::vector<ProviderRow>> {
            std::map<ProviderId, storage::HomeSums> sums;
            for (const auto& of :
                 storage::HomeList(records.transaction, session.today()).sumsByProvider())
                sums[of.provider] = of.sums;
            std::vector<ProviderRow> rows;
            for (const Provider& provider : records.homes.providers())
                rows.push_back(rowOf(provider, sums[provider.id]));
            std::stable_sort(rows.begin(), rows.end(),
                             [](const ProviderRow& a, const ProviderRow& b) {
                                 return nameKey(a.name) < nameKey(b.name);
                             });
            if (const auto none = sums.find({}); none != sums.end())
                rows.push_back(rowOf({}, none->second));
            return rows;
        });
}

}  // namespace homeward::app
