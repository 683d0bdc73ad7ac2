#pragma once

#include "app/session/session.h"
#include "domain/home.h"
#include "support/result.h"
#include "ui/carers/household/home_entries.h"

namespace homeward::ui {

/// Stores `before` with what was typed, or adds it where it has no id; the provider that was typed
/// is added first. Fails with: those of homeFrom, app::provideProvider, app::addHome,
/// app::saveHome.
Result<HomeId> storeHome(app::Session& session, HomeEntries entries, const Home& before);

}  // namespace homeward::ui
