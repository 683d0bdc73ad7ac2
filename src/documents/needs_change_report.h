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

/// How published figures were rounded and why, in one sentence or two.
std::string roundedNote(const MessageCatalogue& words);

}  // namespace homeward::documents
