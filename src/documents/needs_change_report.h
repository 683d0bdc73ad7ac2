#pragma once

#include <string>

#include "analytics/needs_change.h"
#include "documents/message_catalogue.h"
#include "domain/needs_framework.h"

namespace homeward::documents {

/// Change in assessed need as a plain text table, one line per domain and the total. Groups too
/// small to show say so.
std::string needsChangeText(const analytics::NeedsChange& change, const NeedsFramework& framework,
                            const MessageCatalogue& words);

}  // namespace homeward::documents
