#include "support/durable_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace homeward {
namespace {

std::filesystem::path folderOf(const std::filesystem::path& file)
{
    return file.parent_path().empty() ? std::filesystem::path(".") : file.parent_path();
}

bool writeAll(int handle, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(handle, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Where it fails the renaming stands all the same, only a power cut might undo it.
void flushFolderOf(const std::filesystem::path& file)
{
    const OwnedHandle folder(::open(folderOf(file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.isOpen())
        (void)::fsync(folder.get());
}

bool writeFlushed(const std::filesystem::path& file, std::string_view text)
{
    const OwnedHandle handle(
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR));
    return handle.isOpen() && writeAll(handle.get(), text) && ::fsync(handle.get()) == 0;
}

}  // namespace

Error fileError(int errorNumber, const std::string& label)
{
    const bool full = errorNumber == ENOSPC || errorNumber == EDQUOT || errorNumber == EFBIG;
    return {full ? ErrorCode::StorageFull : ErrorCode::StorageFailed,
            label + ": errno " + std::to_string(errorNumber),
            {}};
}

OwnedHandle::~OwnedHandle()
{
    if (m_handle >= 0)
        ::close(m_handle);
}

FolderLock::FolderLock(const std::filesystem::path& folder)
    : m_folder(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
{
    int result = m_folder.isOpen() ? 0 : -1;
    if (result == 0) {
        do
            result = ::flock(m_folder.get(), LOCK_EX);
        while (result != 0 && errno == EINTR);
    }
    m_problem = result == 0 ? 0 : errno;
}

Result<std::optional<std::string>> readSmallFile(const std::filesystem::path& file,
                                                 std::size_t most)
{
    const OwnedHandle handle(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!handle.isOpen()) {
        if (errno == ENOENT || errno == ENOTDIR)
            return std::optional<std::string>();
        return fileError(errno, "read small file");
    }
    std::string text;
    char part[4096];
    while (true) {
        const ssize_t got = ::read(handle.get(), part, sizeof part);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fileError(errno, "read small file");
        if (got == 0)
            return std::optional(std::move(text));
        text.append(part, static_cast<std::size_t>(got));
        if (text.size() > most)
            return invalidInput("file", "too-large");
    }
}

Result<Done> replaceDurably(const std::filesystem::path& file, std::string_view text)
{
    std::filesystem::path temporary = file;
    temporary += ".new";
    if (!writeFlushed(temporary, text) || ::rename(temporary.c_str(), file.c_str()) != 0) {
        const int problem = errno;
        ::unlink(temporary.c_str());
        return fileError(problem, "replace file");
    }
    flushFolderOf(file);
    return Done{};
}

Result<Done> appendPrivately(const std::filesystem::path& file, std::string_view text)
{
    const OwnedHandle handle(::open(file.c_str(),
                                    O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC,
                                    S_IRUSR | S_IWUSR));
    if (!handle.isOpen() || !writeAll(handle.get(), text))
        return fileError(errno, "append to file");
    return Done{};
}

Result<Done> moveDurably(const std::filesystem::path& from, const std::filesystem::path& to)
{
    {
        const OwnedHandle handle(::open(from.c_str(), O_RDONLY | O_CLOEXEC));
        if (!handle.isOpen() || ::fsync(handle.get()) != 0)
            return fileError(errno, "move file");
    }
    // link() refuses an existing target, rename() would replace it.
    if (::link(from.c_str(), to.c_str()) != 0) {
        if (errno == EEXIST)
            return invalidInput("file", "already-exists");
        return fileError(errno, "move file");
    }
    if (::unlink(from.c_str()) != 0)
        return fileError(errno, "move file");
    flushFolderOf(to);
    return Done{};
}

}  // namespace homeward
