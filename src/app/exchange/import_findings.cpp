#include "app/exchange/import_findings.h"

#include <algorithm>

#include "app/trust/audit_fields.h"
#include "domain/identity.h"
#include "exchange/finding.h"

namespace homeward::app {
namespace {

namespace ssda903 = exchange::ssda903;

std::string yearText(int year)
{
    const std::string next = std::to_string(year + 1);
    return std::to_string(year) + "-" + next.substr(next.size() - 2);
}

const Episode* startingOn(const std::vector<Episode>& episodes, Date day)
{
    const auto found = std::ranges::lower_bound(episodes, day, {}, &Episode::startsOn);
    return found == episodes.end() || found->startsOn != day ? nullptr : &*found;
}

bool hasOtherEnd(const Episode& told, const Episode& stands)
{
    return told.endsOn && stands.endsOn != told.endsOn;
}

/// What changed, as fields in words of the trail.
void addDifferences(const std::string& caseNumber, const AuditFields& was, const AuditFields& is,
                    const std::set<std::string>& fields, std::vector<ImportChange>& changes)
{
    for (const std::string& field : fields) {
        const auto before = was.find(field);
        const auto after = is.find(field);
        const std::string from = before == was.end() ? "" : before->second;
        const std::string to = after == is.end() ? "" : after->second;
        if (from != to)
            changes.push_back({caseNumber, field, from, to});
    }
}

std::string placementText(const Placement& placement)
{
    return placement.startsOn.toIso() + " " + placement.placeCode + " " + placement.placePostcode +
           " - " + (placement.endsOn ? placement.endsOn->toIso() : "");
}

}  // namespace

void MergeFindings::add(Finding finding)
{
    if (++m_count <= exchange::kKeptFindings)
        m_findings.push_back(std::move(finding));
    else
        m_moreRejected = m_moreRejected || finding.isRejected();
}

void MergeFindings::finish()
{
    if (m_count > exchange::kKeptFindings) {
        Finding more;
        more.severity = m_moreRejected ? Severity::Rejected : Severity::Warning;
        more.file = m_file;
        more.reason = "finding.more-findings";
        more.facts = {{"count", std::to_string(m_count - exchange::kKeptFindings)}};
        m_findings.push_back(std::move(more));
    }
    m_count = 0;
}

Finding about(const ReportedRow& row, Severity severity, const std::string& reason)
{
    Finding finding;
    finding.severity = severity;
    finding.file = row.file;
    finding.line = row.line;
    finding.column = "CHILD";
    finding.value = row.cells.substr(0, row.cells.find('\t'));
    finding.reason = reason;
    return finding;
}

Finding aboutChild(const std::string& caseNumber, Severity severity, const std::string& reason)
{
    Finding finding;
    finding.severity = severity;
    finding.column = "CHILD";
    finding.value = caseNumber;
    finding.reason = reason;
    return finding;
}

Finding keptHere(const DerivedChild& derived)
{
    Finding finding =
        aboutChild(derived.child.caseNumber, Severity::Warning, "finding.edited-here");
    std::string fields;
    for (const std::string& field : derived.kept)
        fields += (fields.empty() ? "" : ", ") + field;
    finding.facts = {{"fields", fields}};
    return finding;
}

Finding silence(const std::string& caseNumber, const CareHistory& history, CollectionYear latest)
{
    Finding finding = aboutChild(caseNumber, Severity::Warning, "finding.silence");
    finding.facts = {{"since", history.periods.back().startsOn.toIso()},
                     {"year", yearText(latest.startYear)}};
    return finding;
}

void addRepaired(const std::string& caseNumber, const ReportedChild& reported,
                 MergeFindings& findings)
{
    for (const Episode& told : reported.now.told) {
        const Episode* stands = startingOn(reported.now.episodes, told.startsOn);
        const bool noNight = told.endsOn && *told.endsOn <= told.startsOn;
        if (noNight || (stands && !hasOtherEnd(told, *stands)))
            continue;
        const bool toldBefore =
            std::ranges::find(reported.was.told, told) != reported.was.told.end();
        if (toldBefore)
            continue;
        Finding finding = aboutChild(caseNumber, Severity::Warning, "finding.repaired");
        finding.facts = {{"start", told.startsOn.toIso()}};
        if (told.endsOn)
            finding.facts["end"] = told.endsOn->toIso();
        if (stands && stands->endsOn)
            finding.facts["stands"] = stands->endsOn->toIso();
        findings.add(std::move(finding));
        return;  // one a child: the person looks at the whole history
    }
}

std::set<int> completeYears(const ssda903::Return& read)
{
    std::set<int> headers;
    std::set<int> episodes;
    for (const auto& file : read.files)
        (file.kind == ssda903::FileKind::Header ? headers : episodes).insert(file.year.startYear);
    std::set<int> complete;
    std::ranges::set_intersection(headers, episodes, std::inserter(complete, complete.end()));
    return complete;
}

std::set<std::string> heardIn(const ssda903::Return& read, CollectionYear year)
{
    std::set<std::string> heard;
    for (const auto& file : read.files) {
        if (file.year != year)
            continue;
        for (const auto& row : file.headers)
            heard.insert(caseNumberKey(row.childNumber));
        for (const auto& row : file.episodes)
            heard.insert(caseNumberKey(row.childNumber));
    }
    return heard;
}

void addGaps(const ssda903::Return& read, std::vector<Finding>& findings)
{
    const std::set<int> years = completeYears(read);
    for (auto year = years.begin(); year != years.end() && std::next(year) != years.end(); ++year) {
        const int first = *year + 1;
        const int last = *std::next(year) - 1;
        if (last < first)
            continue;
        Finding finding;
        finding.severity = Severity::Warning;
        finding.reason = "finding.year-missing";
        finding.facts = {{"first", yearText(first)}};
        if (last > first)
            finding.facts["last"] = yearText(last);
        findings.push_back(std::move(finding));
    }
    for (const auto& file : read.files) {
        if (file.kind != ssda903::FileKind::Header || !years.contains(file.year.startYear))
            continue;
        std::set<std::string> placed;
        for (const auto& other : read.files)
            if (other.year == file.year)
                for (const auto& row : other.episodes)
                    placed.insert(caseNumberKey(row.childNumber));
        const auto without = std::ranges::count_if(file.headers, [&](const auto& row) {
            return !placed.contains(caseNumberKey(row.childNumber));
        });
        if (without == 0)
            continue;
        Finding finding;
        finding.severity = Severity::Warning;
        finding.file = file.name;
        finding.reason = "finding.without-episodes";
        finding.facts = {{"count", std::to_string(without)}};
        findings.push_back(std::move(finding));
    }
}

void refuseSamePerson(Records& records, const std::vector<AskedPerson>& people,
                      std::vector<Finding>& findings,
                      const std::function<void(const std::string& key)>& refuse)
{
    std::map<std::pair<std::string, Date>, std::string> known;
    for (const Child& child : records.children.all())
        if (const std::string upn = upnKey(child.upn); !upn.empty())
            known.emplace(std::pair(upn, child.birthDate), child.caseNumber);
    for (const AskedPerson& person : people) {
        if (person.upn.empty())
            continue;
        const auto [same, isNew] =
            known.emplace(std::pair(person.upn, person.birthDate), person.number);
        if (isNew)
            continue;
        Finding finding = about(person.header, Severity::Rejected, "finding.same-person");
        finding.facts = {{"other", same->second}};
        findings.push_back(std::move(finding));
        refuse(person.key);
    }
}

void addChanges(const ChildPlan& plan, std::vector<ImportChange>& changes)
{
    addDifferences(plan.child.caseNumber, auditFields(*plan.stored), auditFields(plan.child),
                   {"birthDate", "sex", "upn", "ethnicity"}, changes);
    for (const Placement& placement : plan.after.placements) {
        const auto was = std::ranges::find(plan.before.placements, placement.id, &Placement::id);
        if (!placement.id.isEmpty() && was != plan.before.placements.end() && !(*was == placement))
            changes.push_back({plan.child.caseNumber, "placement", placementText(*was),
                               placementText(placement)});
    }
    for (const Placement& placement : plan.before.placements)
        if (std::ranges::find(plan.after.placements, placement.id, &Placement::id) ==
            plan.after.placements.end())
            changes.push_back({plan.child.caseNumber, "placement", placementText(placement), ""});
}

}  // namespace homeward::app
