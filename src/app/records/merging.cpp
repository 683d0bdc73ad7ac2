#include "app/records/merging.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/records/child_access.h"
#include "app/care/care_change.h"
#include "app/records/child_rows.h"
#include "app/records/merge_text.h"
#include "app/session/use_case.h"
#include "app/trust/audit_fields.h"
#include "storage/records/merge_repository.h"
#include "support/text/text.h"

namespace homeward::app {
namespace {

using Table = storage::MergeRepository::Table;

/// Names in the way back of what moves whole; care moves by itself.
constexpr std::array<std::pair<const char*, Table>, 3> kMovedWhole{
    {{"assessment", Table::Assessment},
     {"search", Table::Search},
     {"decided-days", Table::DecidedDays}}};
constexpr std::array<std::pair<const char*, Table>, 3> kMovedCare{
    {{"care-period", Table::CarePeriod},
     {"legal-status", Table::LegalStatus},
     {"placement", Table::Placement}}};

std::vector<std::string> namesOf(Records& records, const std::vector<AccountId>& people)
{
    std::vector<std::string> names;
    for (const AccountId& person : people)
        if (const auto account = records.accounts.find(person))
            names.push_back(account->personName);
    return names;
}

Result<MergeSide> sideOf(Records& records, const Session& session, const ChildId& id)
{
    const auto child = records.children.find(id);
    if (!child)
        return notFound("child", id.value);
    if (auto needed = reasonNeeded(records, session, id))
        return *needed;
    storage::MergeRepository merges(records.transaction);
    MergeSide side;
    side.child = *child;
    side.history = records.care.historyOf(id);
    side.assessments = static_cast<int>(records.assessments.ofChild(id).size());
    side.searches = static_cast<int>(merges.idsOf(Table::Search, id).size());
    if (const auto worker = records.accounts.find(child->worker))
        side.workerName = worker->personName;
    side.beingWritten = namesOf(records, records.drafts.writersOf(id.value));
    return side;
}

Result<MergePreview> previewOf(Records& records, const Session& session, const ChildId& kept,
                               const ChildId& gone)
{
    if (kept == gone)
        return invalidInput("child", "same-record");
    MergePreview preview;
    for (auto [id, side] : {std::pair(kept, &preview.kept), std::pair(gone, &preview.gone)}) {
        auto read = sideOf(records, session, id);
        if (!read)
            return read.error();
        *side = std::move(*read);
    }
    preview.careOverlaps = overlap(preview.kept.history, preview.gone.history);
    return preview;
}

/// The approval that names `from` names `to`.
std::optional<Error> nameInstead(UnitOfWork& unit, const Home& home, const ChildId& from,
                                 const ChildId& to)
{
    Home changed = home;
    changed.approval.namedChildren.erase(from);
    changed.approval.namedChildren.insert(to);
    if (!unit.homes.update(changed, unit.stamp()))
        return editConflict("home", home.id.value);
    unit.audit("home", home.id.value, {}, auditFields(home), auditFields(changed));
    unit.touched(Aggregate::Home, home.id.value);
    return std::nullopt;
}

/// A placement that counts no more, or again.
std::optional<Error> writeMarked(UnitOfWork& unit, const Placement& before, const Placement& after)
{
    if (!unit.care.update(after, unit.stamp()))
        return editConflict(entityName(after), after.id.value);
    unit.audit(entityName(after), after.id.value, after.child, auditFields(before),
               auditFields(after));
    if (after.home)
        unit.touched(Aggregate::Home, after.home->value);
    return std::nullopt;
}

/// Whether nobody has written anything there.
bool isUnwritten(const std::string& key, const std::string& text)
{
    return text.empty() || (key == "sex" && text == toKey(Sex::Unknown));
}

/// Two records become one: each step notes what its way back needs.
class Merge {
public:
    Merge(UnitOfWork& unit, const MergePreview& before, const Merging& merging)
        : m_unit(unit),
          m_merges(unit.transaction),
          m_merging(merging),
          m_before(before),
          m_kept(before.kept.child),
          m_gone(before.gone.child)
    {
        m_back.gone = fieldTexts(m_gone);
        for (const CareHistory* history : {&before.kept.history, &before.gone.history})
            for (const Placement& placement : history->placements)
                m_back.placements.push_back(placement.id.value);
    }

