#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analytics/framework_change.h"
#include "app/session/session.h"
#include "domain/needs/needs_framework.h"
#include "support/result.h"
#include "support/run_control.h"

namespace homeward::app {

struct FrameworkRow {
    FrameworkVersionId id;
    std::string title;
    std::string key;
    std::string version;
    int domains = 0;
    Timestamp loadedAt;
    std::string loadedByName;
    bool current = false;  ///< new assessments and skills profiles are made in it
    int assessments = 0;   ///< made in it
};
/// Newest first.
Result<std::vector<FrameworkRow>> listFrameworks(Session& session);
Result<NeedsFramework> framework(Session& session, const FrameworkVersionId& id);
Result<NeedsFramework> currentFramework(Session& session);

/// Reads and checks a file of at most 2 MiB without storing it. Fails with: FileUnreadable,
/// Cancelled, InvalidInput (facts path, problems, more; or line and column for malformed or hostile
/// JSON).
Result<NeedsFramework> readFrameworkFile(const std::filesystem::path& file,
                                         const RunControl& control = {});

/// What making a framework current does to what is on record; it may be stored already or not.
struct FrameworkConsequences {
    analytics::FrameworkChange change;
    std::vector<std::string> leftOutTitles;  ///< of change.leftOut, as the domains were called
    std::vector<std::string> newTitles;      ///< of change.newDomains
    int drafts = 0;  ///< assessments being written, which are finished in their own version
    int openSearches =
        0;  ///< children with a list of the last 28 days from which nobody was chosen
};
/// Fails with: Cancelled, StoreDamaged.
Result<FrameworkConsequences> frameworkConsequences(Session& session,
                                                    const NeedsFramework& framework,
                                                    const RunControl& control = {});

/// Stores a version and makes it current. The same version loaded again is left as it is.
/// Needs Right::ManageFrameworks. Fails with: InvalidInput (version: already-exists with other
/// content), NotPermitted.
Result<FrameworkVersionId> loadFramework(Session& session, const NeedsFramework& framework);

/// Which stored version new documents are made in. Needs Right::ManageFrameworks.
Result<Done> makeCurrent(Session& session, const FrameworkVersionId& id);

/// The file's text, to hand on or to start an own version from.
std::string frameworkJson(const NeedsFramework& framework);

}  // namespace homeward::app
