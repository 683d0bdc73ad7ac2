#include "app/exchange/import_plan.h"

#include <algorithm>
#include <set>

#include "exchange/ssda903/merge_history.h"

namespace homeward::app {
namespace {

namespace ssda903 = exchange::ssda903;

/// A child while the files are gone through, year by year.
struct Working {
    std::optional<Child> stored;
    Child child;
    bool known = false;  ///< stored, or in a header
    CareHistory before;
    std::vector<Episode> storedEpisodes;
    std::vector<Episode> episodes;
    std::vector<DaySpan> decided;        ///< days that a person put right here
    bool saysOtherwise = false;          ///< a return does, of those days
    std::optional<Finding> olderHeader;  ///< differs from what newer returns said
};

using WorkingChildren = std::map<std::string, Working>;

std::set<std::string> numbersIn(const ssda903::Return& read)
{
    std::set<std::string> numbers;
    for (const auto& file : read.files) {
        for (const auto& row : file.headers)
            numbers.insert(row.childNumber);
        for (const auto& row : file.episodes)
            numbers.insert(row.childNumber);
    }
    return numbers;
}

WorkingChildren storedChildren(Records& records, const std::set<std::string>& numbers)
{
    WorkingChildren working;
    auto histories = records.care.allHistories();
    const auto decided = records.care.allDecidedDays();
    for (Child& child : records.children.all()) {
        if (!numbers.contains(child.caseNumber))
            continue;
        Working& entry = working[child.caseNumber];
        entry.known = true;
        if (const auto history = histories.find(child.id); history != histories.end())
            entry.before = std::move(history->second);
        if (const auto days = decided.find(child.id); days != decided.end())
            for (const DecidedDays& one : days->second)
                entry.decided.push_back({one.firstOn, one.lastOn});
        entry.storedEpisodes = deriveEpisodes(entry.before);
        entry.episodes = entry.storedEpisodes;
        entry.child = child;
        entry.stored = std::move(child);
    }
    return working;
}

/// Findings of the merge, of which there is at most one a row or child: the first of each kind are
/// kept, the others counted.
class MergeFindings {
public:
    MergeFindings(std::vector<Finding>& findings, std::string file)
        : m_findings(findings), m_file(std::move(file))
    {
    }
    MergeFindings(const MergeFindings&) = delete;
    MergeFindings& operator=(const MergeFindings&) = delete;
    ~MergeFindings()
    {
        if (m_count > exchange::kKeptFindings)
            m_findings.push_back({m_moreRejected ? Severity::Rejected : Severity::Warning,
                                  m_file,
                                  0,
                                  {},
                                  {},
                                  "finding.more-findings",
                                  {{"count", std::to_string(m_count - exchange::kKeptFindings)}}});
    }
    void add(Finding finding)
    {
        if (++m_count <= exchange::kKeptFindings)
            m_findings.push_back(std::move(finding));
        else
            m_moreRejected = m_moreRejected || finding.isRejected();
    }

private:
    std::vector<Finding>& m_findings;
    std::string m_file;
    std::size_t m_count = 0;
    bool m_moreRejected = false;
};

/// Takes what a header row says; what the return does not carry stays as it is.
bool applyHeader(const ssda903::HeaderRow& row, Child& child)
{
    const Child before = child;
    child.caseNumber = row.childNumber;
    child.sex = row.sex;
    child.birthDate = row.birthDate;
    if (!row.ethnicity.empty())
        child.ethnicity = row.ethnicity;
    if (!row.upn.empty())
        child.upn = row.upn;
    return !(child == before);
}

/// Whether the store already knows of a time after the year of the file.
bool knowsLaterThan(const Working& entry, CollectionYear year)
{
    return entry.stored && !entry.storedEpisodes.empty() &&
           entry.storedEpisodes.back().startsOn >= year.dayAfter();
}

/// What an older return says of a child is not news; where it differs, a person is told.
void compareOlderHeader(const ssda903::ReturnFile& file, const ssda903::HeaderRow& row,
                        Working& entry)
{
    Child asOlder = entry.child;
    if (applyHeader(row, asOlder))
        entry.olderHeader =
            Finding{Severity::Warning,      file.name, row.line, "CHILD", row.childNumber,
                    "finding.older-header", {}};
}

void takeHeaders(const ssda903::ReturnFile& file, WorkingChildren& working,
                 ImportFileSummary& summary)
{
    for (const auto& row : file.headers) {
        Working& entry = working[row.childNumber];
        if (knowsLaterThan(entry, file.year)) {
            compareOlderHeader(file, row, entry);
            ++summary.left;
            continue;
        }
        const bool changed = applyHeader(row, entry.child);
        entry.olderHeader.reset();  // this return is newer, and what it says stands
        if (!entry.known)
            ++summary.created;
        else if (changed)
            ++summary.changed;
        else
            ++summary.left;
        entry.known = true;
    }
}

const Episode* startingOn(const std::vector<Episode>& episodes, Date day)
{
    const auto found = std::lower_bound(episodes.begin(), episodes.end(), day,
                                        [](const Episode& e, Date d) { return e.startsOn < d; });
    return found == episodes.end() || found->startsOn != day ? nullptr : &*found;
}

/// Counts what the rows of one file did to one child's history.
void countEpisodes(const std::vector<const ssda903::EpisodeRow*>& rows,
                   const std::vector<Episode>& before, const std::vector<Episode>& after,
                   ImportFileSummary& summary)
{
    for (const auto* row : rows) {
        const Episode* was = startingOn(before, row->episode.startsOn);
        const Episode* is = startingOn(after, row->episode.startsOn);
        if (!was && is)
            ++summary.created;
        else if (was && is && !(*was == *is))
            ++summary.changed;
        else
            ++summary.left;
    }
}

void takeEpisodes(const ssda903::ReturnFile& file, WorkingChildren& working, ImportPreview& preview,
                  ImportFileSummary& summary)
{
    std::map<std::string, std::vector<const ssda903::EpisodeRow*>> byChild;
    for (const auto& row : file.episodes)
        byChild[row.childNumber].push_back(&row);
    MergeFindings findings(preview.findings, file.name);
    for (const auto& [number, rows] : byChild) {
        const auto found = working.find(number);
        if (found == working.end() || !found->second.known) {
            for (const auto* row : rows)
                findings.add({Severity::Rejected,
                              file.name,
                              row->line,
                              "CHILD",
                              number,
                              "finding.orphan-episode",
                              {}});
            continue;
        }
        Working& child = found->second;
        std::vector<Episode> told;
        for (const auto* row : rows)
            told.push_back(row->episode);
        std::stable_sort(told.begin(), told.end(), [](const Episode& a, const Episode& b) {
            return a.startsOn < b.startsOn;
        });
        const auto news = ssda903::newsBeside(child.storedEpisodes, child.decided, told);
        child.saysOtherwise = child.saysOtherwise || news != told;
        std::vector<Episode> episodes = child.episodes;
        episodes.insert(episodes.end(), news.begin(), news.end());
        std::vector<Episode> merged = ssda903::mergeEpisodes(std::move(episodes));
        countEpisodes(rows, child.episodes, merged, summary);
        child.episodes = std::move(merged);
    }
}

/// A placement chosen here that a return would do away with: the return is asked about, the
/// decision stays.
bool losesDecidedPlacement(const CareHistory& before, const CareHistory& after)
{
    return std::any_of(before.placements.begin(), before.placements.end(), [&](const Placement& p) {
        return p.home && std::none_of(after.placements.begin(), after.placements.end(),
                                      [&](const Placement& q) { return q.id == p.id; });
    });
}

/// A choice corrected the same day was no night, so no return knows of it; it stays on record.
void keepCorrected(const CareHistory& before, CareHistory& after)
{
    for (const Placement& placement : before.placements) {
        if (placement.endsOn != placement.startsOn)
            continue;
        const auto later = std::find_if(
            after.placements.begin(), after.placements.end(),
            [&](const Placement& other) { return other.startsOn >= placement.startsOn; });
        after.placements.insert(later, placement);
    }
}

/// Of two kinds, so that those refused can be counted.
struct ChildFindings {
    MergeFindings refused;
    MergeFindings older;
};

void planChild(Working& entry, ImportPreview& preview, ChildFindings& findings,
               ImportPreview::Plan& plan)
{
    ChildPlan child;
    child.before = entry.before;
    const auto faults = ssda903::historyFaults(entry.episodes, entry.child.birthDate);
    // What is stored may know more than a return can say: what is not news is left alone.
    child.after =
        entry.episodes == entry.storedEpisodes ? child.before : splitEpisodes(entry.episodes);
    keepIdentities(child.before, child.after);
    if (!(child.after == child.before))
        keepCorrected(child.before, child.after);
    const bool refused = !faults.empty() || losesDecidedPlacement(child.before, child.after);
    if (refused) {
        findings.refused.add(
            {Severity::Rejected,
             {},
             0,
             "CHILD",
             entry.child.caseNumber,
             faults.empty() ? "finding.decided-placement" : "finding.history-" + faults.front(),
             {}});
        child.after = child.before;
        if (entry.stored)
            entry.child = *entry.stored;
    }
    if (entry.olderHeader)
        findings.older.add(*entry.olderHeader);
    if (entry.saysOtherwise && !refused)
        findings.older.add(
            {Severity::Warning, {}, 0, "CHILD", entry.child.caseNumber, "finding.put-right", {}});
    child.childChanged = !entry.stored || !(*entry.stored == entry.child);
    child.historyChanged = !(child.before == child.after);
    if (!child.childChanged && !child.historyChanged) {
        ++preview.childrenLeft;
        return;
    }
    ++(entry.stored ? preview.childrenChanged : preview.childrenCreated);
    for (const Placement& placement : child.after.placements) {
        if (placement.id.isEmpty())
            ++preview.placementsCreated;
        else if (std::find(child.before.placements.begin(), child.before.placements.end(),
                           placement) == child.before.placements.end())
            ++preview.placementsChanged;
    }
    child.stored = std::move(entry.stored);
    child.child = std::move(entry.child);
    plan.children.push_back(std::move(child));
}

/// Ends early, and then for nothing, where a stop is asked for.
void planChildren(WorkingChildren& working, const RunControl& control, ImportPreview& preview,
                  ImportPreview::Plan& plan)
{
    ChildFindings findings{{preview.findings, {}}, {preview.findings, {}}};
    for (auto& [number, entry] : working) {
        if (control.stopRequested())
            return;
        if (entry.known)
            planChild(entry, preview, findings, plan);
    }
}

template <typename Record, typename Keep>
void keepByStart(const std::vector<Record>& before, std::vector<Record>& after, Keep keep)
{
    for (Record& record : after) {
        // The last of them where one was corrected the same day.
        const auto same = std::find_if(before.rbegin(), before.rend(), [&](const Record& other) {
            return other.startsOn == record.startsOn;
        });
        if (same == before.rend())
            continue;
        record.id = same->id;
        record.child = same->child;
        record.rowVersion = same->rowVersion;
        keep(*same, record);
    }
}

}  // namespace

void keepIdentities(const CareHistory& before, CareHistory& after)
{
    const auto nothingMore = [](const auto&, auto&) {};
    keepByStart(before.periods, after.periods, nothingMore);
    keepByStart(before.legalStatuses, after.legalStatuses, nothingMore);
    keepByStart(before.placements, after.placements, [](const Placement& was, Placement& is) {
        is.home = was.home;
        is.weeklyCostPence = was.weeklyCostPence;
    });
}

Result<ImportPreview> planImport(Records& records, const ssda903::Return& read,
                                 const RunControl& control)
{
    ImportPreview preview;
    preview.findings = read.findings;
    WorkingChildren working = storedChildren(records, numbersIn(read));
    int filesDone = 0;
    for (const auto& file : read.files) {
        if (control.stopRequested())
            return Error{ErrorCode::Cancelled, "plan import", {}};
        ImportFileSummary summary;
        summary.file = file.name;
        summary.isHeader = file.kind == ssda903::FileKind::Header;
        summary.year = file.year.startYear;
        summary.rows = file.rows;
        if (summary.isHeader)
            takeHeaders(file, working, summary);
        else
            takeEpisodes(file, working, preview, summary);
        summary.rejected = summary.rows - summary.created - summary.changed - summary.left;
        preview.files.push_back(std::move(summary));
        control.progress(++filesDone, static_cast<int>(read.files.size()));
    }
    auto plan = std::make_shared<ImportPreview::Plan>();
    planChildren(working, control, preview, *plan);
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, "plan import", {}};
    preview.plan = std::move(plan);
    return preview;
}

}  // namespace homeward::app