    Result<Done> run()
    {
        if (auto error = takeCare())
            return *error;
        for (const auto& [name, table] : kMovedWhole)
            moveAll(name, table);
        takeSiblings();
        for (const Home& home : m_unit.homes.naming(m_gone.id)) {
            if (auto error = nameInstead(m_unit, home, m_gone.id, m_kept.id))
                return *error;
            m_back.homes.push_back(home.id);
        }
        m_unit.children.remove(m_gone.id);
        m_unit.audit("child", m_gone.id.value, m_gone.id, auditFields(m_gone), {});
        if (auto error = takeFields())
            return *error;
        keepRecord();
        return Done{};
    }

private:
    void moveAll(const char* name, Table table)
    {
        m_back.moved[name] = m_merges.idsOf(table, m_gone.id);
        m_merges.move(table, m_back.moved[name], m_gone.id, m_kept.id);
    }

    std::optional<Error> takeCare()
    {
        if (m_merging.care != MergedCare::Both)
            if (auto error = leaveOut(m_merging.care == MergedCare::Kept ? m_before.gone.history
                                                                         : m_before.kept.history))
                return error;
        for (const auto& [name, table] : kMovedCare)
            moveAll(name, table);
        return std::nullopt;
    }

    template <typename Record>
    void takeOut(const std::vector<Record>& records, std::vector<Record>& back)
    {
        for (const Record& record : records) {
            m_unit.care.remove(record.id);
            m_unit.audit(entityName(record), record.id.value, record.child, auditFields(record),
                         {});
            back.push_back(record);
        }
    }

    /// A history that is left out: returns speak of those days no more, and what was decided about
    /// its placements stays on record.
    std::optional<Error> leaveOut(const CareHistory& history)
    {
        takeOut(history.periods, m_back.periods);
        takeOut(history.legalStatuses, m_back.legalStatuses);
        for (const Placement& placement : history.placements) {
            Placement marked = placement;
            marked.withdrawn = Withdrawal::SecondRecord;
            if (auto error = writeMarked(m_unit, placement, marked))
                return error;
            m_back.withdrawn.push_back(placement.id);
        }
        for (const DaySpan& span : daysPutRight(history, {}, m_unit.today())) {
            const auto id = m_unit.newId<DecidedDaysId>();
            m_unit.care.insert(DecidedDays{id, m_kept.id, span.first, span.last});
            m_back.decided.push_back(id);
        }
        return std::nullopt;
    }

    void takeSiblings()
    {
        m_back.siblings = m_unit.children.siblingsOf(m_gone.id);
        const auto known = m_unit.children.siblingsOf(m_kept.id);
        for (const ChildId& sibling : m_back.siblings) {
            m_unit.children.unlinkSiblings(m_gone.id, sibling);
            if (sibling == m_kept.id || std::ranges::find(known, sibling) != known.end())
                continue;
            m_unit.children.linkSiblings(m_kept.id, sibling);
            m_back.newSiblings.push_back(sibling);
        }
    }

    /// What the other record knows and this one does not; its numbers find this one.
    std::optional<Error> takeFields()
    {
        const FieldTexts has = fieldTexts(m_kept);
        FieldTexts taken;
        for (const auto& [key, text] : m_back.gone)
            if (!isUnwritten(key, text) && isUnwritten(key, has.at(key)) &&
                key != "formerNumbers") {
                taken.emplace(key, text);
                m_back.filled.emplace(key, has.at(key));
            }
        auto filled = withTexts(m_kept, taken);
        if (!filled)
            return filled.error();
        filled->formerNumbers.insert(m_gone.caseNumber);
        filled->formerNumbers.insert(m_gone.formerNumbers.begin(), m_gone.formerNumbers.end());
        if (!m_unit.children.update(*filled, m_unit.stamp()))
            return editConflict("child", m_kept.id.value);
        m_unit.audit("child", m_kept.id.value, m_kept.id, auditFields(m_kept),
                     auditFields(*filled));
        return std::nullopt;
    }

    void keepRecord()
    {
        ChildMerge merge;
        merge.id = m_unit.newId<MergeId>();
        merge.kept = m_kept.id;
        merge.gone = m_gone.id;
        merge.goneNumber = m_gone.caseNumber;
        merge.goneName = displayName(m_gone);
        merge.care = m_merging.care;
        merge.reason = std::string(trimmed(m_merging.reason));
        merge.mergedAt = m_unit.stamp().at;
        merge.mergedBy = m_unit.stamp().by;
        merge.wayBack = wayBackText(m_back);
        m_merges.insert(merge);
        m_unit.audit("merge", merge.id.value, m_kept.id, {}, auditFields(merge));
    }

