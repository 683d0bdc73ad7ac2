#pragma once

#include <functional>
#include <string>
#include <vector>

#include "domain/care_history.h"
#include "domain/child.h"
#include "domain/statutory_codes.h"
#include "support/result.h"

namespace homeward::exchange::ssda903 {

struct ChildReturn {
    Child child;
    std::vector<Episode> episodes;  ///< whole history, as deriveEpisodes gives it
};

/// <startYear>-header.csv and <startYear>-episodes.csv of each year.
std::vector<std::string> returnFileNames(const std::vector<CollectionYear>& years);

/// Hands the text of each of those files to `write`, one after another: the episodes that hold on
/// any day of the year, ends after the year left open, as an authority would have sent them. CRLF,
/// UTF-8. Fails with: the errors of `write`, at the first of them.
Result<Done> writeReturns(
    const std::vector<ChildReturn>& children, const std::vector<CollectionYear>& years,
    const std::function<Result<Done>(const std::string& name, const std::string& text)>& write);

}  // namespace homeward::exchange::ssda903
