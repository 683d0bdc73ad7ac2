#pragma once

#include "app/session/session.h"

namespace homeward::app {

/// Looks whether other programs have committed to the authority since the last look, and tells it
/// through Session::changes(), as a commit here is told: what the new rows of the audit trail are
/// about; drafts and views, which have no rows, along with them. The first look tells nothing.
/// 20 µs where nothing was committed. Does nothing while locked.
void lookOutside(Session& session);

/// Writes what had to wait for another program, views and drafts, as far as that goes without
/// waiting now.
void settleOwed(Session& session);

}  // namespace homeward::app
