#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace homeward::os {

/// The disks of this computer and where they stand, in the form of /proc/self/mountinfo; empty:
/// the system keeps no such table.
std::string mountTable();

/// The network file system `folder` lies on, by what the system itself says of it, as a name a
/// person knows ("NFS"); empty: a disk of this computer, or not known.
std::string_view networkFileSystem(const std::filesystem::path& folder);

/// Whether files can be made in `folder` (empty: the working folder), by its permissions and those
/// of its disk.
bool isFolderWritable(const std::filesystem::path& folder);
bool isFileWritable(const std::filesystem::path& file);

}  // namespace homeward::os