    UnitOfWork& m_unit;
    storage::MergeRepository m_merges;
    const Merging& m_merging;
    const MergePreview& m_before;
    const Child& m_kept;
    const Child& m_gone;
    WayBack m_back;
};

/// One record becomes two again.
class Separation {
public:
    Separation(UnitOfWork& unit, const ChildMerge& merge, const WayBack& back)
        : m_unit(unit), m_merges(unit.transaction), m_merge(merge), m_back(back)
    {
    }

    std::optional<Error> run()
    {
        auto gone = withTexts(Child{}, m_back.gone);
        if (!gone)
            return gone.error();
        gone->id = m_merge.gone;
        // The number first: it finds the kept record until then.
        if (auto error = giveFieldsBack(*gone))
            return error;
        if (m_unit.children.findByCaseNumber(gone->caseNumber))
            return invalidInput("caseNumber", "already-exists");
        m_unit.children.insert(*gone, m_unit.stamp());
        m_unit.audit("child", gone->id.value, gone->id, {}, auditFields(*gone));
        for (const auto& tables : {kMovedWhole, kMovedCare})
            for (const auto& [name, table] : tables)
                if (const auto ids = m_back.moved.find(name); ids != m_back.moved.end())
                    m_merges.move(table, ids->second, m_merge.kept, m_merge.gone);
        putBack(m_back.periods);
        putBack(m_back.legalStatuses);
        for (const DecidedDaysId& id : m_back.decided)
            m_unit.care.remove(id);
        if (auto error = restorePlacements())
            return error;
        giveSiblingsBack();
        if (auto error = giveHomesBack())
            return error;
        return checkHistories();
    }

private:
    std::optional<Error> giveFieldsBack(const Child& gone)
    {
        const auto kept = m_unit.children.find(m_merge.kept);
        if (!kept)
            return notFound("child", m_merge.kept.value);
        FieldTexts before;
        const FieldTexts now = fieldTexts(*kept);
        for (const auto& [key, text] : m_back.filled)
            if (now.at(key) == m_back.gone.at(key))
                before.emplace(key, text);
        auto changed = withTexts(*kept, before);
        if (!changed)
            return changed.error();
        changed->formerNumbers.erase(gone.caseNumber);
        for (const std::string& number : gone.formerNumbers)
            changed->formerNumbers.erase(number);
        if (!m_unit.children.update(*changed, m_unit.stamp()))
            return editConflict("child", kept->id.value);
        m_unit.audit("child", kept->id.value, kept->id, auditFields(*kept), auditFields(*changed));
        return std::nullopt;
    }

    template <typename Record>
    void putBack(const std::vector<Record>& records)
    {
        for (const Record& record : records) {
            m_unit.care.insert(record, m_unit.stamp());
            m_unit.audit(entityName(record), record.id.value, record.child, {},
                         auditFields(record));
        }
    }

    /// Those that count for nothing only because the two records were one.
    std::optional<Error> restorePlacements()
    {
        for (const PlacementId& id : m_back.withdrawn) {
            const auto stored = m_unit.care.findPlacement(id);
            if (!stored || stored->withdrawn != Withdrawal::SecondRecord)
                continue;
            Placement restored = *stored;
            restored.withdrawn.reset();
            if (auto error = writeMarked(m_unit, *stored, restored))
                return error;
        }
        return std::nullopt;
    }

    void giveSiblingsBack()
    {
        for (const ChildId& sibling : m_back.newSiblings)
            m_unit.children.unlinkSiblings(m_merge.kept, sibling);
        for (const ChildId& sibling : m_back.siblings)
            if (m_unit.children.find(sibling))
                m_unit.children.linkSiblings(m_merge.gone, sibling);
    }

    std::optional<Error> giveHomesBack()
    {
        for (const HomeId& id : m_back.homes) {
            const auto home = m_unit.homes.find(id);
            if (!home || !home->approval.namedChildren.contains(m_merge.kept))
                continue;
            if (auto error = nameInstead(m_unit, *home, m_merge.kept, m_merge.gone))
                return error;
        }
        return std::nullopt;
    }

