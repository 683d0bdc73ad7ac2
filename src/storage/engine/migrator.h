#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "support/date.h"
#include "support/result.h"

namespace soci {
class session;
}

namespace homeward::storage {

/// One numbered step of schemas/migrations; released steps are never edited.
struct Migration {
    int version = 0;
    int minReader = 0;  ///< Oldest program that can still read and write a store of this version.
    std::string_view script;
};

/// The steps built into the program, by rising version, without gaps from 1.
const std::vector<Migration>& builtInMigrations();

/// A step from its file name ("0007_exemption.sql") and text (first line "-- min_reader: 6").
/// Empty: name or header is not of that form.
std::optional<Migration> parseMigration(std::string_view fileName, std::string_view script);

struct SchemaState {
    int version = 0;
    int minReader = 0;
};

/// Empty: no store of ours. Throws storage exceptions.
std::optional<SchemaState> schemaState(soci::session& sql);

/// Makes the version table of a new store. Throws storage exceptions.
void makeVersionTable(soci::session& sql);

/// Runs every step above the stored version, each with its number in one transaction; a step that
/// another program has taken meanwhile is skipped. Throws storage exceptions; finished steps stay.
void migrate(soci::session& sql, std::span<const Migration> steps, Timestamp at);

/// What is wrong with the file, in the engine's words without values; empty: nothing. `thorough`
/// also compares indexes with tables. Throws storage exceptions.
std::optional<std::string> integrityProblem(soci::session& sql, bool thorough);

}  // namespace homeward::storage
