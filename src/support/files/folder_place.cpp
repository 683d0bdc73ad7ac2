#include "support/files/folder_place.h"

#include <algorithm>
#include <iterator>
#include <sstream>

#include "support/os/disk.h"
#include "support/text/path_text.h"

namespace homeward {
namespace {

namespace fs = std::filesystem;

/// Nothing longer can be there; looking for its nearest parent would take long.
constexpr std::size_t kLongestPath = 1 << 16;

struct Named {
    std::string_view key;
    std::string_view name;
};

constexpr Named kNetworkFileSystems[] = {{"9p", "9P"},
                                         {"acfs", "ACFS"},
                                         {"afs", "AFS"},
                                         {"beegfs", "BeeGFS"},
                                         {"ceph", "Ceph"},
                                         {"cifs", "SMB"},
                                         {"coda", "Coda"},
                                         {"davfs", "WebDAV"},
                                         {"gfs2", "GFS2"},
                                         {"glusterfs", "GlusterFS"},
                                         {"gpfs", "GPFS"},
                                         {"lustre", "Lustre"},
                                         {"ncpfs", "NetWare"},
                                         {"nfs", "NFS"},
                                         {"nfs4", "NFS"},
                                         {"ocfs2", "OCFS2"},
                                         {"orangefs", "OrangeFS"},
                                         {"prl_fs", "Parallels"},
                                         {"pvfs2", "OrangeFS"},
                                         {"smb2", "SMB"},
                                         {"smb3", "SMB"},
                                         {"smbfs", "SMB"},
                                         {"vboxsf", "VirtualBox"},
                                         {"virtiofs", "virtiofs"},
                                         {"vmhgfs", "VMware"}};

/// FUSE programs that show what another computer holds, by a name people know.
constexpr Named kNetworkFuse[] = {
    {"ceph", "Ceph"},           {"davfs", "WebDAV"},
    {"glusterfs", "GlusterFS"}, {"google-drive-ocamlfuse", "Google Drive"},
    {"gvfsd-fuse", "GVfs"},     {"jmtpfs", "MTP"},
    {"kio-fuse", "KIO"},        {"onedriver", "OneDrive"},
    {"rclone", "rclone"},       {"s3fs", "S3"},
    {"smbnetfs", "SMB"},        {"sshfs", "SSHFS"},
    {"vmhgfs-fuse", "VMware"}};

/// FUSE programs that only encrypt, unite or translate what is on a disk of this computer.
constexpr std::string_view kLocalFuse[] = {
    "bindfs",       "cryfs",          "cryptomator", "encfs",    "exfat",      "ext4",
    "fuseext2",     "fuse-overlayfs", "gocryptfs",   "lxcfs",    "mergerfs",   "mhddfs",
    "ntfs",         "ntfs-3g",        "portal",      "securefs", "squashfuse", "unionfs",
    "unionfs-fuse", "veracrypt",      "zfs"};

/// Folders of programs that copy them to other computers; lower case.
constexpr Named kSynchronised[] = {{"amazon drive", "Amazon Drive"},
                                   {"box", "Box"},
                                   {"box sync", "Box"},
                                   {"box-box", "Box"},
                                   {"cloudstation", "Synology Drive"},
                                   {"com~apple~clouddocs", "iCloud Drive"},
                                   {"dropbox", "Dropbox"},
                                   {"egnyte", "Egnyte"},
                                   {"google drive", "Google Drive"},
                                   {"google-drive", "Google Drive"},
                                   {"googledrive", "Google Drive"},
                                   {"hidrive", "HiDrive"},
                                   {"icloud", "iCloud Drive"},
                                   {"icloud drive", "iCloud Drive"},
                                   {"iclouddrive", "iCloud Drive"},
                                   {"insync", "Insync"},
                                   {"jottacloud", "Jottacloud"},
                                   {"koofr", "Koofr"},
                                   {"mega", "MEGA"},
                                   {"megasync", "MEGA"},
                                   {"mobile documents", "iCloud Drive"},
                                   {"my drive", "Google Drive"},
                                   {"nextcloud", "Nextcloud"},
                                   {"onedrive", "OneDrive"},
                                   {"owncloud", "ownCloud"},
                                   {"pcloud", "pCloud"},
                                   {"pcloud drive", "pCloud"},
                                   {"pclouddrive", "pCloud"},
                                   {"proton drive", "Proton Drive"},
                                   {"protondrive", "Proton Drive"},
                                   {"resilio sync", "Resilio Sync"},
                                   {"seadrive", "Seafile"},
                                   {"seafile", "Seafile"},
                                   {"spideroak hive", "SpiderOak"},
                                   {"synologydrive", "Synology Drive"},
                                   {"syncthing", "Syncthing"},
                                   {"tresorit", "Tresorit"},
                                   {"tresors", "Tresorit"},
                                   {"yandex.disk", "Yandex Disk"}};

/// "OneDrive - Testshire Council", "Dropbox (Testshire)", "GoogleDrive-a.okafor@..."
constexpr Named kSynchronisedStarts[] = {{"dropbox (", "Dropbox"},
                                         {"dropbox-", "Dropbox"},
                                         {"googledrive-", "Google Drive"},
                                         {"onedrive - ", "OneDrive"},
                                         {"onedrive-", "OneDrive"}};

/// What such programs leave in the folder they keep.
constexpr Named kMarkers[] = {
    {".dropbox", "Dropbox"},           {".dropbox.cache", "Dropbox"},
    {".megaignore", "MEGA"},           {".nextcloudsync.log", "Nextcloud"},
    {".owncloudsync.log", "ownCloud"}, {".stfolder", "Syncthing"},
    {".sync/ID", "Resilio Sync"}};

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

template <std::size_t N>
std::string_view nameOf(const Named (&table)[N], std::string_view key)
{
    const auto* found = std::find_if(std::begin(table), std::end(table),
                                     [&](const Named& entry) { return entry.key == key; });
    return found == std::end(table) ? std::string_view() : found->name;
}

std::string_view synchroniserNamed(const std::string& folder)
{
    if (const std::string_view name = nameOf(kSynchronised, folder); !name.empty())
        return name;
    for (const Named& start : kSynchronisedStarts)
        if (folder.starts_with(start.key))
            return start.name;
    // A team's: "Testshire Dropbox".
    return folder.ends_with(" dropbox") ? "Dropbox" : std::string_view();
}

/// Spaces, tabs, line ends and backslashes stand in mountinfo as three octal digits.
std::string unescaped(std::string_view text)
{
    const auto digit = [&](std::size_t at) { return at < text.size() ? text[at] - '0' : -1; };
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = digit(i + 1);
        const int middle = digit(i + 2);
        const int low = digit(i + 3);
        const bool escape = text[i] == '\\' && high >= 0 && high <= 3 && middle >= 0 &&
                            middle <= 7 && low >= 0 && low <= 7;
        if (!escape) {
            plain += text[i];
            continue;
        }
        plain += static_cast<char>(high * 64 + middle * 8 + low);
        i += 3;
    }
    return plain;
}

/// Of a path of any length, by its text: whole folders only.
bool isWithin(const std::string& path, const std::string& mountPoint)
{
    if (mountPoint == "/")
        return path.starts_with('/');
    return path.starts_with(mountPoint) &&
           (path.size() == mountPoint.size() || path[mountPoint.size()] == '/');
}

/// The nearest folder on the way to `path` that is there.
fs::path nearestExisting(fs::path path)
{
    std::error_code failure;
    while (!fs::exists(path, failure)) {
        fs::path parent = path.parent_path();
        if (parent == path || parent.empty())
            return "/";
        path = std::move(parent);
    }
    return path;
}

std::string_view synchroniserByMarker(fs::path folder)
{
    while (true) {
        for (const Named& marker : kMarkers) {
            std::error_code failure;
            const fs::file_status found = fs::symlink_status(folder / marker.key, failure);
            // A folder .dropbox in a person's home holds settings and is no mark.
            if (fs::exists(found) && (marker.key != ".dropbox" || fs::is_regular_file(found)))
                return marker.name;
        }
        fs::path parent = folder.parent_path();
        if (parent == folder || parent.empty())
            return {};
        folder = std::move(parent);
    }
}

FolderPlace placeOnDisk(const fs::path& path, const fs::path& existing,
                        const std::string& mountInfo)
{
    using Kind = FolderPlace::Kind;
    std::string network = networkName(fileSystemOf(mountInfo, path));
    if (network.empty())
        // Mountinfo does not tell (another name space, no /proc).
        network = os::networkFileSystem(existing);
    // "My Drive" on a drive that Google serves is still first of all copied about.
    if (std::string name = synchroniserOf(path); !name.empty())
        return {Kind::Synchronised, std::move(name)};
    if (!network.empty())
        return {Kind::Network, std::move(network)};
    if (const std::string_view name = synchroniserByMarker(existing); !name.empty())
        return {Kind::Synchronised, std::string(name)};
    return {};
}

}  // namespace

