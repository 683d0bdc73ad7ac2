#pragma once

#include <memory>

#include "app/environment.h"
#include "app/household_cache.h"
#include "app/session.h"
#include "storage/database.h"
#include "support/secret.h"

namespace homeward::app {

/// What a session and its workers have in common.
struct SharedState {
    AuthorityInfo authority;
    Secret databaseKey;
    Secret chainKey;
    Environment environment;
    ChangeBus changes;
};

struct Session::Impl {
    std::shared_ptr<SharedState> shared;
    std::unique_ptr<storage::Database> database;
    Account account;
    HouseholdCache households;
    std::shared_ptr<void> householdsListener;
};

/// Files of an authority folder.
std::filesystem::path databaseFile(const std::filesystem::path& folder);
std::filesystem::path keyFile(const std::filesystem::path& folder);
std::filesystem::path headFile(const std::filesystem::path& folder);
std::filesystem::path backupFolder(const std::filesystem::path& folder);

/// A session over an open database, which listens for changes.
std::unique_ptr<Session> makeSession(std::shared_ptr<SharedState> shared,
                                     std::unique_ptr<storage::Database> database, Account account);

}  // namespace homeward::app
