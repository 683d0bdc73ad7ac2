#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include "storage/engine/database.h"
#include "storage/engine/migrator.h"

namespace homeward::storage {

// Database::create and Database::open with the migrations as an argument; tests bring their own.

Result<std::unique_ptr<Database>> createStore(const std::filesystem::path& file, const Secret& key,
                                              std::span<const Migration> steps);

Result<std::unique_ptr<Database>> openStore(const std::filesystem::path& file, const Secret& key,
                                            const std::filesystem::path& backupFolder,
                                            std::span<const Migration> steps);

}  // namespace homeward::storage