std::string fileSystemOf(std::string_view mountInfo, const fs::path& path)
{
    const std::string wanted = pathText(path.lexically_normal());
    std::string best;
    std::size_t bestLength = 0;
    std::istringstream lines{std::string(mountInfo)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        std::string field;
        std::string mountPoint;
        for (int i = 0; i < 5 && fields >> field; ++i)
            if (i == 4)
                mountPoint = unescaped(field);
        // Optional fields, as many as there are, end with a hyphen.
        while (fields >> field && field != "-") {
        }
        std::string type;
        if (mountPoint.empty() || !(fields >> type) || !isWithin(wanted, mountPoint))
            continue;
        if (mountPoint.size() >= bestLength) {
            best = unescaped(type);
            bestLength = mountPoint.size();
        }
    }
    return best;
}

std::string networkName(std::string_view fileSystem)
{
    const std::string type = lowerCase(fileSystem);
    if (const std::string_view name = nameOf(kNetworkFileSystems, type); !name.empty())
        return std::string(name);
    constexpr std::string_view kFuse = "fuse.";
    if (type == "fuse")
        return "FUSE";
    if (!type.starts_with(kFuse))
        return {};
    const std::string program = type.substr(kFuse.size());
    if (const std::string_view name = nameOf(kNetworkFuse, program); !name.empty())
        return std::string(name);
    if (std::find(std::begin(kLocalFuse), std::end(kLocalFuse), program) != std::end(kLocalFuse))
        return {};
    return std::string(fileSystem.substr(kFuse.size()));
}

