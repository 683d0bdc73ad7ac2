#include <sodium.h>

#include <algorithm>

#include "app/session/session_impl.h"
#include "storage/engine/held_files.h"
#include "storage/keys/key_file.h"
#include "storage/trail/audit_chain.h"
#include "support/text/keyed_enum.h"

namespace homeward::app {

Keys::Keys(Secret databaseKey)
    : database(std::move(databaseKey)), chain(storage::derivedKey(database, "hwaudit1"))
{
}

KeyPrint::KeyPrint(const Secret& key)
{
    randombytes_buf(m_salt.data(), m_salt.size());
    crypto_generichash(m_hash.data(), m_hash.size(), key.data(), key.size(), m_salt.data(),
                       m_salt.size());
}

bool KeyPrint::matches(const Secret& key) const
{
    std::array<unsigned char, 32> hash;
    crypto_generichash(hash.data(), hash.size(), key.data(), key.size(), m_salt.data(),
                       m_salt.size());
    return sodium_memcmp(hash.data(), m_hash.data(), hash.size()) == 0;
}

SharedState::SharedState(AuthorityInfo info, const Secret& databaseKey, Environment outside)
    : authority(std::move(info)),
      environment(std::move(outside)),
      print(databaseKey),
      draftWriter(environment.ids->next())
{
}

Standing SharedState::standing() const
{
    const std::lock_guard lock(m_mutex);
    return m_standing;
}

void SharedState::noteReplaced()
{
    change([](Standing& standing) { standing.replaced = true; });
}

void SharedState::noteConflict(storage::TrailConflict conflict)
{
    change([&](Standing& standing) { standing.conflict = toKey(conflict); });
}

void SharedState::clearConflict()
{
    change([](Standing& standing) { standing.conflict.clear(); });
}

void SharedState::clearReplaced()
{
    change([](Standing& standing) { standing.replaced = false; });
}

void SharedState::noteTold(std::int64_t first, std::int64_t last)
{
    const std::lock_guard lock(m_mutex);
    if (!m_told.empty() && m_told.back().second + 1 == first)
        m_told.back().second = last;
    else
        m_told.insert(std::upper_bound(m_told.begin(), m_told.end(), std::pair(first, last)),
                      {first, last});
}

std::optional<std::int64_t> SharedState::toldUpTo() const
{
    const std::lock_guard lock(m_mutex);
    return m_toldUpTo;
}

std::vector<std::pair<std::int64_t, std::int64_t>> SharedState::takeUntold(std::int64_t newest)
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::pair<std::int64_t, std::int64_t>> untold;
    if (m_toldUpTo) {
        std::int64_t next = *m_toldUpTo + 1;
        for (const auto& [first, last] : m_told) {
            if (last < next || first > newest)
                continue;
            if (next < first)
                untold.emplace_back(next, first - 1);
            next = last + 1;
        }
        if (next <= newest)
            untold.emplace_back(next, newest);
    }
    m_toldUpTo = newest;
    std::erase_if(m_told, [&](const auto& rows) { return rows.second <= newest; });
    return untold;
}

void SharedState::oweView(const ChildId& child, Timestamp at)
{
    constexpr std::size_t kMostOwed = 1000;
    const std::lock_guard lock(m_mutex);
    if (m_owedViews.size() < kMostOwed)
        m_owedViews.emplace_back(child, at);
}

void SharedState::keepReasonFor(const ChildId& child)
{
    const std::lock_guard lock(m_mutex);
    m_reasonGiven.insert(child);
}

bool SharedState::hasReasonFor(const ChildId& child) const
{
    const std::lock_guard lock(m_mutex);
    return m_reasonGiven.contains(child);
}

void SharedState::adoptDraft(const std::string& kind, const std::string& record,
                             const Adopted& draft)
{
    const std::lock_guard lock(m_mutex);
    m_adopted.insert_or_assign({kind, record}, draft);
}

std::optional<SharedState::Adopted> SharedState::adoptedDraft(const std::string& kind,
                                                              const std::string& record) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_adopted.find({kind, record});
    return found == m_adopted.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::pair<ChildId, Timestamp>> SharedState::takeOwedViews()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_owedViews, {});
}

void SharedState::change(const std::function<void(Standing&)>& edit)
{
    {
        const std::lock_guard lock(m_mutex);
        const Standing before = m_standing;
        edit(m_standing);
        if (m_standing == before)
            return;
    }
    changes.publish({{Aggregate::Standing}, {}});
}

Error toldWhetherCopied(const SharedState& shared, Error error)
{
    const bool damage =
        error.code == ErrorCode::StoreDamaged || error.code == ErrorCode::StoreForeign;
    if (damage && shared.copied)
        error.facts["copied"] = "yes";
    return error;
}

Result<std::unique_ptr<storage::Database>> openRecords(SharedState& shared, const Keys& keys)
{
    const auto& folder = shared.authority.folder;
    const auto file = databaseFile(folder);
    // Copying gives the database another place on the disk than the head was written beside.
    const auto head = storage::HeadFile::read(headFile(folder), keys.chain);
    shared.copied =
        head && *head && !(*head)->store.empty() && (*head)->store != storage::identityText(file);
    auto database = shared.readOnly
                        ? storage::Database::openForReading(file, keys.database)
                        : storage::Database::open(file, keys.database, backupFolder(folder));
    if (!database)
        return toldWhetherCopied(shared, database.error());
    if (shared.environment.waiting)
        (*database)->setWaiting(shared.environment.waiting);
    return database;
}

}  // namespace homeward::app
