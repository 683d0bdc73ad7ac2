#include "app/exchange/import_plan.h"

#include <algorithm>
#include <set>
#include <utility>

#include "app/exchange/import_child.h"
#include "app/exchange/import_findings.h"
#include "domain/identity.h"
#include "exchange/ssda903/merge_history.h"
#include "exchange/ssda903/reported_cells.h"
#include "storage/records/reported_repository.h"

namespace homeward::app {
namespace {

namespace ssda903 = exchange::ssda903;

/// A child while the plan is made.
struct Working {
    ReportedChild reported;
    std::vector<ReportedRow> standing;
    std::vector<ReportedRow> incoming;
    bool known() const { return reported.stored || reported.now.birthDate; }
};
/// By caseNumberKey.
using WorkingChildren = std::map<std::string, Working>;

/// Numbers as records have them today: a child may be reported under one of before.
class TodaysKeys {
public:
    explicit TodaysKeys(Records& records) : m_former(records.children.formerKeys()) {}

    const std::string& of(const std::string& key) const
    {
        const auto found = m_former.find(key);
        return found == m_former.end() ? key : found->second;
    }
    std::set<std::string> of(const std::set<std::string>& keys) const
    {
        std::set<std::string> today;
        for (const std::string& key : keys)
            today.insert(of(key));
        return today;
    }
    /// `keys` of today, with all of before that lead to them.
    std::set<std::string> withFormer(std::set<std::string> keys) const
    {
        for (const auto& [former, current] : m_former)
            if (keys.contains(current))
                keys.insert(former);
        return keys;
    }
    template <typename Rows>
    Rows grouped(Rows byKey) const
    {
        Rows today;
        for (auto& [key, rows] : byKey)
            std::ranges::move(rows, std::back_inserter(today[of(key)]));
        return today;
    }

private:
    std::map<std::string, std::string> m_former;
};

/// `keys` are today's.
void readStored(Records& records, const TodaysKeys& todays, const std::set<std::string>& keys,
                const ImportId& without, WorkingChildren& working)
{
    storage::ReportedRepository reports(records.transaction);
    const std::set<std::string> reported = todays.withFormer(keys);
    for (auto& [key, rows] : todays.grouped(reports.standing(reported)))
        working[key].standing = std::move(rows);
    if (!without.isEmpty()) {
        auto others = todays.grouped(reports.standing(reported, without));
        for (auto& [key, entry] : working)
            entry.incoming = std::move(others[key]);
    }
    auto histories = records.care.allHistories();
    const auto decided = records.care.allDecidedDays();
    for (Child& child : records.children.all()) {
        const std::string key = caseNumberKey(child.caseNumber);
        if (!keys.contains(key))
            continue;
        ReportedChild& entry = working[key].reported;
        if (const auto history = histories.find(child.id); history != histories.end())
            entry.before = std::move(history->second);
        if (const auto days = decided.find(child.id); days != decided.end())
            for (const DecidedDays& one : days->second)
                entry.decided.push_back({one.firstOn, one.lastOn});
        entry.stored = std::move(child);
    }
}

void countPlacements(const CareHistory& before, const CareHistory& after, ImportPreview& preview)
{
    for (const Placement& placement : after.placements) {
        if (placement.id.isEmpty())
            ++preview.placementsCreated;
        else if (std::ranges::find(before.placements, placement) == before.placements.end())
            ++preview.placementsChanged;
    }
}

ChildPlan planOf(const Working& entry, const DerivedChild& derived)
{
    ChildPlan plan;
    plan.stored = entry.reported.stored;
    plan.before = entry.reported.before;
    plan.child = derived.child;
    plan.after = derived.after;
    plan.childChanged = !plan.stored || !(*plan.stored == plan.child);
    plan.historyChanged = !(plan.before == plan.after);
    return plan;
}

/// What files of an import brought so far.
struct Counted {
    std::set<std::string> children;
    std::map<std::pair<std::string, Date>, Episode> episodes;
};

/// What the rows of one file do, by child.
class FileCounts {
public:
    /// `counted`: what files before brought; what this one brings is added.
    FileCounts(const ssda903::ReturnFile& file, const TodaysKeys& todays,
               const WorkingChildren& working, const std::map<std::string, ChildPlan>& plans,
               Counted& counted)
        : m_working(working), m_plans(plans), m_before(counted)
    {
        m_summary.file = file.name;
        m_summary.isHeader = file.kind == ssda903::FileKind::Header;
        m_summary.year = file.year.startYear;
        m_summary.rows = file.rows;
        for (const auto& row : file.headers)
            countHeader(todays.of(caseNumberKey(row.childNumber)));
        for (const auto& row : file.episodes)
            countEpisode(todays.of(caseNumberKey(row.childNumber)), row.episode);
        m_summary.rejected =
            m_summary.rows - m_summary.created - m_summary.changed - m_summary.left;
    }
    const ImportFileSummary& summary() const { return m_summary; }

private:
    const ChildPlan* planFor(const std::string& key) const
    {
        const auto plan = m_plans.find(key);
        return plan == m_plans.end() ? nullptr : &plan->second;
    }

