#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/session/session.h"
#include "domain/finding.h"
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

/// What the whole import would do. Nothing is written before commitImport.
struct ImportPreview {
    std::vector<ImportFileSummary> files;
    std::vector<Finding> findings;
    int childrenCreated = 0;
    int childrenChanged = 0;
    int childrenLeft = 0;
    int placementsCreated = 0;
    int placementsChanged = 0;
    bool changesNothing() const { return childrenCreated + childrenChanged == 0; }
    int rowsRejected() const;     ///< of all files
    int filesUnread() const;      ///< not taken at all
    int childrenRefused() const;  ///< left as they are, see the findings

    struct Plan;  ///< what commitImport writes; known to src/app only
    std::shared_ptr<const Plan> plan;
};

/// Reads, checks, merges with what is stored. Needs Right::ImportReturns.
/// Fails with: Cancelled, NotPermitted, FileUnreadable (no file could be read).
Result<ImportPreview> previewImport(Session& session,
                                    const std::vector<std::filesystem::path>& files,
                                    const RunControl& control = {});

struct ImportOutcome {
    int childrenCreated = 0;
    int childrenChanged = 0;
    int placementsCreated = 0;
    int placementsChanged = 0;
};

/// Writes a preview in one transaction. Fails with: EditConflict (a child changed since the
/// preview: look again), Cancelled (nothing written), NotPermitted.
Result<ImportOutcome> commitImport(Session& session, const ImportPreview& preview,
                                   const RunControl& control = {});

/// The findings as CSV text.
std::string findingsCsv(const ImportPreview& preview);

}  // namespace homeward::app
