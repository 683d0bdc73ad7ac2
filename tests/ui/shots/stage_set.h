#pragma once

#include <filesystem>
#include <memory>

#include "app/session/session.h"

namespace homeward::ui::shots {

/// The demonstration that the pictures show: the same on every computer and every day.
std::unique_ptr<app::Session> openDemonstration(const std::filesystem::path& folder);

/// A review that is half written: levels moved, one domain confirmed, evidence in plain words.
void writeDraft(app::Session& session, const ChildId& child);

/// A return of which some rows cannot be taken. Gives its files.
std::vector<std::filesystem::path> writeReturn(const std::filesystem::path& folder);

}  // namespace homeward::ui::shots
