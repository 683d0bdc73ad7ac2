#pragma once

#include "app/session/session.h"
#include "support/result.h"

namespace homeward::app {

/// Brings keys.json to what the records say of key slots: a change of a slot is committed with its
/// row of the trail first, and the file follows. Called after each such commit and at every
/// sign-in, so that a program killed in between leaves nothing half done. Doing it again is
/// harmless. Fails with: KeyChangePending (decided and on record, but the file could not be written
/// yet), Locked.
Result<Done> finishKeyChanges(Session& session);

}  // namespace homeward::app
