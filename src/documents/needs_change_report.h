#pragma once

#include <string>

#include "analytics/published_change.h"
#include "documents/message_catalogue.h"
#include "domain/needs/needs_framework.h"

namespace homeward::documents {

/// Change in assessed need as a plain text table, one line per domain and the total. Groups too
/// small to show say so; the last line says how figures were rounded.
std::string needsChangeText(const analytics::PublishedChange& change,
                            const NeedsFramework& framework, const MessageCatalogue& words);

/// What stands with published figures: how they were rounded and why, and what of a change comes
/// about by chance alone.
std::string trendNote(const MessageCatalogue& words);

/// What of a change comes about by chance alone (regression to the mean), in a sentence.
std::string regressionNote(const MessageCatalogue& words);

}  // namespace homeward::documents
