#include <algorithm>

#include "storage/trail/audit_chain.h"
#include "storage/trail/audit_row.h"
#include "storage/trail/record_seals.h"

namespace homeward::storage {
namespace {

constexpr std::int64_t kRowsBetweenStopChecks = 256;
/// Clocks of two computers differ by seconds; more than this is a wrong clock.
constexpr std::int64_t kClockToleranceMs = 60'000;
constexpr std::size_t kMostClockFindings = 100;
/// How far behind the end a misplaced row is looked for when rows may be missing.
constexpr std::int64_t kSearchBeyondEnd = 1000;

/// Finds out what became of the first bad row, by asking where its contents would be genuine.
class Diagnosis {
public:
    Diagnosis(soci::session& sql, const Secret& chainKey, const std::optional<ChainHead>& head,
              std::int64_t lastSequence)
        : m_sql(sql), m_chainKey(chainKey), m_head(head), m_lastSequence(lastSequence)
    {
    }

    /// `row` stands at `expected` and does not have the hash of its contents there.
    ChainProblem ofWrongHash(const AuditRow& row, std::int64_t expected,
                             const std::string& previousHash)
    {
        if (const std::optional<std::int64_t> home = genuinePosition(row)) {
            if (*home < expected)
                return ChainProblem::Inserted;  // a copy of a row that is in its place
            return standsElsewhere(expected, previousHash) ? ChainProblem::Reordered
                                                           : ChainProblem::Removed;
        }
        if (holdsContentsOfAnother(row, expected))
            return ChainProblem::Reordered;
        if (standsElsewhere(expected, previousHash) || isExtraAtEnd(row, expected))
            return ChainProblem::Inserted;
        return ChainProblem::Edited;
    }

    /// There is no row at `expected`; `next` is the first one behind the gap.
    ChainProblem ofGap(const AuditRow& next, std::int64_t expected, const std::string& previousHash)
    {
        const bool behindTrail = m_head && expected > m_head->sequence;
        if (behindTrail && !isGenuineAt(next, next.sequence))
            return ChainProblem::Inserted;
        return standsElsewhere(expected, previousHash) ? ChainProblem::Reordered
                                                       : ChainProblem::Removed;
    }

private:
    bool isGenuineAt(const AuditRow& row, std::int64_t sequence) const
    {
        return chainedHash(row, sequence, row.previousHash, m_chainKey) == row.hash;
    }

    std::optional<std::int64_t> genuinePosition(const AuditRow& row) const
    {
        const std::int64_t end =
            std::max(m_lastSequence, m_head ? m_head->sequence : 0) + kSearchBeyondEnd;
        for (std::int64_t sequence = 1; sequence <= end; ++sequence)
            if (isGenuineAt(row, sequence))
                return sequence;
        return std::nullopt;
    }

    /// Whether a row under another number is the genuine row of `sequence` behind `previousHash`.
    bool standsElsewhere(std::int64_t sequence, const std::string& previousHash)
    {
        bool found = false;
        AuditRow row;
        Query query(m_sql, std::string("select ") + kAuditColumns +
                               " from audit where previous_hash = :previous");
        readInto(query, row);
        query.with(previousHash).forEach([&] {
            found = found || (row.sequence != sequence && isGenuineAt(row, sequence));
        });
        return found;
    }

    /// Whether the stored hash belongs to what now stands in another row.
    bool holdsContentsOfAnother(const AuditRow& row, std::int64_t sequence)
    {
        bool found = false;
        AuditRow other;
        Query query(m_sql, std::string("select ") + kAuditColumns + " from audit");
        readInto(query, other);
        query.forEach([&] {
            found =
                found || (other.sequence != sequence &&
                          chainedHash(other, sequence, row.previousHash, m_chainKey) == row.hash);
        });
        return found;
    }

    /// Behind the kept head, a row that nothing genuine follows was never part of the trail.
    bool isExtraAtEnd(const AuditRow& row, std::int64_t sequence)
    {
        if (!m_head || sequence <= m_head->sequence)
            return false;
        bool followed = false;
        AuditRow next;
        Query query(m_sql, std::string("select ") + kAuditColumns +
                               " from audit where previous_hash = :hash");
        readInto(query, next);
        query.with(row.hash).forEach(
            [&] { followed = followed || isGenuineAt(next, next.sequence); });
        return !followed;
    }

