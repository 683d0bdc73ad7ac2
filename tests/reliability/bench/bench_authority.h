#pragma once

#include <filesystem>
#include <memory>

#include "app/authority/authority.h"
#include "tests/reliability/bench/figures.h"

namespace homeward::bench {

/// Signs in to what newAuthority made.
inline std::unique_ptr<app::Session> enter(const std::filesystem::path& folder,
                                           const app::Environment& environment)
{
    return must(app::signIn(folder, "bench", Secret("correct horse battery"), environment));
}

/// Makes an authority with one account in `folder` and signs in to it.
inline std::unique_ptr<app::Session> newAuthority(const std::filesystem::path& folder,
                                                  const app::Environment& environment)
{
    app::NewAuthority plan;
    plan.folder = folder;
    plan.name = "Bench";
    plan.accountName = "bench";
    plan.personName = "Bench";
    plan.passphrase = Secret("correct horse battery");
    must(app::createAuthority(plan, environment));
    return enter(folder, environment);
}

}  // namespace homeward::bench