    void countHeader(const std::string& key)
    {
        const ChildPlan* plan = planFor(key);
        if (!plan && !m_working.contains(key))
            return;  // refused
        if (plan && !plan->stored)
            ++(m_before.children.insert(key).second ? m_summary.created : m_summary.left);
        else if (plan && plan->childChanged)
            ++m_summary.changed;
        else
            ++m_summary.left;
    }

    void countEpisode(const std::string& key, const Episode& told)
    {
        const Date start = told.startsOn;
        if (!m_working.contains(key))
            return;
        const ChildPlan* plan = planFor(key);
        if (!plan) {
            ++m_summary.left;
            return;
        }
        const auto [before, after] = episodesOf(key, *plan);
        const Episode* was = startingOn(*before, start);
        const Episode* is = startingOn(*after, start);
        if (!was && is)
            ++countNew(key, told);
        else if (was && is && !(*was == *is))
            ++m_summary.changed;
        else
            ++m_summary.left;
    }

    /// The first row of a new episode creates it; a later one of another year may change it.
    int& countNew(const std::string& key, const Episode& told)
    {
        const auto [known, isNew] = m_before.episodes.emplace(std::pair(key, told.startsOn), told);
        if (isNew)
            return m_summary.created;
        return std::exchange(known->second, told) == told ? m_summary.left : m_summary.changed;
    }

    using Pair = std::pair<const std::vector<Episode>*, const std::vector<Episode>*>;
    Pair episodesOf(const std::string& key, const ChildPlan& plan)
    {
        auto found = m_episodes.find(key);
        if (found == m_episodes.end())
            found = m_episodes
                        .emplace(key,
                                 std::pair(deriveEpisodes(plan.before), deriveEpisodes(plan.after)))
                        .first;
        return {&found->second.first, &found->second.second};
    }

    static const Episode* startingOn(const std::vector<Episode>& episodes, Date day)
    {
        const auto found = std::ranges::lower_bound(episodes, day, {}, &Episode::startsOn);
        return found == episodes.end() || found->startsOn != day ? nullptr : &*found;
    }

    const WorkingChildren& m_working;
    const std::map<std::string, ChildPlan>& m_plans;
    Counted& m_before;
    ImportFileSummary m_summary;
    std::map<std::string, std::pair<std::vector<Episode>, std::vector<Episode>>> m_episodes;
};

class Planner {
public:
    Planner(Records& records, const ssda903::Return& read, const RunControl& control)
        : m_records(records), m_read(read), m_control(control), m_todays(records)
    {
        m_preview.findings = read.findings;
        m_preview.withoutYear = read.withoutYear;
    }

