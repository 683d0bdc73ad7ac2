#include "storage/trail/record_digest.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <numeric>
#include <optional>

#include "storage/engine/connection.h"
#include "storage/keys/keyed_hash.h"

// Straight to the engine: a dynamic row of SOCI costs ten times as much, and every commit pays.

namespace homeward::storage {
namespace {

using sqlite_api::sqlite3_stmt;

constexpr std::size_t kDigestDigits = 32;

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite_api::sqlite3_finalize(statement); }
};

/// One prepared select whose rows are added to a hash.
class HashedRows {
public:
    HashedRows(soci::session& sql, const std::string& text)
    {
        sqlite3_stmt* raw = nullptr;
        check(sqlite_api::sqlite3_prepare_v2(handleOf(sql), text.c_str(), -1, &raw, nullptr));
        m_statement.reset(raw);
        m_order.resize(static_cast<std::size_t>(sqlite_api::sqlite3_column_count(raw)));
        std::iota(m_order.begin(), m_order.end(), 0);
        std::sort(m_order.begin(), m_order.end(), [raw](int a, int b) {
            return std::strcmp(sqlite_api::sqlite3_column_name(raw, a),
                               sqlite_api::sqlite3_column_name(raw, b)) < 0;
        });
    }

    /// Gives the number of rows.
    int addTo(KeyedHash& hash, const std::string* key)
    {
        sqlite3_stmt* const statement = m_statement.get();
        check(sqlite_api::sqlite3_reset(statement));
        if (key)
            // Static: the key outlives the steps below.
            check(sqlite_api::sqlite3_bind_text(statement, 1, key->data(),
                                                static_cast<int>(key->size()), nullptr));
        int rows = 0;
        int stepped = SQLITE_ROW;
        for (; (stepped = sqlite_api::sqlite3_step(statement)) == SQLITE_ROW; ++rows) {
            hash.add("row");
            for (const int column : m_order)
                addValue(hash, column);
        }
        sqlite_api::sqlite3_reset(statement);
        if (stepped != SQLITE_DONE)
            check(stepped);
        return rows;
    }

private:
    static void check(int result)
    {
        if (result != SQLITE_OK)
            throw soci::sqlite3_soci_error("record digest", result);
    }

    void addValue(KeyedHash& hash, int column)
    {
        sqlite3_stmt* const statement = m_statement.get();
        const int type = sqlite_api::sqlite3_column_type(statement, column);
        if (type == SQLITE_NULL)
            return;
        hash.add(sqlite_api::sqlite3_column_name(statement, column));
        if (type == SQLITE_INTEGER) {
            hash.add("number").add(
                static_cast<long long>(sqlite_api::sqlite3_column_int64(statement, column)));
        } else if (type == SQLITE_FLOAT) {
            char digits[40];
            std::snprintf(digits, sizeof digits, "%.17g",
                          sqlite_api::sqlite3_column_double(statement, column));
            hash.add("real").add(digits);
        } else {
            const void* const bytes = sqlite_api::sqlite3_column_blob(statement, column);
            const int size = sqlite_api::sqlite3_column_bytes(statement, column);
            hash.add("text").add({static_cast<const char*>(bytes), static_cast<std::size_t>(size)});
        }
    }

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    std::vector<int> m_order;
};

std::string selectOf(std::string_view table, std::string_view key, std::string_view order)
{
    std::string text =
        "select * from " + std::string(table) + " where " + std::string(key) + " = ?1";
    if (!order.empty())
        text += " order by " + std::string(order);
    return text;
}

std::string selectAll(const RecordKind& kind)
{
    return "select * from " + std::string(kind.table) + " order by " + std::string(kind.key);
}

}  // namespace

struct RecordDigest::Impl {
    soci::session& sql;
    RecordKind kind;
    const Secret& key;
    HashedRows row;
    std::optional<HashedRows> details;
};

RecordDigest::RecordDigest(soci::session& sql, const RecordKind& kind, const Secret& key)
    : m_impl(new Impl{sql, kind, key, HashedRows(sql, selectOf(kind.table, kind.key, {})), {}})
{
    if (!kind.details.table.empty())
        m_impl->details.emplace(
            sql, selectOf(kind.details.table, kind.details.owner, kind.details.order));
}

RecordDigest::~RecordDigest() = default;
RecordDigest::RecordDigest(RecordDigest&&) noexcept = default;

std::string RecordDigest::of(const std::string& record)
{
    KeyedHash hash(m_impl->key, "homeward record 1");
    hash.add(m_impl->kind.table);
    if (m_impl->row.addTo(hash, &record) == 0)
        return {};
    if (m_impl->details) {
        hash.add("details");
        m_impl->details->addTo(hash, &record);
    }
    return hash.hex().substr(0, kDigestDigits);
}

std::string RecordDigest::ofAll()
{
    KeyedHash hash(m_impl->key, "homeward records 1");
    hash.add(m_impl->kind.table);
    HashedRows(m_impl->sql, selectAll(m_impl->kind)).addTo(hash, nullptr);
    return hash.hex().substr(0, kDigestDigits);
}

}  // namespace homeward::storage
