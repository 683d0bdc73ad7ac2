#include "app/records/providers.h"

#include <algorithm>
#include <map>

#include "support/text/text.h"

namespace homeward::app {
namespace {

void add(ProviderRow& row, const HomeRow& home)
{
    ++row.homes;
    row.placed += home.placed;
    if (home.status != ApprovalStatus::Approved)
        return;
    ++row.approved;
    row.places += home.places;
    row.free += home.free;
}

}  // namespace

std::vector<ProviderRow> providerRows(const std::vector<Provider>& providers,
                                      const std::vector<HomeRow>& homes)
{
    std::map<std::string, ProviderRow> byName;
    for (const Provider& provider : providers)
        byName[provider.name] = {provider.id, provider.name, foldedForSearch(provider.name),
                                 provider.ownService};
    ProviderRow none;
    for (const HomeRow& home : homes) {
        const auto found = byName.find(home.providerName);
        add(found == byName.end() ? none : found->second, home);
    }
    std::vector<ProviderRow> rows;
    for (auto& [name, row] : byName)
        rows.push_back(std::move(row));
    std::stable_sort(rows.begin(), rows.end(), [](const ProviderRow& a, const ProviderRow& b) {
        return a.searchText < b.searchText;
    });
    if (none.homes > 0)
        rows.push_back(std::move(none));
    return rows;
}

}  // namespace homeward::app
