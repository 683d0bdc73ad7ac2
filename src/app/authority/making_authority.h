#pragma once

#include "app/authority/authority.h"

namespace homeward::app {

// The steps of createAuthority, for whoever has more to put in before the authority is kept.

/// Fails as createAuthority does, before anything is touched.
std::optional<Error> checkNewAuthority(const NewAuthority& plan);

/// Keys, database, first account, framework and policy, in the folder that a MadeFolder holds.
Result<std::unique_ptr<Session>> makeAuthority(const NewAuthority& plan,
                                               const Environment& environment);

}  // namespace homeward::app