    Result<ImportPreview> make()
    {
        readChildren();
        m_plan = std::make_shared<ImportPreview::Plan>();
        refuseUnknown();
        refuseSamePerson(m_records, twinsAsked(), m_preview.findings,
                         [this](const std::string& key) { m_working.erase(key); });
        for (auto& [key, entry] : m_working) {
            if (m_control.stopRequested())
                return Error{ErrorCode::Cancelled, "plan import", {}};
            planChild(key, entry);
        }
        Counted counted;
        for (const auto& file : m_read.files)
            m_preview.files.push_back(
                FileCounts(file, m_todays, m_working, m_plans, counted).summary());
        addSilence();
        addGaps(m_read, m_preview.findings);
        finish();
        return std::move(m_preview);
    }

private:
    void readChildren()
    {
        auto incoming = m_todays.grouped(reportedRows(m_read));
        std::set<std::string> keys;
        for (const auto& [key, rows] : incoming)
            keys.insert(key);
        readStored(m_records, m_todays, keys, {}, m_working);
        for (auto& [key, rows] : incoming) {
            Working& entry = m_working[key];
            entry.incoming = std::move(rows);
            entry.reported.was = factsOf(entry.standing);
            entry.reported.now = factsOf(withReports(entry.standing, entry.incoming));
        }
    }

    /// Episodes of which no header says whose they are.
    void refuseUnknown()
    {
        MergeFindings findings(m_preview.findings, {});
        for (auto entry = m_working.begin(); entry != m_working.end();) {
            if (entry->second.known()) {
                ++entry;
                continue;
            }
            for (const ReportedRow& row : entry->second.incoming)
                findings.add(about(row, Severity::Rejected, "finding.orphan-episode"));
            entry = m_working.erase(entry);
        }
    }

    std::vector<AskedPerson> twinsAsked() const
    {
        std::vector<AskedPerson> people;
        for (const auto& [key, entry] : m_working)
            if (!entry.reported.stored)
                people.push_back({key, entry.reported.now.number, upnKey(entry.reported.now.upn),
                                  *entry.reported.now.birthDate, firstHeader(entry)});
        return people;
    }

    static ReportedRow firstHeader(const Working& entry)
    {
        const auto found =
            std::ranges::find(entry.incoming, ReportedTable::Header, &ReportedRow::table);
        return found == entry.incoming.end() ? ReportedRow{} : *found;
    }

    void planChild(const std::string& key, Working& entry)
    {
        const DerivedChild derived = derive(entry.reported);
        const ReportedRow row = entry.incoming.empty() ? ReportedRow{} : entry.incoming.back();
        const bool refused = !derived.faults.empty() || derived.losesDecided;
        if (refused)
            m_children.add(aboutChild(derived.child.caseNumber, Severity::Rejected,
                                      derived.faults.empty()
                                          ? "finding.decided-placement"
                                          : "finding.history-" + derived.faults.front()));
        if (derived.saysOtherwise && !refused)
            m_remarks.add(
                aboutChild(derived.child.caseNumber, Severity::Warning, "finding.put-right"));
        if (!derived.kept.empty())
            m_remarks.add(keptHere(derived));
        addOlderHeader(entry);
        if (!refused)
            addRepaired(derived.child.caseNumber, entry.reported, m_remarks);
        m_preview.episodes += entry.reported.now.merged;
        if (refused)
            return void(++m_preview.childrenLeft);  // what cannot stand is not kept either
        auto rows = newReports(entry.standing, entry.incoming);
        m_preview.rowsNew += static_cast<int>(rows.size());
        std::ranges::move(rows, std::back_inserter(m_plan->rows));

        ChildPlan plan = planOf(entry, derived);
        if (!plan.childChanged && !plan.historyChanged) {
            ++m_preview.childrenLeft;
            return;
        }
        ++(plan.stored ? m_preview.childrenChanged : m_preview.childrenCreated);
        countPlacements(plan.before, plan.after, m_preview);
        if (plan.stored)
            addChanges(plan, m_preview.changes);
        m_plans.emplace(key, std::move(plan));
    }

