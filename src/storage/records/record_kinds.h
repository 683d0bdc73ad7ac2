#pragma once

#include <array>
#include <string_view>

namespace homeward::storage {

/// Rows that belong to a record and have no life of their own.
struct DetailTable {
    std::string_view table;
    std::string_view owner;  ///< Column with the record's key.
    std::string_view order;  ///< Column that orders them; with the owner it is unique.
};

/// A kind of record: one table, with the detail rows that are part of it.
struct RecordKind {
    std::string_view table;
    std::string_view key;
    DetailTable details = {};
};

/// Everything that is sealed. Not here: drafts and the view log (replaced or only added to, not
/// relied on as they stand), the trail itself, the schema version.
inline constexpr std::array kRecordKinds{
    RecordKind{"account", "id"},
    RecordKind{"store_info", "name"},
    RecordKind{"framework_version", "id"},
    RecordKind{"policy_version", "version"},
    RecordKind{"provider", "id"},
    RecordKind{"child", "id", {"sibling_link", "child", "sibling"}},
    RecordKind{"child_merge", "id"},
    RecordKind{"care_period", "id"},
    RecordKind{"legal_status", "id"},
    RecordKind{"home", "id"},
    RecordKind{"placement", "id"},
    RecordKind{"decided_days", "id"},
    RecordKind{"return_import", "id"},
    RecordKind{"skills_profile", "id", {"skill", "profile", "position"}},
    RecordKind{"assessment", "id", {"rating", "assessment", "position"}},
    RecordKind{"household_version", "number"},
    RecordKind{"search", "id"},
    RecordKind{"decision", "id"},
};

}  // namespace homeward::storage