std::string synchroniserOf(const fs::path& path)
{
    std::string found;
    bool holdsPeople = false;
    int depth = 0;
    for (const fs::path& part : path) {
        const std::string folder = lowerCase(pathText(part));
        // /home/box is where a person called Box lives, and no program's folder.
        const bool isPerson = depth == 2 && holdsPeople;
        holdsPeople = depth == 1 && (folder == "home" || folder == "users");
        ++depth;
        if (found.empty() && !isPerson)
            found = synchroniserNamed(folder);
        else if (found == "OneDrive" && folder.ends_with(" - documents"))
            found = "SharePoint";
    }
    return found;
}

FolderPlace placeOf(const fs::path& folder)
{
    const fs::path path = absolutePath(folder);
    if (path.empty() || path.native().size() > kLongestPath) {
        std::string name = synchroniserOf(path);
        return name.empty() ? FolderPlace{}
                            : FolderPlace{FolderPlace::Kind::Synchronised, std::move(name)};
    }
    const std::string mountInfo = os::mountTable();
    const fs::path existing = nearestExisting(path);
    std::error_code failure;
    const fs::path truth = fs::weakly_canonical(path, failure);
    if (!failure && truth != path) {
        FolderPlace place = placeOnDisk(truth, nearestExisting(truth), mountInfo);
        if (!place.isLocal())
            return place;
    }
    return placeOnDisk(path, existing, mountInfo);
}

std::optional<Error> readOnlyError(const FolderPlace& place)
{
    if (place.isLocal())
        return std::nullopt;
    const bool network = place.kind == FolderPlace::Kind::Network;
    return Error{ErrorCode::ReadOnly,
                 "folder place",
                 {{"why", network ? "network" : "synchronised"}, {"where", place.where}}};
}

fs::path absolutePath(const fs::path& path)
{
    if (path.empty())
        return path;
    std::error_code failure;
    const fs::path absolute = fs::absolute(path, failure);
    fs::path normal = failure ? path : absolute;
    // Behind a link ".." leads elsewhere than its text says.
    if (std::find(normal.begin(), normal.end(), "..") == normal.end())
        normal = normal.lexically_normal();
    // "/a/b/" names the same folder as "/a/b", and would count as a folder without a name.
    if (!normal.has_filename() && normal.has_relative_path())
        normal = normal.parent_path();
    return normal;
}

}  // namespace homeward
