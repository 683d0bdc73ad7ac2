#include "storage/unfinished_file.h"

#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "storage/backup.h"
#include "storage/keyed_hash.h"

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
        const std::string name = entry->path().filename().string();
        if (!isOurs(name) || name.size() != kPrefix.size() + kRandomDigits)
            continue;
        const OwnedHandle handle(
            ::open(entry->path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
        if (handle.isOpen() && ::flock(handle.get(), LOCK_EX | LOCK_NB) == 0)
            removeStoreFiles(entry->path());
    }
}

/// Plain rename() would replace a file; link() is not known everywhere, the newer call nearly is.
bool renameOnly(const fs::path& from, const fs::path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    if (::link(from.c_str(), to.c_str()) != 0)
        return false;
    ::unlink(from.c_str());
    return true;
}

}  // namespace

Result<std::unique_ptr<UnfinishedFile>> UnfinishedFile::make(const fs::path& folder)
{
    removeLeftBehind(folder);
    constexpr int kTries = 5;
    for (int attempt = 0; attempt < kTries; ++attempt) {
        const fs::path path = folder / randomName();
        const int handle =
            ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (handle < 0)
            return fileError(errno, "make unfinished file");
        std::unique_ptr<UnfinishedFile> file(new UnfinishedFile(path, handle));
        // Before we hold the lock another program may have taken the file for one left behind. A
        // file system without locks only loses the tidying up.
        const bool lost = ::flock(handle, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
        struct stat state {};
        if (!lost && ::fstat(handle, &state) == 0 && state.st_nlink > 0)
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
    while (!bytes.empty()) {
        const ssize_t written = ::write(handle(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return fileError(written < 0 ? errno : ENOSPC, "write unfinished file");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return Done{};
}

Result<Done> UnfinishedFile::flush()
{
    if (::fsync(handle()) != 0)
        return fileError(errno, "flush unfinished file");
    return Done{};
}

Result<Done> UnfinishedFile::rename(const fs::path& to)
{
    if (!renameOnly(m_path, to)) {
        if (errno == EEXIST)
            return Error{ErrorCode::FileExists, "rename unfinished file", {{"file", to.string()}}};
        return fileError(errno, "rename unfinished file");
    }
    m_renamed = true;
    const fs::path folder = to.parent_path().empty() ? fs::path(".") : to.parent_path();
    const OwnedHandle opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.isOpen())
        (void)::fsync(opened.get());
    return Done{};
}

}  // namespace homeward::storage
