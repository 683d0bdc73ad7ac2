#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/session/session.h"
#include "domain/finding.h"
#include "domain/reported.h"
#include "support/result.h"
#include "support/run_control.h"

namespace homeward::app {

/// What one file would do.
struct ImportFileSummary {
    std::string file;
    bool isHeader = true;  ///< else episodes
    int year = 0;          ///< first calendar year of the collection year
    int rows = 0;
    int created = 0;  ///< rows that bring a new child (header) or a new episode
    int changed = 0;
    int left = 0;  ///< rows that change nothing
    int rejected = 0;
};

/// One value of a child on record that an import changes.
struct ImportChange {
    std::string child;  ///< case number
    std::string field;  ///< name of the field, or "placement"
    std::string from;   ///< as the audit trail keeps it; empty: there was none
    std::string to;
    bool operator==(const ImportChange&) const = default;
};

/// What a person says of the files of an import.
struct ImportOptions {
    std::optional<int> year;  ///< first calendar year of the collection year of all of them
    /// Into a demonstration although the return looks real, or the other way round.
    bool anyway = false;
};

/// "2018-19", "2018/19", "1819", "2018": the first calendar year; empty: none of them.
std::optional<int> collectionYearIn(const std::string& text);

/// What the whole import would do. Nothing is written before commitImport.
struct ImportPreview {
    std::vector<ImportFileSummary> files;
    std::vector<Finding> findings;
    std::vector<ImportChange> changes;     ///< of children on record, by case number
    std::vector<std::string> withoutYear;  ///< names of files whose year has to be said
    int rowsNew = 0;                       ///< rows that were not reported before
    /// Invented data for a real authority, or real data for a demonstration: to be asked about.
    bool isOfAnotherWorld = false;
    int childrenCreated = 0;
    int childrenChanged = 0;
    int childrenLeft = 0;
    int placementsCreated = 0;
    int placementsChanged = 0;
    int episodes = 0;  ///< that the returns together say of the children of this one, each once
    bool changesNothing() const { return childrenCreated + childrenChanged + rowsNew == 0; }
    int rowsRejected() const;     ///< of all files
    int filesUnread() const;      ///< not taken at all
    int childrenRefused() const;  ///< left as they are, see the findings

    struct Plan;  ///< what commitImport writes; known to src/app only
    std::shared_ptr<const Plan> plan;
};

/// Reads files and folders (exchange/ssda903/return_files.h), checks, and works out what the
/// records become: the history of a child is derived from the rows of all returns ever taken, and
/// from what was decided here. Needs Right::ImportReturns. Fails with: Cancelled, NotPermitted,
/// FileUnreadable (no file could be read), InvalidInput (files: no-tables-here, too-many).
Result<ImportPreview> previewImport(Session& session,
                                    const std::vector<std::filesystem::path>& files,
                                    const RunControl& control = {},
                                    const ImportOptions& options = {});

struct ImportOutcome {
    int childrenCreated = 0;
    int childrenChanged = 0;
    int placementsCreated = 0;
    int placementsChanged = 0;
};

/// Writes a preview in one transaction, with the rows as they were reported and the findings. Fails
/// with: EditConflict (a child changed since the preview: look again), Cancelled (nothing written),
/// NotPermitted, InvalidInput (files: another-world where isOfAnotherWorld was not asked about).
Result<ImportOutcome> commitImport(Session& session, const ImportPreview& preview,
                                   const RunControl& control = {},
                                   const ImportOptions& options = {});

/// An import that stands on record.
struct ImportRow {
    ImportId id;
    Timestamp at;
    std::string by;     ///< person
    std::string files;  ///< names, by commas
    int childrenCreated = 0;
    int childrenChanged = 0;
    std::size_t findings = 0;
    bool undone = false;
    bool canBeUndone = false;  ///< the last that stands
};
/// Newest first.
Result<std::vector<ImportRow>> importsOf(Session& session);
/// As findingsCsv wrote them. Fails with: NotFound.
Result<std::string> findingsOfImport(Session& session, const ImportId& id);

/// Takes the last import back: its rows count no more, children whom only it brought go. Needs
/// Right::ImportReturns. Fails with: NotFound, NotPermitted, InvalidInput (import: not-the-last;
/// built-upon with fact child: somebody worked on a child that would go, or a placement decided
/// here would).
Result<Done> undoImport(Session& session, const ImportId& id);

/// The findings as CSV text.
std::string findingsCsv(const std::vector<Finding>& findings);

}  // namespace homeward::app
