#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/exchange/import_child.h"
#include "app/exchange/import_plan.h"
#include "domain/finding.h"

// What an import finds between rows, years and records.

namespace homeward::app {

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
    ~MergeFindings() { finish(); }
    void add(Finding finding);
    /// Adds how many were not kept; once.
    void finish();

private:
    std::vector<Finding>& m_findings;
    std::string m_file;
    std::size_t m_count = 0;
    bool m_moreRejected = false;
};

Finding about(const ReportedRow& row, Severity severity, const std::string& reason);
Finding aboutChild(const std::string& caseNumber, Severity severity, const std::string& reason);
/// Fields that were edited here and stay, of which the return says otherwise.
Finding keptHere(const DerivedChild& derived);
/// A child who is in care on record, and in no row of a later complete year.
Finding silence(const std::string& caseNumber, const CareHistory& history, CollectionYear latest);

/// What rows of the returns say that could not stand as it is said: an overlap was ended, one of
/// two ends was taken.
void addRepaired(const std::string& caseNumber, const ReportedChild& reported,
                 MergeFindings& findings);

/// First calendar years of which the return has header and episodes.
std::set<int> completeYears(const exchange::ssda903::Return& read);
/// Keys of the children in any row of a year.
std::set<std::string> heardIn(const exchange::ssda903::Return& read, CollectionYear year);
/// Years missing between two of the return, and headers whose children have no episode.
void addGaps(const exchange::ssda903::Return& read, std::vector<Finding>& findings);

/// Somebody whom a return would make a child on record.
struct AskedPerson {
    std::string key;
    std::string number;
    std::string upn;  ///< upnKey; empty: none
    Date birthDate;
    ReportedRow header;
};
/// Same pupil number and birth date as a child on record, or as another of these, under another
/// number: not made, but asked about. `refuse` gets the key.
void refuseSamePerson(Records& records, const std::vector<AskedPerson>& people,
                      std::vector<Finding>& findings,
                      const std::function<void(const std::string& key)>& refuse);

/// Which values of a child on record change.
void addChanges(const ChildPlan& plan, std::vector<ImportChange>& changes);

}  // namespace homeward::app
