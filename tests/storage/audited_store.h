#pragma once

#include <soci/soci.h>

#include "storage/keys/key_file.h"
#include "storage/trail/audit_chain.h"
#include "tests/storage/sample_records.h"
#include "tests/storage/store_under_test.h"

namespace homeward::test {

/// A store with a trail, to be looked at and tampered with.
class AuditedStore {
public:
    explicit AuditedStore(int rows = 0) : m_store(engines().front()) { append(rows); }

    void append(int rows)
    {
        m_store.write([&](storage::Transaction& t) {
            for (int i = 0; i < rows; ++i) {
                const std::string number = std::to_string(++m_written);
                storage::AuditChain(t, chainKey)
                    .append({"edit child",
                             "child",
                             "child " + number,
                             ChildId{"child " + number},
                             {{"name", "before " + number}},
                             {{"name", "after " + number}}},
                            {Timestamp{1'700'000'000'000 + m_written}, AccountId{"account-1"}});
            }
        });
    }

    storage::ChainHead head()
    {
        return m_store.read(
            [&](storage::Transaction& t) { return storage::AuditChain(t, chainKey).head(); });
    }

    /// Runs each statement behind the program's back.
    void tamper(std::initializer_list<const char*> statements)
    {
        m_store.write([&](storage::Transaction& t) {
            for (const char* statement : statements)
                t.session() << statement;
        });
    }

    storage::ChainReport verify(const std::optional<storage::ChainHead>& kept)
    {
        Result<storage::ChainReport> report =
            m_store.database().read<storage::ChainReport>("verify", [&](storage::Transaction& t) {
                return storage::verifyChain(t, chainKey, kept, RunControl{});
            });
        REQUIRE(report.ok());
        return *report;
    }

    StoreUnderTest& store() { return m_store; }

    const Secret chainKey = storage::derivedKey(fixedKey(), "auditlog");

private:
    StoreUnderTest m_store;
    int m_written = 0;
};

}  // namespace homeward::test
