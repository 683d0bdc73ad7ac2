#include "storage/backups/unfinished_file.h"

#include <sodium.h>

#include <cerrno>

#include "storage/backups/backup.h"
#include "storage/keys/keyed_hash.h"
#include "support/files/durable_file.h"
#include "support/text/path_text.h"

namespace homeward::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = ".homeward-unfinished-";
constexpr std::size_t kRandomDigits = 16;

std::string randomName()
{
    startSodium();
    unsigned char bytes[kRandomDigits / 2];
    char digits[kRandomDigits + 1];
    randombytes_buf(bytes, sizeof bytes);
    sodium_bin2hex(digits, sizeof digits, bytes, sizeof bytes);
    return std::string(kPrefix) + digits;
}

/// A random name of this length, with what SQLite puts behind it.
bool isOurs(const std::string& name)
{
    if (!name.starts_with(kPrefix))
        return false;
    const std::string_view rest = std::string_view(name).substr(kPrefix.size());
    return rest.size() >= kRandomDigits &&
           rest.substr(0, kRandomDigits).find_first_not_of("0123456789abcdef") ==
               std::string_view::npos;
}

/// Whoever works on one holds its lock.
void removeLeftBehind(const fs::path& folder)
{
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        const std::string name = pathText(entry->path().filename());
        if (!isOurs(name) || name.size() != kPrefix.size() + kRandomDigits)
            continue;
        os::File file(entry->path(), os::Opening::ReadOwn);
        if (file.isOpen() && file.tryLock(os::LockKind::Exclusive))
            removeStoreFiles(entry->path());
    }
}

}  // namespace

Result<std::unique_ptr<UnfinishedFile>> UnfinishedFile::make(const fs::path& folder)
{
    removeLeftBehind(folder);
    constexpr int kTries = 5;
    for (int attempt = 0; attempt < kTries; ++attempt) {
        const fs::path path = folder / pathFrom(randomName());
        os::File opened(path, os::Opening::Make);
        if (!opened.isOpen())
            return fileError(errno, "make unfinished file");
        std::unique_ptr<UnfinishedFile> file(new UnfinishedFile(path, std::move(opened)));
        // Before we hold the lock another program may have taken the file for one left behind. A
        // file system without locks only loses the tidying up.
        const bool lost = !file->m_file.tryLock(os::LockKind::Exclusive) && errno == EWOULDBLOCK;
        const auto state = file->m_file.state();
        if (!lost && state && state->names > 0)
            return file;
    }
    return Error{ErrorCode::StorageFailed, "make unfinished file: taken away", {}};
}

UnfinishedFile::~UnfinishedFile()
{
    if (!m_renamed)
        removeStoreFiles(m_path);
}

Result<Done> UnfinishedFile::write(std::string_view bytes)
{
    if (!m_file.write(bytes))
        return fileError(errno, "write unfinished file");
    return Done{};
}

Result<Done> UnfinishedFile::flush()
{
    if (!m_file.flush())
        return fileError(errno, "flush unfinished file");
    return Done{};
}

Result<Done> UnfinishedFile::rename(const fs::path& to)
{
    if (!os::renameOnly(m_path, to)) {
        if (errno == EEXIST)
            return Error{ErrorCode::FileExists, "rename unfinished file", {{"file", pathText(to)}}};
        return fileError(errno, "rename unfinished file");
    }
    m_renamed = true;
    os::flushFolder(to.parent_path());
    return Done{};
}

}  // namespace homeward::storage
