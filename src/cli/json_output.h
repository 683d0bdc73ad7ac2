#pragma once

#include <string>

#include "analytics/published_change.h"
#include "app/authority/backups.h"
#include "app/authority/demonstration.h"
#include "app/authority/restore.h"
#include "app/exchange/import_return.h"
#include "app/exchange/postcodes.h"
#include "app/matching/matching_service.h"
#include "app/records/merging.h"
#include "app/needs/assessments.h"
#include "app/trust/verify.h"
#include "documents/message_catalogue.h"
#include "domain/child.h"

namespace homeward::cli {

// Each answer as indented JSON text with a line end. Names of fields are stable.

std::string demoJson(const app::DemonstrationPlan& plan, const app::AuthorityInfo& authority);
std::string importJson(const app::ImportPreview& preview, bool committed,
                       const documents::MessageCatalogue& words);
std::string importsJson(const std::vector<app::ImportRow>& imports);
std::string mergeJson(const app::MergePreview& preview, bool merged);
std::string postcodesJson(const app::PostcodesLoaded& loaded,
                          const app::PostcodeDirectory& directory);
std::string assessJson(const app::AssessedFromFile& outcome);
/// At most `limit` candidates and near misses; everybody else with all reasons.
std::string shortlistJson(const app::ShortlistAnswer& answer, const std::string& caseNumber,
                          std::size_t limit, const documents::MessageCatalogue& words);
std::string trendJson(const analytics::PublishedChange& change, const NeedsFramework& framework,
                      const Cohort& cohort, Date asOf, const documents::MessageCatalogue& words);
std::string verifyJson(const app::VerifyReport& report);
std::string backupJson(const app::BackupInfo& backup);
std::string backupsJson(const std::vector<app::ListedBackup>& backups);
/// `comparison` and `kept` (where the replaced authority is) may be missing.
std::string restoreJson(const app::RestoredBackup& restored,
                        const std::optional<app::BackupComparison>& comparison,
                        const std::optional<std::filesystem::path>& kept);
std::string headJson(const app::TrailEnd& end);
std::string headJson(const app::TrailEndAnswer& answer);

}  // namespace homeward::cli
