#include "storage/engine/connection.h"

#include <sodium.h>

#include <string>

#include "support/text/path_text.h"

namespace homeward::storage {
namespace {

using sqlite_api::sqlite3;

constexpr int kBusyTimeoutMs = 5000;

struct CloseHandle {
    void operator()(sqlite3* handle) const { sqlite_api::sqlite3_close(handle); }
};
using Handle = std::unique_ptr<sqlite3, CloseHandle>;

[[noreturn]] void fail(const char* step, int result)
{
    throw soci::sqlite3_soci_error(step, result);
}

/// A log with something in it may hold the newest pages, so the file alone would not tell the
/// truth.
bool hasWriteAheadLog(const std::filesystem::path& file)
{
    std::filesystem::path log = file;
    log += "-wal";
    std::error_code missing;
    const std::uintmax_t size = std::filesystem::file_size(log, missing);
    return !missing && size > 0;
}

/// file: URI that SQLite opens without locks, shared memory or log.
std::string immutableUri(const std::filesystem::path& file)
{
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : pathText(std::filesystem::absolute(file))) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || c == '/' || c == '-' || c == '_' || c == '.') {
            uri += c;
        } else {
            uri += '%';
            uri += kHex[byte >> 4];
            uri += kHex[byte & 0x0f];
        }
    }
    return uri + "?immutable=1";
}

Handle openHandle(const std::filesystem::path& file, OpenMode mode)
{
    int flags = SQLITE_OPEN_READWRITE;
    std::string name = pathText(file);
    if (mode == OpenMode::Create) {
        flags |= SQLITE_OPEN_CREATE;
    } else if (mode == OpenMode::Look) {
        flags = SQLITE_OPEN_READONLY;
        if (!hasWriteAheadLog(file)) {
            flags |= SQLITE_OPEN_URI;
            name = immutableUri(file);
        }
    }
    sqlite3* raw = nullptr;
    const int result = sqlite_api::sqlite3_open_v2(name.c_str(), &raw, flags, nullptr);
    Handle handle(raw);
    if (result != SQLITE_OK)
        fail("open", result);
    return handle;
}

/// The x'..' form hands SQLCipher the key itself instead of a passphrase.
void applyKey(sqlite3* handle, const Secret& key)
{
    const std::size_t hexSize = key.size() * 2 + 1;
    Secret hex(hexSize);
    sodium_bin2hex(reinterpret_cast<char*>(hex.data()), hexSize, key.data(), key.size());
    Secret literal(hexSize + 2);
    literal.data()[0] = 'x';
    literal.data()[1] = '\'';
    std::copy(hex.data(), hex.data() + hexSize - 1, literal.data() + 2);
    literal.data()[hexSize + 1] = '\'';
    const int result =
        sqlite_api::sqlite3_key(handle, literal.data(), static_cast<int>(literal.size()));
    if (result != SQLITE_OK)
        fail("key", result);
}

/// SOCI opens by a connection string that cannot hold every path and always may create the file, so
/// the session is opened on nothing and then given the handle we opened ourselves.
std::unique_ptr<soci::session> adopt(Handle handle)
{
    auto session = std::make_unique<soci::session>(soci::sqlite3, ":memory:");
    auto* backend = static_cast<soci::sqlite3_session_backend*>(session->get_backend());
    sqlite_api::sqlite3_close(backend->conn_);
    backend->conn_ = handle.release();
    return session;
}

}  // namespace

std::unique_ptr<soci::session> openConnection(const std::filesystem::path& file, const Secret& key,
                                              OpenMode mode)
{
    Handle handle = openHandle(file, mode);
    applyKey(handle.get(), key);
    sqlite_api::sqlite3_busy_timeout(handle.get(), kBusyTimeoutMs);
    std::unique_ptr<soci::session> session = adopt(std::move(handle));
    *session << "pragma cipher_page_size = 4096";
    *session << "pragma temp_store = memory";
    *session << "pragma foreign_keys = on";
    // At most 128 MiB of decrypted pages: scans of a large authority pay for decryption once.
    *session << "pragma cache_size = -131072";
    // Before anything is written: no page is ever unused, so that reading all of them finds every
    // damaged one.
    if (mode == OpenMode::Create)
        *session << "pragma auto_vacuum = full";
    if (mode != OpenMode::Look) {
        *session << "pragma journal_mode = wal";
        *session << "pragma synchronous = full";
        *session << "pragma wal_autocheckpoint = 0";
        // Up to 512 MiB of a large import stay in memory until its commit: pages written early are
        // encrypted and written again with every later change.
        *session << "pragma cache_spill = 131072";
    }
    return session;
}

sqlite_api::sqlite3* handleOf(soci::session& session)
{
    return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

void rollBackQuietly(soci::session& sql)
{
    try {
        sql << "rollback";
    } catch (const std::exception&) {
        // SQLite has rolled back by itself already, e.g. when the disk was full.
    }
}

}  // namespace homeward::storage
