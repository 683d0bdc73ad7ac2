#pragma once

#include "support/date.h"
#include "support/id.h"

namespace soci {
class session;
}

namespace homeward::storage {

class TouchedRows;

/// One running transaction of Database::read or Database::write; what repositories work on.
/// Lives only inside the work function. Repositories throw storage exceptions, which Database turns
/// into an Error; callers in app/ let them pass.
class Transaction {
public:
    /// `touched` (storage/trail/record_seals.h) empty: nothing is noted, and nothing can be sealed.
    explicit Transaction(soci::session& session, const TouchedRows* touched = nullptr)
        : m_session(session), m_touched(touched)
    {
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    soci::session& session() { return m_session; }
    const TouchedRows* touched() const { return m_touched; }

private:
    soci::session& m_session;
    const TouchedRows* m_touched;
};

/// Who wrote a row, and when.
struct Stamp {
    Timestamp at;
    AccountId by;
};

}  // namespace homeward::storage
