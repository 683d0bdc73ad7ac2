#pragma once

#include <QString>
#include <string>

#include "documents/message_catalogue.h"

namespace homeward::ui {

/// The sentences that the window shares with documents and the command line.
const documents::MessageCatalogue& catalogue();
/// The sentence of a key, with its facts.
QString sentence(const std::string& key, const documents::Facts& facts = {});

}  // namespace homeward::ui
