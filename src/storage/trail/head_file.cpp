#include <cerrno>
#include <chrono>
#include <nlohmann/json.hpp>

#include "storage/engine/error_mapping.h"
#include "storage/keys/keyed_hash.h"
#include "storage/trail/audit_chain.h"
#include "support/files/durable_file.h"
#include "support/os/file.h"
#include "support/text/json_reading.h"

namespace homeward::storage {
namespace {

using Json = nlohmann::json;

/// The file always has this size and is overwritten in place: one write within one disk block needs
/// neither a second file nor a flush, and a crash leaves the older head or the newer.
constexpr std::size_t kRecordBytes = 512;

std::string checkValue(const ChainHead& head, const Secret& chainKey)
{
    return KeyedHash(chainKey, "homeward audit head 2")
        .add(static_cast<long long>(head.sequence))
        .add(head.hash)
        .add(head.store)
        .add(head.rights)
        .hex();
}

std::string toRecord(const ChainHead& head, const Secret& chainKey)
{
    std::string record = Json{{"form", 2},
                              {"sequence", head.sequence},
                              {"hash", head.hash},
                              {"store", head.store},
                              {"rights", head.rights},
                              {"check", checkValue(head, chainKey)}}
                             .dump();
    record.resize(kRecordBytes - 1, ' ');
    return record + '\n';
}

Result<ChainHead> fromRecord(const std::string& record, const Secret& chainKey)
{
    try {
        const auto read = readJson(record, {kRecordBytes, 16, 8, kRecordBytes, 1});
        const Json json = read ? *read : Json::object();
        const ChainHead head{wholeNumber(json.at("sequence"), 0, INT64_MAX).value_or(0),
                             json.at("hash").get<std::string>(),
                             json.at("store").get<std::string>(),
                             json.at("rights").get<std::string>()};
        // Byte for byte: what is not covered by the check is ours to the last blank as well.
        if (sameHash(json.at("check").get<std::string>(), checkValue(head, chainKey)) &&
            record == toRecord(head, chainKey))
            return head;
    } catch (const std::exception&) {
        // Falls through: unreadable is told like forged.
    }
    return Error{ErrorCode::KeyFileDamaged, "audit head: fails its check", {}};
}

// Another program writes a head in microseconds; one that keeps the lock longer is stuck and must
// not make this one stuck too.
constexpr std::chrono::milliseconds kWriterPatience{1000};
constexpr std::chrono::milliseconds kReaderPatience{200};

Result<std::string> readRecord(const os::File& file)
{
    // Anything but a plain file in its place is no head; a pipe would never end.
    if (!file.isRegular())
        return std::string();
    char record[kRecordBytes + 1];
    const auto got = file.readAt(0, record, sizeof record);
    if (!got)
        return fileError(errno, "read audit head");
    return std::string(record, *got);
}

Error openError()
{
    if (errno == ENOENT || errno == ENOTDIR)
        return {ErrorCode::KeyFileMissing, "audit head: missing", {}};
    return fileError(errno, "open audit head");
}

Result<Done> writeRecord(os::File& file, const std::string& record)
{
    if (!file.writeAt(0, record))
        return fileError(errno, "write audit head");
    return Done{};
}

/// The head in a file opened for writing, which stays locked for as long as `file` lives. One that
/// fails its check is evidence, and stays.
Result<ChainHead> lockedHead(os::File& file, const Secret& chainKey)
{
    if (!file.isOpen())
        return openError();
    if (!file.lockWithin(kWriterPatience, os::LockKind::Exclusive))
        return Error{ErrorCode::StoreLocked, "audit head: locked by another program", {}};
    const Result<std::string> record = readRecord(file);
    if (!record)
        return record.error();
    return HeadFile::parse(*record, chainKey);
}

}  // namespace

Result<Done> HeadFile::replace(const std::filesystem::path& file, const ChainHead& head,
                               const Secret& chainKey)
{
    return replaceDurably(file, toRecord(head, chainKey));
}

Result<Done> HeadFile::advance(const std::filesystem::path& file, const ChainHead& known,
                               const ChainHead& head, const Secret& chainKey)
{
    os::File opened(file, os::Opening::Change);
    const Result<ChainHead> current = lockedHead(opened, chainKey);
    if (!current)
        return current.error();
    if (current->sequence >= head.sequence)
        return Done{};
    // A colleague may have moved it on meanwhile; an older one than was compared is another matter.
    if (current->sequence < known.sequence)
        return Error{ErrorCode::EditConflict, "audit head: put back", {}};
    return writeRecord(opened, toRecord(head, chainKey));
}

Result<Done> HeadFile::noteStore(const std::filesystem::path& file, const std::string& store,
                                 const Secret& chainKey)
{
    os::File opened(file, os::Opening::Change);
    Result<ChainHead> head = lockedHead(opened, chainKey);
    if (!head)
        return head.error();
    head->store = store;
    return writeRecord(opened, toRecord(*head, chainKey));
}

Result<std::optional<ChainHead>> HeadFile::read(const std::filesystem::path& file,
                                                const Secret& chainKey)
{
    os::File opened(file, os::Opening::Read);
    if (!opened.isOpen()) {
        if (errno == ENOENT || errno == ENOTDIR)
            return std::optional<ChainHead>();
        return openError();
    }
    // Read all the same where the lock is not to be had: the record is written in one piece.
    (void)opened.lockWithin(kReaderPatience, os::LockKind::Shared);
    const Result<std::string> record = readRecord(opened);
    if (!record)
        return record.error();
    const Result<ChainHead> head = parse(*record, chainKey);
    if (!head)
        return head.error();
    return std::optional(*head);
}

Result<ChainHead> HeadFile::parse(const std::string& text, const Secret& chainKey)
{
    return fromRecord(text, chainKey);
}

}  // namespace homeward::storage
