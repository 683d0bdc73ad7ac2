#pragma once

#include <string>
#include <vector>

#include "app/records/homes.h"

namespace homeward::app {

/// One line of the list of providers: what its homes come to.
struct ProviderRow {
    ProviderId id;  ///< empty: the homes without a provider
    std::string name;
    bool ownService = false;
    int homes = 0;
    int approved = 0;  ///< of these homes
    int places = 0;    ///< of the approved homes
    int placed = 0;    ///< children living there today, whatever the status of the home
    int free = 0;      ///< places kept for nobody, in approved homes
};

/// Every provider, with or without homes, by name; homes without one as a last line.
Result<std::vector<ProviderRow>> providerRows(Session& session);

}  // namespace homeward::app
