#pragma once

#include <QString>
#include <map>
#include <string>

#include "app/trust/audit_trail.h"

namespace homeward::ui {

/// Names that a history needs to be read: of people, homes, frameworks by id, of domains by key.
struct HistoryNames {
    std::map<std::string, std::string> ids;
    std::map<std::string, std::string> domains;
};

// Words for the keys that the audit trail keeps, the same in forms. Unknown use cases are shown as
// they are.

/// Who did it: the person's name, else the account's.
QString personOf(const app::AuditRow& row);
/// "Completed a needs assessment" for "complete-assessment".
QString useCaseText(const std::string& useCase);
/// "Preferred name" for "preferredName", spelled out where no other words are given; "Level,
/// Keeping safe" for "level.keeping-safe".
QString fieldText(const std::string& field, const HistoryNames& names);
/// As a reader expects it: names for ids, yes and no, dates by locale; nothing: an en dash.
QString valueText(const std::string& field, const std::string& value, const HistoryNames& names);

}  // namespace homeward::ui
