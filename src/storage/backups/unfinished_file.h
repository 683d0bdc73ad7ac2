#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "support/os/file.h"
#include "support/result.h"

namespace homeward::storage {

/// A new file under a name of its own, private, locked while it is being written, and removed
/// unless it is given its real name. What a killed program left behind is taken away by the next
/// one.
class UnfinishedFile {
public:
    /// Fails with: StorageFailed, StorageFull.
    static Result<std::unique_ptr<UnfinishedFile>> make(const std::filesystem::path& folder);
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;
    ~UnfinishedFile();

    /// Open for reading and writing.
    os::File& file() { return m_file; }
    const std::filesystem::path& path() const { return m_path; }
    Result<Done> write(std::string_view bytes);
    Result<Done> flush();
    /// Never replaces a file. Fails with: FileExists (fact file), StorageFailed, StorageFull.
    Result<Done> rename(const std::filesystem::path& to);

private:
    UnfinishedFile(std::filesystem::path path, os::File file)
        : m_path(std::move(path)), m_file(std::move(file))
    {
    }

    std::filesystem::path m_path;
    os::File m_file;
    bool m_renamed = false;
};

}  // namespace homeward::storage
