#pragma once

#include <filesystem>
#include <vector>

#include "support/result.h"

namespace homeward::exchange::ssda903 {

/// The files named, and for each folder named those in it and in its folders that may be of a
/// return: tables of any name and capitals (.csv, .txt, .tsv), and what people save instead (.xml,
/// .xlsx, .xls, .ods), so that it can be named. Sorted by path within a folder; hidden ones are
/// left out. At most kMostFiles + 1. Fails with: InvalidInput (files: no-tables-here, fact file:
/// the folder).
Result<std::vector<std::filesystem::path>> returnFilesIn(
    const std::vector<std::filesystem::path>& named);

}  // namespace homeward::exchange::ssda903
