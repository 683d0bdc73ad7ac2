#include "app/trust/verify.h"

#include <algorithm>

#include "app/session/use_case.h"
#include "app/trust/trust.h"
#include "domain/search_words.h"
#include "storage/engine/held_files.h"
#include "storage/keys/key_file.h"
#include "storage/records/search_index.h"
#include "storage/trail/record_seals.h"

namespace homeward::app {
namespace {

constexpr std::size_t kMostRecordFindings = 200;

using Facts = std::map<std::string, std::string>;

std::string_view keyOf(storage::ChainProblem problem)
{
    switch (problem) {
        case storage::ChainProblem::Edited:
            return "trail.edited";
        case storage::ChainProblem::Removed:
            return "trail.removed";
        case storage::ChainProblem::Reordered:
            return "trail.reordered";
        case storage::ChainProblem::Inserted:
            return "trail.inserted";
        case storage::ChainProblem::EndCutOff:
            return "trail.end-cut-off";
        case storage::ChainProblem::HeadMissing:
            return "trail.head-missing";
        case storage::ChainProblem::HeadForged:
            return "trail.head-forged";
    }
    return "trail.edited";
}

std::string_view keyOf(storage::RecordProblem problem)
{
    switch (problem) {
        case storage::RecordProblem::Altered:
            return "record.altered";
        case storage::RecordProblem::Missing:
            return "record.missing";
        case storage::RecordProblem::Unsealed:
            return "record.unsealed";
        case storage::RecordProblem::Revived:
            return "record.revived";
    }
    return "record.altered";
}

/// Looks at one thing after the other and gathers what is found.
class Verification {
public:
    Verification(Session& session, storage::Database& database, const RunControl& control)
        : m_session(session), m_database(database), m_control(control)
    {
    }

    Result<VerifyReport> run()
    {
        m_control.progress(0, 100);
        if (auto conflicts = checkConflicts(); !conflicts)
            return conflicts.error();
        if (const auto whole = m_database.checkIntegrity(m_control); !whole) {
            if (whole.error().code == ErrorCode::Cancelled)
                return whole.error();
            found(m_session.impl().shared->copied ? "store.copied"
                  : whole.error().facts.contains("problem") &&
                          whole.error().facts.at("problem") != "unreadable"
                      ? "store.damaged"
                      : "store.unreadable");
        }
        Result<Done> looked = step(20, [&](Records& records) { return checkTrail(records); });
        if (looked)
            looked = step(60, [&](Records& records) { return checkRecords(records); });
        if (looked)
            looked = step(80, [&](Records& records) { return checkSearch(records); });
        if (looked)
            looked = step(90, [&](Records& records) { return checkKeysAndRules(records); });
        if (!looked && looked.error().code == ErrorCode::Cancelled)
            return looked.error();
        if (!looked)  // a page that fails its check, met on the way
            found("store.unreadable");
        std::stable_partition(m_report.findings.begin(), m_report.findings.end(),
                              [](const VerifyFinding& finding) { return !finding.isNote; });
        m_control.progress(100, 100);
        return m_report;
    }

private:
    void found(std::string_view what, Facts facts = {}, bool isNote = false)
    {
        m_report.findings.push_back({std::string(what), std::move(facts), isNote});
    }

    Result<Done> step(int percent, const std::function<Result<Done>(Records&)>& work)
    {
        if (m_control.stopRequested())
            return Error{ErrorCode::Cancelled, "verify", {}};
        m_control.progress(percent, 100);
        return m_database.read<Done>("verify", [&](storage::Transaction& transaction) {
            Records records(transaction);
            return work(records);
        });
    }

    const Secret& chainKey() const { return m_session.impl().keys->chain; }

    /// The head is read first: rows that a colleague commits meanwhile must not look cut off.
    Result<Done> checkTrail(Records& records)
    {
        const auto head =
            storage::HeadFile::read(headFile(m_session.authority().folder), chainKey());
        if (!head && head.error().code != ErrorCode::KeyFileDamaged)
            return head.error();
        if (!head)
            found(keyOf(storage::ChainProblem::HeadForged));
        const std::optional<storage::ChainHead> kept = head ? *head : std::nullopt;
        const auto report =
            storage::verifyChain(records.transaction, chainKey(), kept, m_control, &m_seals);
        if (!report)
            return report.error();
        m_report.rows = report->rows;
        const bool headTold = !head && report->problem == storage::ChainProblem::HeadMissing;
        // Known rows are missing: where they begin was noted when it was found, and rows written
        // since hide it.
        const bool cutTold = m_olderTold && report->problem == storage::ChainProblem::EndCutOff;
        if (report->problem && !headTold && !cutTold)
            found(keyOf(*report->problem), {{"sequence", std::to_string(report->sequence)},
                                            {"expected", report->expectedHash},
                                            {"found", report->foundHash}});
        for (const std::int64_t row : report->clockWentBack)
            found("trail.clock", {{"sequence", std::to_string(row)}}, true);
        return Done{};
    }

