#pragma once

#include <QString>
#include <string>

#include "documents/message_catalogue.h"

namespace homeward::ui {

/// The sentences that the window shares with documents and the command line, in the language in
/// use; from any thread.
const documents::MessageCatalogue& catalogue();
/// From now on these; they stay as long as the program runs.
void useCatalogue(const documents::MessageCatalogue& words);
/// The sentence of a key, with its facts.
QString sentence(const std::string& key, const documents::Facts& facts = {});

}  // namespace homeward::ui
