#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "support/os/file.h"

namespace homeward::storage {

/// "device-number" of the file; empty: it is not there.
std::string identityText(const std::filesystem::path& file);

/// Size and time of the last change of a file, as one text; empty: it is not there.
std::string stampOf(const std::filesystem::path& file);

/// The files one connection holds open (store, log, shared memory), to be compared with what stands
/// in the folder: a store that was deleted, moved or replaced goes on taking writes that nobody
/// will ever read again.
class HeldFiles {
public:
    /// Looks at the store before it is opened.
    explicit HeldFiles(std::filesystem::path store);

    /// After opening and a first read. False: the store was exchanged in between.
    bool remember();
    /// 4 µs. An inode cannot be used again while the connection holds it, so equal means the same.
    bool areInPlace() const;

    const std::filesystem::path& store() const { return m_store; }
    std::filesystem::path log() const;

private:
    std::filesystem::path m_store;
    std::map<std::filesystem::path, os::FileIdentity> m_files;
};

}  // namespace homeward::storage
