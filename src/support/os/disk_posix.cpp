#include "support/os/disk.h"

#include <linux/magic.h>
#include <sys/statfs.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

namespace homeward::os {

std::string mountTable()
{
    std::ifstream input("/proc/self/mountinfo", std::ios::binary);
    return {std::istreambuf_iterator<char>(input), {}};
}

std::string_view networkFileSystem(const std::filesystem::path& folder)
{
    struct statfs info {};
    if (::statfs(folder.c_str(), &info) != 0)
        return {};
    switch (static_cast<unsigned long>(info.f_type) & 0xffffffffUL) {
        case NFS_SUPER_MAGIC:
            return "NFS";
        case SMB_SUPER_MAGIC:
        case 0xff534d42UL:  // CIFS
        case 0xfe534d42UL:  // SMB2
            return "SMB";
        case V9FS_MAGIC:
            return "9P";
        case AFS_SUPER_MAGIC:
        case 0x6b414653UL:  // kAFS
            return "AFS";
        case CODA_SUPER_MAGIC:
            return "Coda";
        case NCP_SUPER_MAGIC:
            return "NetWare";
        case 0x00c36400UL:
            return "Ceph";
        case 0x0bd00bd0UL:
            return "Lustre";
        default:
            return {};
    }
}

bool isFolderWritable(const std::filesystem::path& folder)
{
    return ::access(folder.empty() ? "." : folder.c_str(), W_OK | X_OK) == 0;
}

bool isFileWritable(const std::filesystem::path& file)
{
    return ::access(file.c_str(), W_OK) == 0;
}

}  // namespace homeward::os
