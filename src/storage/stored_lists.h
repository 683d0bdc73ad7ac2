#pragma once

#include <map>
#include <string>
#include <vector>

namespace homeward::storage {

// Lists and small maps in one text column, as JSON, because names may hold any separator.

std::string listToColumn(const std::vector<std::string>& items);
/// Throws DamagedRecord.
std::vector<std::string> listFromColumn(const std::string& text);

std::string fieldsToColumn(const std::map<std::string, std::string>& fields);
/// Throws DamagedRecord.
std::map<std::string, std::string> fieldsFromColumn(const std::string& text);

}  // namespace homeward::storage