    soci::session& m_sql;
    const Secret& m_chainKey;
    const std::optional<ChainHead>& m_head;
    std::int64_t m_lastSequence;
};

/// Walks the trail once, keeping only the last hash.
class Verifier {
public:
    Verifier(soci::session& sql, const Secret& chainKey, const std::optional<ChainHead>& head,
             RecordSeals* seals)
        : m_sql(sql), m_chainKey(chainKey), m_head(head), m_seals(seals)
    {
        Query(sql, "select coalesce(max(sequence), 0) from audit").into(m_lastSequence).first();
    }

    Result<ChainReport> run(const RunControl& control)
    {
        if (m_head && (m_head->sequence < 0 || m_head->hash.empty() != (m_head->sequence == 0)))
            return found(ChainProblem::HeadForged, 0, "", m_head->hash);
        AuditRow row;
        Query query(m_sql,
                    std::string("select ") + kAuditColumns + " from audit order by sequence");
        readInto(query, row);
        bool more = query.first();
        while (more && !m_report.problem) {
            if (m_report.rows % kRowsBetweenStopChecks == 0) {
                if (control.stopRequested())
                    return Error{ErrorCode::Cancelled, "verify audit", {}};
                control.progress(static_cast<int>(m_report.rows), static_cast<int>(m_lastSequence));
            }
            checkRow(row);
            more = query.next();
        }
        if (!m_report.problem)
            checkEnd();
        return m_report;
    }

private:
    ChainReport found(ChainProblem problem, std::int64_t sequence, const std::string& expectedHash,
                      const std::string& foundHash)
    {
        m_report.problem = problem;
        m_report.sequence = sequence;
        m_report.expectedHash = expectedHash;
        m_report.foundHash = foundHash;
        return m_report;
    }

    void checkRow(const AuditRow& row)
    {
        const std::int64_t expected = m_report.rows + 1;
        Diagnosis diagnosis(m_sql, m_chainKey, m_head, m_lastSequence);
        if (row.sequence < expected) {
            found(ChainProblem::Inserted, row.sequence, "", row.hash);
            return;
        }
        if (row.sequence > expected) {
            const ChainProblem problem = diagnosis.ofGap(row, expected, m_previousHash);
            found(problem, problem == ChainProblem::Inserted ? row.sequence : expected,
                  m_previousHash, row.previousHash);
            return;
        }
        const std::string hash = chainedHash(row, expected, row.previousHash, m_chainKey);
        if (hash != row.hash)
            found(diagnosis.ofWrongHash(row, expected, m_previousHash), expected, hash, row.hash);
        else if (row.previousHash != m_previousHash)  // genuine, but of another trail
            found(ChainProblem::Inserted, expected, m_previousHash, row.previousHash);
        else if (m_head && m_head->sequence == expected && m_head->hash != row.hash)
            // The trail was shorter than the head says and has been continued since.
            found(ChainProblem::EndCutOff, expected, m_head->hash, row.hash);
        checkClock(row);
        if (m_seals)
            m_seals->take(row.sequence, row.seals);
        ++m_report.rows;
        m_previousHash = row.hash;
    }

    void checkClock(const AuditRow& row)
    {
        const std::optional<Timestamp> at = Timestamp::fromIso(row.at);
        if (!at)
            return;
        if (at->msSinceEpoch + kClockToleranceMs < m_previousMs &&
            m_report.clockWentBack.size() < kMostClockFindings)
            m_report.clockWentBack.push_back(row.sequence);
        m_previousMs = at->msSinceEpoch;
    }

    void checkEnd()
    {
        if (!m_head) {
            if (m_report.rows > 0)
                found(ChainProblem::HeadMissing, m_report.rows, "", m_previousHash);
        } else if (m_head->sequence > m_report.rows) {
            found(ChainProblem::EndCutOff, m_report.rows + 1, m_head->hash, m_previousHash);
        }
    }

    soci::session& m_sql;
    const Secret& m_chainKey;
    const std::optional<ChainHead>& m_head;
    std::int64_t m_lastSequence = 0;
    RecordSeals* m_seals;
    std::string m_previousHash;
    std::int64_t m_previousMs = 0;
    ChainReport m_report;
};

}  // namespace

Result<ChainReport> verifyChain(Transaction& transaction, const Secret& chainKey,
                                const std::optional<ChainHead>& head, const RunControl& control,
                                RecordSeals* seals)
{
    return Verifier(transaction.session(), chainKey, head, seals).run(control);
}

}  // namespace homeward::storage
