#include "ui/carers/household/store_home.h"

#include "app/records/homes.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

Result<HomeId> storeHome(app::Session& session, HomeEntries entries, const Home& before)
{
    Result<Home> home = homeFrom(entries, before);
    if (home && !entries["newProvider"].trimmed().isEmpty()) {
        const auto provider =
            app::provideProvider(session, utf8(entries["newProvider"]),
                                 entries["newProviderOwn"] == QLatin1String("yes"));
        if (!provider)
            return provider.error();
        entries["provider"] = text(provider->value);
        entries["newProvider"].clear();
        entries["newProviderOwn"].clear();
        home = homeFrom(entries, before);
    }
    if (!home)
        return home.error();
    if (before.id.isEmpty())
        return app::addHome(session, *home);
    const auto version = app::saveHome(session, *home);
    if (!version)
        return version.error();
    return before.id;
}

}  // namespace homeward::ui
