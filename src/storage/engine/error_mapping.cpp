#include "storage/engine/error_mapping.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <cerrno>
#include <new>
#include <typeinfo>

#include "storage/engine/soci_types.h"

namespace homeward::storage {
namespace {

ErrorCode codeOf(int sqliteResult)
{
    switch (sqliteResult & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return ErrorCode::StoreLocked;
        // Domain code has checked already, so a colleague wrote in between.
        case SQLITE_CONSTRAINT:
            return ErrorCode::EditConflict;
        case SQLITE_FULL:
            return ErrorCode::StorageFull;
        case SQLITE_NOTADB:
            return ErrorCode::StoreForeign;
        case SQLITE_CORRUPT:
            return ErrorCode::StoreDamaged;
        case SQLITE_ERROR:
        case SQLITE_MISMATCH:
        case SQLITE_MISUSE:
        case SQLITE_RANGE:
            return ErrorCode::Internal;
        default:
            return ErrorCode::StorageFailed;
    }
}

}  // namespace

Error toError(int sqliteResult, const std::string& label)
{
    return {codeOf(sqliteResult), label + ": sqlite " + std::to_string(sqliteResult), {}};
}

Error toError(const std::exception& thrown, const std::string& label)
{
    if (const auto* lite = dynamic_cast<const soci::sqlite3_soci_error*>(&thrown))
        return toError(lite->result(), label);
    if (dynamic_cast<const soci::soci_error*>(&thrown))
        return {ErrorCode::Internal, label + ": soci", {}};
    if (dynamic_cast<const DamagedRecord*>(&thrown))
        return {ErrorCode::StoreDamaged, label + ": a stored value cannot be read", {}};
    return {ErrorCode::Internal, label + ": " + typeid(thrown).name(), {}};
}

}  // namespace homeward::storage