    Result<Done> checkRecords(Records& records)
    {
        const auto compared =
            m_seals.compare(records.transaction, chainKey(), kMostRecordFindings, m_control);
        if (!compared)
            return compared.error();
        m_report.records = static_cast<std::int64_t>(m_seals.records());
        for (const auto& finding : *compared)
            found(keyOf(finding.problem), {{"kind", finding.kind},
                                           {"record", finding.record},
                                           {"sequence", std::to_string(finding.sequence)}});
        return Done{};
    }

    /// Every record is found by its own words, and by no others: "nothing found" must be true.
    Result<Done> checkSearch(Records& records)
    {
        storage::SearchIndex index(records.transaction);
        int entries = 0;
        std::size_t told = 0;
        const auto check = [&](const std::string& record, const std::vector<RecordWord>& words) {
            const auto indexed = index.wordsOf(record);
            entries += static_cast<int>(indexed.size());
            if (indexed != words && told++ < kMostRecordFindings)
                found("search.words", {{"record", record}});
        };
        for (const Child& child : records.children.all()) {
            if (m_control.stopRequested())
                return Error{ErrorCode::Cancelled, "verify", {}};
            check(child.id.value, searchWordsOf(child));
        }
        for (const Home& home : records.homes.all())
            check(home.id.value, searchWordsOf(home));
        for (const Provider& provider : records.homes.providers())
            check(provider.id.value, searchWordsOfProvider(provider.name));
        if (index.size() > entries)
            found("search.stray");
        return Done{};
    }

    Result<Done> checkKeysAndRules(Records& records)
    {
        checkKeys(records);
        checkPlacements(records);
        checkPlaces(records);
        return Done{};
    }

    void checkKeys(Records& records)
    {
        const auto slots = storage::KeyFile::slotChecks(keyFile(m_session.authority().folder),
                                                        m_session.impl().keys->database);
        if (!slots)
            return found("keys.unreadable");
        std::map<std::string, std::string> known;
        for (const Account& account : records.accounts.all())
            known[account.name] = records.accounts.slotCheck(account.id);
        const auto pending = records.keyChanges.all();
        for (const auto& [account, check] : *slots) {
            if (check.empty())
                found("keys.not-ours", {{"account", account}});
            else if (!pending.contains(account) && known[account] != check)
                found("keys.old-slot", {{"account", account}});
        }
        for (const auto& [account, check] : known)
            if (!check.empty() && !slots->contains(account) && !pending.contains(account))
                found("keys.slot-missing", {{"account", account}});
    }

    /// One main placement a child on any day, and none that ends before it begins.
    void checkPlacements(Records& records)
    {
        for (const auto& [child, history] : records.care.allHistories()) {
            const Placement* previous = nullptr;
            for (const Placement& placement : history.placements) {
                const Facts facts{{"record", placement.id.value}, {"child", child.value}};
                if (placement.endsOn && *placement.endsOn < placement.startsOn)
                    found("rule.ends-before-start", facts);
                if (previous && (!previous->endsOn || placement.startsOn < *previous->endsOn))
                    found("rule.placements-overlap", facts);
                previous = &placement;
            }
        }
    }

    /// No foster home over the places of its approval today.
    void checkPlaces(Records& records)
    {
        std::map<HomeId, int> living;
        for (const Placement& placement : records.care.placementsOn(m_session.today()))
            if (placement.home)
                ++living[*placement.home];
        for (const Home& home : records.homes.all())
            if (const auto there = living.find(home.id);
                there != living.end() && there->second > home.approval.places)
                found("rule.over-places", {{"record", home.id.value},
                                           {"children", std::to_string(there->second)},
                                           {"places", std::to_string(home.approval.places)}});
    }

    /// What was found and is not decided, however much was written since.
    Result<Done> checkConflicts()
    {
        const auto open = openConflicts(m_session);
        if (!open)
            return open.error();
        for (const OpenConflict& conflict : *open) {
            m_olderTold = m_olderTold || conflict.stopsWriting;
            found("conflict." + conflict.kind, factsOf(conflict));
        }
        return Done{};
    }

    Session& m_session;
    storage::Database& m_database;
    const RunControl& m_control;
    storage::RecordSeals m_seals;
    bool m_olderTold = false;
    VerifyReport m_report;
};

}  // namespace

bool VerifyReport::isWhole() const
{
    return std::all_of(findings.begin(), findings.end(),
                       [](const VerifyFinding& finding) { return finding.isNote; });
}

Result<VerifyReport> verifyAuthority(Session& session, const RunControl& control)
{
    if (auto allowed = requireRight(session, Right::VerifyAudit); !allowed)
        return allowed.error();
    // A connection of its own has read no page yet, so each comes from the disk and passes its
    // check.
    const std::shared_ptr<const Keys> keys = session.impl().keys;
    auto database = openRecords(*session.impl().shared, *keys);
    if (!database)
        return database.error();
    auto report = Verification(session, **database, control).run();
    if (report && report->isWhole() && !session.readOnlyWhy())
        (void)storage::HeadFile::noteStore(
            headFile(session.authority().folder),
            storage::identityText(databaseFile(session.authority().folder)), keys->chain);
    return report;
}

}  // namespace homeward::app
