#pragma once

#include "support/date.h"
#include "support/id.h"

namespace soci {
class session;
}

namespace homeward::storage {

/// One running transaction of Database::read or Database::write; what repositories work on.
/// Lives only inside the work function. Repositories throw storage exceptions, which Database turns
/// into an Error; callers in app/ let them pass.
class Transaction {
public:
    explicit Transaction(soci::session& session) : m_session(session) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    soci::session& session() { return m_session; }

private:
    soci::session& m_session;
};

/// Who wrote a row, and when.
struct Stamp {
    Timestamp at;
    AccountId by;
};

}  // namespace homeward::storage
