#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>

#include "storage/audit_chain.h"
#include "storage/error_mapping.h"
#include "storage/keyed_hash.h"
#include "support/durable_file.h"

namespace homeward::storage {
namespace {

using Json = nlohmann::json;

/// The file always has this size and is overwritten in place: one write within one disk block needs
/// neither a second file nor a flush, and a crash leaves the older head or the newer.
constexpr std::size_t kRecordBytes = 256;

std::string checkValue(const ChainHead& head, const Secret& chainKey)
{
    return KeyedHash(chainKey, "homeward audit head 1")
        .add(static_cast<long long>(head.sequence))
        .add(head.hash)
        .hex();
}

std::string toRecord(const ChainHead& head, const Secret& chainKey)
{
    std::string record = Json{{"form", 1},
                              {"sequence", head.sequence},
                              {"hash", head.hash},
                              {"check", checkValue(head, chainKey)}}
                             .dump();
    record.resize(kRecordBytes - 1, ' ');
    return record + '\n';
}

Result<ChainHead> fromRecord(const std::string& record, const Secret& chainKey)
{
    try {
        const Json json = Json::parse(record);
        const ChainHead head{json.at("sequence").get<std::int64_t>(),
                             json.at("hash").get<std::string>()};
        if (sameHash(json.at("check").get<std::string>(), checkValue(head, chainKey)))
            return head;
    } catch (const Json::exception&) {
        // Falls through: unreadable is told like forged.
    }
    return Error{ErrorCode::KeyFileDamaged, "audit head: fails its check", {}};
}

bool lock(const OwnedHandle& handle, int kind)
{
    int result = 0;
    do
        result = ::flock(handle.get(), kind);
    while (result != 0 && errno == EINTR);
    return result == 0;
}

/// Empty text: a file just made.
Result<std::string> readRecord(const OwnedHandle& handle)
{
    char record[kRecordBytes + 1];
    const ssize_t got = ::pread(handle.get(), record, sizeof record, 0);
    if (got < 0)
        return fileError(errno, "read audit head");
    return std::string(record, static_cast<std::size_t>(got));
}

Result<Done> writeRecord(const OwnedHandle& handle, const std::string& record, bool isNew)
{
    const ssize_t written = ::pwrite(handle.get(), record.data(), record.size(), 0);
    if (written != static_cast<ssize_t>(record.size()))
        return fileError(written < 0 ? errno : ENOSPC, "write audit head");
    if (isNew && ::fsync(handle.get()) != 0)
        return fileError(errno, "flush audit head");
    return Done{};
}

}  // namespace

Result<Done> HeadFile::advance(const std::filesystem::path& file, const ChainHead& head,
                               const Secret& chainKey)
{
    const OwnedHandle handle(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!handle.isOpen() || !lock(handle, LOCK_EX))
        return fileError(errno, "open audit head");
    const Result<std::string> record = readRecord(handle);
    if (!record)
        return record.error();
    if (!record->empty()) {
        // A head that fails its check is evidence, and stays.
        const Result<ChainHead> current = fromRecord(*record, chainKey);
        if (!current)
            return current.error();
        if (current->sequence >= head.sequence)
            return Done{};
    }
    return writeRecord(handle, toRecord(head, chainKey), record->empty());
}

Result<std::optional<ChainHead>> HeadFile::read(const std::filesystem::path& file,
                                                const Secret& chainKey)
{
    const OwnedHandle handle(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!handle.isOpen()) {
        if (errno == ENOENT || errno == ENOTDIR)
            return std::optional<ChainHead>();
        return fileError(errno, "open audit head");
    }
    if (!lock(handle, LOCK_SH))
        return fileError(errno, "lock audit head");
    const Result<std::string> record = readRecord(handle);
    if (!record)
        return record.error();
    // Made but not written yet, by another program or by one that was killed in between.
    if (record->empty())
        return std::optional<ChainHead>();
    const Result<ChainHead> head = fromRecord(*record, chainKey);
    if (!head)
        return head.error();
    return std::optional(*head);
}

}  // namespace homeward::storage
