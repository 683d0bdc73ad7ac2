#include "storage/trail/trail_since.h"

#include "storage/engine/query.h"
#include "storage/keys/keyed_hash.h"

namespace homeward::storage {

std::optional<std::string> trailHash(Transaction& transaction, std::int64_t sequence)
{
    std::string hash;
    const bool found =
        Query(transaction.session(), "select hash from audit where sequence = :sequence")
            .into(hash)
            .with(sequence)
            .first();
    return found ? std::optional(hash) : std::nullopt;
}

std::int64_t newestTrailRow(Transaction& transaction)
{
    std::int64_t newest = 0;
    Query(transaction.session(), "select coalesce(max(sequence), 0) from audit")
        .into(newest)
        .first();
    return newest;
}

std::vector<TrailSubject> trailSubjects(Transaction& transaction, std::int64_t first,
                                        std::int64_t last, int most)
{
    std::vector<TrailSubject> subjects;
    TrailSubject one;
    Query(transaction.session(),
          "select entity, entity_id, child from audit where sequence >= :first and sequence <= "
          ":last order by sequence limit :most")
        .into(one.entity)
        .into(one.id)
        .into(one.child)
        .with(first)
        .with(last)
        .with(most)
        .forEach([&] { subjects.push_back(one); });
    return subjects;
}

TrailSince trailSince(Transaction& transaction, std::int64_t sequence, TrailRows which)
{
    const std::string restriction =
        which == TrailRows::Work ? " and entity not in ('backup', 'trail', 'sign-in', 'export')"
                                 : "";
    TrailSince since;
    AccountId account;
    std::int64_t rows = 0;
    Timestamp first;
    Timestamp last;
    Query(
        transaction.session(),
        "select account, count(*) as many, min(at), max(at) from audit where sequence > :sequence" +
            restriction + " group by account order by many desc, account")
        .into(account)
        .into(rows)
        .into(first)
        .into(last)
        .with(sequence)
        .forEach([&] {
            since.rows += rows;
            since.first = std::min(since.first.value_or(first), first);
            since.last = std::max(since.last.value_or(last), last);
            since.byAccount.emplace_back(account, rows);
        });
    return since;
}

std::vector<std::pair<std::string, std::int64_t>> recordCounts(Transaction& transaction)
{
    std::vector<std::pair<std::string, std::int64_t>> counts;
    for (const char* table :
         {"child", "placement", "assessment", "home", "skills_profile", "decision", "account"}) {
        std::int64_t count = 0;
        Query(transaction.session(), std::string("select count(*) from ") + table)
            .into(count)
            .first();
        std::string kind = table;
        if (const std::size_t at = kind.find('_'); at != std::string::npos)
            kind[at] = '-';
        counts.emplace_back(kind, count);
    }
    return counts;
}

std::string keptRowCheck(std::int64_t sequence, const std::string& hash, const Secret& chainKey)
{
    return KeyedHash(chainKey, "homeward kept row 1")
        .add(static_cast<long long>(sequence))
        .add(hash)
        .hex();
}

}  // namespace homeward::storage
