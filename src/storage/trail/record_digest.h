#pragma once

#include <memory>
#include <string>
#include <vector>

#include "storage/records/record_kinds.h"
#include "support/secrets/secret.h"

namespace soci {
class session;
}

namespace homeward::storage {

/// Digests of records of one kind: keyed BLAKE2b, 16 bytes, over the names and values of all
/// columns that are not empty, in order of name, of the record's row and then of its detail rows.
/// So a column added later, empty, changes no digest, and two engines give the same. Not for two
/// threads.
class RecordDigest {
public:
    /// Throws storage exceptions.
    RecordDigest(soci::session& sql, const RecordKind& kind, const Secret& key);
    ~RecordDigest();
    RecordDigest(RecordDigest&&) noexcept;

    /// 32 hexadecimal digits; empty: there is no such record. Throws storage exceptions.
    std::string of(const std::string& record);
    /// Of all records together, in order of their keys. Throws storage exceptions.
    std::string ofAll();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace homeward::storage