    /// What was added since may rest on what goes: only that is looked at.
    std::optional<Error> checkHistories()
    {
        const std::set<std::string> old(m_back.placements.begin(), m_back.placements.end());
        const CareHistory history = m_unit.care.historyOf(m_merge.kept);
        for (const Placement& placement : history.placements) {
            if (old.contains(placement.id.value))
                continue;
            const CareHistory alone{{}, {}, {placement}};
            CareHistory others = history;
            std::erase_if(others.placements,
                          [&](const Placement& other) { return other.id == placement.id; });
            if (!carePeriodOn(history.periods, placement.startsOn) || overlap(alone, others))
                return invalidInput("care", "rests-on-both",
                                    {{"start", placement.startsOn.toIso()}});
        }
        return std::nullopt;
    }

    UnitOfWork& m_unit;
    storage::MergeRepository m_merges;
    const ChildMerge& m_merge;
    const WayBack& m_back;
};

void touchMerged(UnitOfWork& unit, const ChildId& kept, const ChildId& gone)
{
    for (const Aggregate aggregate :
         {Aggregate::Child, Aggregate::CareHistory, Aggregate::Placement, Aggregate::Assessment})
        for (const ChildId& id : {kept, gone})
            unit.touched(aggregate, id.value);
}

}  // namespace

Result<MergePreview> previewMerge(Session& session, const ChildId& kept, const ChildId& gone)
{
    return query<MergePreview>(session, "preview merge", [&](Records& records) {
        return previewOf(records, session, kept, gone);
    });
}

Result<Done> mergeChildren(Session& session, const Merging& merging)
{
    if (trimmed(merging.reason).empty())
        return invalidInput("reason", "required");
    return commit<Done>(
        session, "merge-children", Right::EditChildren, [&](UnitOfWork& unit) -> Result<Done> {
            const auto before = previewOf(unit, session, merging.kept, merging.gone);
            if (!before)
                return before.error();
            if (before->kept.child.rowVersion != merging.keptVersion)
                return editConflict("child", merging.kept.value);
            if (before->gone.child.rowVersion != merging.goneVersion)
                return editConflict("child", merging.gone.value);
            if (!before->gone.beingWritten.empty())
                return invalidInput("child", "draft-of-other",
                                    {{"person", before->gone.beingWritten.front()}});
            if (before->careOverlaps && merging.care == MergedCare::Both)
                return invalidInput("care", "care-overlaps");
            auto merged = Merge(unit, *before, merging).run();
            touchMerged(unit, merging.kept, merging.gone);
            return merged;
        });
}

Result<std::vector<MergedRecord>> mergedInto(Session& session, const ChildId& kept)
{
    return queryChild<std::vector<MergedRecord>>(
        session, "merged into", kept, [&](Records& records) -> Result<std::vector<MergedRecord>> {
            std::vector<MergedRecord> merged;
            for (const ChildMerge& merge :
                 storage::MergeRepository(records.transaction).standingOf(kept)) {
                const auto by = records.accounts.find(merge.mergedBy);
                merged.push_back({merge.id, merge.goneNumber, merge.goneName, merge.reason,
                                  merge.mergedAt, by ? by->personName : std::string()});
            }
            return merged;
        });
}

Result<ChildId> separateChildren(Session& session, const MergeId& id)
{
    return commit<ChildId>(session, "separate-children", Right::EditChildren,
                           [&](UnitOfWork& unit) -> Result<ChildId> {
                               storage::MergeRepository merges(unit.transaction);
                               auto merge = merges.find(id);
                               if (!merge)
                                   return notFound("merge", id.value);
                               if (auto needed = reasonNeeded(unit, session, merge->kept))
                                   return *needed;
                               const auto back = wayBackFrom(merge->wayBack);
                               if (!merge->separatedAt.empty() || !back)
                                   return editConflict("merge", id.value);
                               if (auto error = Separation(unit, *merge, *back).run())
                                   return *error;
                               const auto before = auditFields(*merge);
                               merges.markSeparated(id, unit.stamp().at);
                               merge->separatedAt = unit.stamp().at.toIso();
                               unit.audit("merge", id.value, merge->kept, before,
                                          auditFields(*merge));
                               touchMerged(unit, merge->kept, merge->gone);
                               return merge->gone;
                           });
}

}  // namespace homeward::app