    /// A row of an older year that says something else than what stands from a later one.
    void addOlderHeader(const Working& entry)
    {
        for (const ReportedRow& row : entry.incoming) {
            if (row.table != ReportedTable::Header || row.year >= entry.reported.was.headerYear)
                continue;
            const auto header = ssda903::headerFrom(row.cells);
            const ReportedFacts& now = entry.reported.now;
            if (header && (header->birthDate != now.birthDate ||
                           (header->sex != Sex::Unknown && header->sex != now.sex)))
                m_remarks.add(about(row, Severity::Warning, "finding.older-header"));
        }
    }

    /// Children in care on record of whom the latest complete year says nothing.
    void addSilence()
    {
        const auto complete = completeYears(m_read);
        if (complete.empty())
            return;
        const CollectionYear latest{*complete.rbegin()};
        const auto heard = m_todays.of(heardIn(m_read, latest));
        const auto histories = m_records.care.allHistories();
        const auto reported =
            m_todays.of(storage::ReportedRepository(m_records.transaction).reportedChildren());
        std::vector<std::pair<std::string, const CareHistory*>> children;
        for (const Child& child : m_records.children.all()) {
            const std::string key = caseNumberKey(child.caseNumber);
            const auto plan = m_plans.find(key);
            const auto stored = histories.find(child.id);
            if (plan != m_plans.end())
                children.emplace_back(child.caseNumber, &plan->second.after);
            else if (stored != histories.end() && reported.contains(key))
                children.emplace_back(child.caseNumber, &stored->second);
        }
        for (const auto& [key, plan] : m_plans)
            if (!plan.stored)
                children.emplace_back(plan.child.caseNumber, &plan.after);
        for (const auto& [number, history] : children)
            if (!history->periods.empty() && !history->periods.back().endsOn &&
                history->periods.back().startsOn < latest.firstDay() &&
                !heard.contains(caseNumberKey(number)))
                m_remarks.add(silence(number, *history, latest));
    }

    void finish()
    {
        m_children.finish();
        m_remarks.finish();
        for (auto& [key, plan] : m_plans)
            m_plan->children.push_back(std::move(plan));
        for (const auto& file : m_read.files)
            m_plan->files += (m_plan->files.empty() ? "" : ", ") + file.name;
        m_preview.plan = std::move(m_plan);
    }

    Records& m_records;
    const ssda903::Return& m_read;
    const RunControl& m_control;
    const TodaysKeys m_todays;
    ImportPreview m_preview;
    MergeFindings m_children{m_preview.findings, {}};  ///< refused; counted apart
    MergeFindings m_remarks{m_preview.findings, {}};
    WorkingChildren m_working;
    std::map<std::string, ChildPlan> m_plans;  ///< that change something
    std::shared_ptr<ImportPreview::Plan> m_plan;
};

}  // namespace

Result<ImportPreview> planImport(Records& records, const ssda903::Return& read,
                                 const RunControl& control)
{
    return Planner(records, read, control).make();
}

UndoPlan planUndo(Records& records, const ImportId& import)
{
    WorkingChildren working;
    const TodaysKeys todays(records);
    storage::ReportedRepository reports(records.transaction);
    readStored(records, todays, todays.of(reports.childrenOf(import)), import, working);
    UndoPlan undo;
    for (auto& [key, entry] : working) {
        if (!entry.reported.stored)
            continue;
        entry.reported.was = factsOf(entry.standing);
        entry.reported.now = factsOf(entry.incoming);
        ChildPlan plan = planOf(entry, derive(entry.reported));
        if (entry.incoming.empty())
            undo.gone.push_back(*entry.reported.stored);
        if (plan.childChanged || plan.historyChanged)
            undo.children.push_back(std::move(plan));
    }
    return undo;
}

}  // namespace homeward::app
