#pragma once

#include <vector>

#include "support/date.h"

namespace homeward {

inline constexpr int kBackupDays = 7;
inline constexpr int kBackupWeeks = 5;
inline constexpr int kBackupMonths = 12;

/// Which of backups made at `moments` (any order) to keep, by index: the newest of each of the last
/// 7 days, 5 ISO weeks and 12 months that have one, in UTC. Days without a backup count for
/// nothing, so a long pause lets none go, and the newest always stays.
std::vector<bool> backupsToKeep(const std::vector<Timestamp>& moments);

}  // namespace homeward
