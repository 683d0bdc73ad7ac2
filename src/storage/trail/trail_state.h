#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "storage/trail/audit_chain.h"
#include "support/text/keyed_enum.h"

namespace homeward::storage {

/// In what the records, the trail and its head beside the store contradict each other.
enum class TrailConflict {
    HeadMissing,     ///< audit.head is gone.
    HeadDamaged,     ///< audit.head fails its check.
    HeadNotWritten,  ///< audit.head could not be moved on after a commit.
    StoreOlder,    ///< The head knows rows that the trail does not have: an older store was put in
                   ///< place.
    AnotherTrail,  ///< The row the head names is another one: the trail was continued from an older
                   ///< store.
    RightsChanged  ///< Accounts are not as the trail left them: older pages, or a change by hand.
};

/// How trail and head stand to each other at one moment of a transaction. 60 µs, and 2 µs an
/// account.
struct TrailState {
    ChainHead last;                         ///< Newest row of the trail.
    std::optional<ChainHead> kept;          ///< What audit.head says.
    std::optional<TrailConflict> conflict;  ///< The gravest.
};

/// Looks, and changes nothing. Fails with: StorageFailed. Throws storage exceptions.
Result<TrailState> trailState(Transaction& transaction, const std::filesystem::path& headFile,
                              const Secret& chainKey);

/// Whether the accounts are what audit.head last knew, where head and trail contradict each other:
/// older accounts may name an administrator who is none any more. True where they fit together.
/// Throws storage exceptions.
bool headKnowsAccounts(Transaction& transaction, const TrailState& state, const Secret& chainKey);

/// Whether the accounts are as the newest row of the trail has them. Throws storage exceptions.
bool rightsHold(Transaction& transaction, const Secret& chainKey);

/// The accounts as the trail tells them, from its first row on: id -> fields of the "account"
/// entries. For when the table cannot be believed. Stops at the first row that does not fit the
/// chain. O(rows), 3 µs a row. Throws storage exceptions.
std::map<std::string, std::map<std::string, std::string>> accountsByTrail(Transaction& transaction,
                                                                          const Secret& chainKey);

}  // namespace homeward::storage

template <>
struct homeward::EnumKeys<homeward::storage::TrailConflict> {
    using C = homeward::storage::TrailConflict;
    static constexpr std::pair<C, std::string_view> table[] = {
        {C::HeadMissing, "head-missing"},        {C::HeadDamaged, "head-damaged"},
        {C::HeadNotWritten, "head-not-written"}, {C::StoreOlder, "store-older"},
        {C::AnotherTrail, "another-trail"},      {C::RightsChanged, "rights-changed"}};
};
