#include <nlohmann/json.hpp>

#include "storage/backups/backup_file.h"
#include "storage/backups/backup_form.h"

namespace homeward::storage {
namespace {

using Json = nlohmann::json;

constexpr int kForm = 1;
constexpr std::string_view kMagic = "homeward-backup 1\n";
constexpr std::string_view kMagicOfAnyForm = "homeward-backup ";
constexpr std::size_t kLengthDigits = 8;
constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::size_t kMostKeysBytes = std::size_t{1} << 20;
constexpr std::size_t kMostNameBytes = 10'000;
constexpr std::size_t kHashDigits = 64;
constexpr int kMostSchemaVersion = 1'000'000;

/// A header has a handful of plain values; anything nested or longer is not read to its end.
Json parsedFlat(std::string_view text)
{
    constexpr int kMostValues = 64;
    int values = 0;
    return Json::parse(text, [&values](int depth, Json::parse_event_t, const Json&) {
        if (depth > 1 || ++values > kMostValues)
            throw std::invalid_argument("not flat");
        return true;
    });
}

std::int64_t integer(const Json& json, const char* name, std::int64_t most)
{
    const Json& value = json.at(name);
    if (!value.is_number_integer() ||
        (value.is_number_unsigned() &&
         value.get<std::uint64_t>() > static_cast<std::uint64_t>(most)))
        throw std::invalid_argument(name);
    const auto number = value.get<std::int64_t>();
    if (number < 0 || number > most)
        throw std::invalid_argument(name);
    return number;
}

std::string text(const Json& json, const char* name, std::size_t most)
{
    const auto& value = json.at(name).get_ref<const std::string&>();
    if (value.size() > most)
        throw std::invalid_argument(name);
    return value;
}

BackupHeader headerFrom(const Json& json)
{
    BackupHeader header;
    header.authorityName = text(json, "authority", kMostNameBytes);
    header.demonstration = json.at("demonstration").get<bool>();
    const auto madeAt = Timestamp::fromIso(text(json, "made_at", 40));
    if (!madeAt)
        throw std::invalid_argument("made_at");
    header.madeAt = *madeAt;
    header.schemaVersion = static_cast<int>(integer(json, "schema_version", kMostSchemaVersion));
    header.head.sequence = integer(json, "sequence", INT64_MAX);
    header.head.hash = text(json, "hash", kHashDigits);
    header.keysText = text(json, "keys", kMostKeysBytes);
    header.databaseBytes =
        static_cast<std::uint64_t>(integer(json, "database_bytes", kMostDatabaseBytes));
    return header;
}

}  // namespace

Error badBackup(const char* rule)
{
    return {ErrorCode::FileUnreadable, std::string("backup: ") + rule, {{"rule", rule}}};
}

Result<std::size_t> backupPrefixBytes(std::string_view start)
{
    if (!start.starts_with(kMagicOfAnyForm))
        return badBackup("not-a-backup");
    if (!start.starts_with(kMagic)) {
        const std::string_view form = start.substr(kMagicOfAnyForm.size());
        const std::size_t digits = std::min(form.find_first_not_of("0123456789"), form.size());
        const bool newer = digits > 0 && digits < form.size() && form[digits] == '\n' &&
                           form.front() != '0' && form.substr(0, digits) != "1";
        return newer ? Error{ErrorCode::StoreTooNew, "backup: newer form", {}}
                     : badBackup("damaged-backup");
    }
    if (start.size() < kBackupPrefixBytes || start[kBackupPrefixBytes - 1] != '\n')
        return badBackup("damaged-backup");
    std::size_t length = 0;
    for (const char digit : start.substr(kMagic.size(), kLengthDigits)) {
        const std::size_t value = kHexDigits.find(digit);
        if (value == std::string_view::npos)
            return badBackup("damaged-backup");
        length = length * 16 + value;
    }
    if (length > kMostHeaderBytes)
        return badBackup("damaged-backup");
    return kBackupPrefixBytes + length;
}

Result<ParsedBackupHeader> parseBackupHeader(std::string_view start)
{
    const Result<std::size_t> bytes = backupPrefixBytes(start);
    if (!bytes)
        return bytes.error();
    if (start.size() < *bytes)
        return badBackup("damaged-backup");
    try {
        const Json json = parsedFlat(start.substr(kBackupPrefixBytes, *bytes - kBackupPrefixBytes));
        if (integer(json, "min_reader", kMostSchemaVersion) > kForm)
            return Error{ErrorCode::StoreTooNew, "backup: newer form", {}};
        return ParsedBackupHeader{headerFrom(json), *bytes};
    } catch (const std::exception&) {
        return badBackup("damaged-backup");
    }
}

std::string backupPrefix(const BackupHeader& header)
{
    const std::string json = Json{
        {"form", kForm},
        {"min_reader", kForm},
        {"authority", header.authorityName},
        {"demonstration", header.demonstration},
        {"made_at", header.madeAt.toIso()},
        {"schema_version", header.schemaVersion},
        {"sequence", header.head.sequence},
        {"hash", header.head.hash},
        {"keys", header.keysText},
        {"database_bytes",
         header.databaseBytes}}.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::string length(kLengthDigits, '0');
    std::size_t rest = json.size();
    for (std::size_t at = kLengthDigits; at-- > 0; rest /= 16)
        length[at] = kHexDigits[rest % 16];
    return std::string(kMagic) + length + '\n' + json;
}

}  // namespace homeward::storage
