#include "support/files/folder_place.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "support/files/durable_file.h"
#include "tests/support/temporary_folder.h"

using namespace homeward;
namespace fs = std::filesystem;
using Kind = FolderPlace::Kind;

namespace {

/// As /proc/self/mountinfo of a computer with all sorts of things on it.
constexpr const char* kMounts =
    R"(27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 27 0:25 / /home rw,relatime shared:2 master:7 propagate_from:2 - ext4 /dev/vdb rw
31 27 0:26 / /mnt/council\040share rw - cifs //files/council rw,vers=3.1.1
32 27 0:27 / /mnt/council rw - nfs4 files:/council rw
33 27 0:28 / /mnt/council/fast rw - xfs /dev/vdc rw
34 27 0:29 / /media/back\134slash rw - fuse.sshfs a.okafor@files:/ rw
35 27 0:30 / /srv/over rw - ext4 /dev/vdd rw
36 27 0:31 / /srv/over rw - nfs files:/over rw
37 27 0:32 / /home/a.okafor/crypt rw - fuse.gocryptfs /home/a.okafor/.crypt rw
38 27 0:33 / /media/stick rw - fuseblk /dev/sdb1 rw
a line that is none
39 27 0:34 / /broken rw
)";

std::string on(const char* path)
{
    return fileSystemOf(kMounts, path);
}

void put(const fs::path& file)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file) << "x";
}

}  // namespace

TEST_CASE("the file system of a path is that of the nearest mount above it", "[place]")
{
    CHECK(on("/etc") == "ext4");
    CHECK(on("/home/a.okafor/authority") == "ext4");
    CHECK(on("/mnt/council share/authority") == "cifs");
    CHECK(on("/mnt/council") == "nfs4");
    CHECK(on("/mnt/council/authority") == "nfs4");
    CHECK(on("/mnt/council/fast/authority") == "xfs");
    CHECK(on("/mnt/councillors") == "ext4");
    CHECK(on("/media/back\\slash/a") == "fuse.sshfs");
    CHECK(on("/srv/over/a") == "nfs");
    CHECK(on("/broken/a") == "ext4");
    CHECK(on("/mnt/council/fast/../authority") == "nfs4");
    CHECK(fileSystemOf("", "/home") == "");
    CHECK(fileSystemOf("27 1 254:0 / /elsewhere rw - ext4 /dev/vda rw", "/home") == "");
}

TEST_CASE("file systems of other computers are told by name, disks are not", "[place]")
{
    for (const char* disk :
         {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "zfs", "vfat", "exfat", "ntfs3", "fuseblk",
          "ecryptfs", "fuse.gocryptfs", "fuse.mergerfs", "fuse.ntfs-3g", "fuse.portal", ""}) {
        CAPTURE(disk);
        CHECK(networkName(disk) == "");
    }
    CHECK(networkName("nfs") == "NFS");
    CHECK(networkName("nfs4") == "NFS");
    CHECK(networkName("cifs") == "SMB");
    CHECK(networkName("smb3") == "SMB");
    CHECK(networkName("9p") == "9P");
    CHECK(networkName("ceph") == "Ceph");
    CHECK(networkName("afs") == "AFS");
    CHECK(networkName("coda") == "Coda");
    CHECK(networkName("virtiofs") == "virtiofs");
    CHECK(networkName("vboxsf") == "VirtualBox");
    CHECK(networkName("fuse.sshfs") == "SSHFS");
    CHECK(networkName("fuse.rclone") == "rclone");
    CHECK(networkName("fuse.glusterfs") == "GlusterFS");
    CHECK(networkName("fuse.davfs") == "WebDAV");
    CHECK(networkName("fuse.onedriver") == "OneDrive");
    CHECK(networkName("fuse.somethingNew") == "somethingNew");
    CHECK(networkName("fuse") == "FUSE");
}

TEST_CASE("folders that other programs copy about are told by their names", "[place]")
{
    const auto [path, name] = GENERATE(table<const char*, const char*>({
        {"/home/a/OneDrive/x", "OneDrive"},
        {"/home/a/OneDrive - Testshire Council/x", "OneDrive"},
        {"/home/a/ONEDRIVE/x", "OneDrive"},
        {"/home/a/OneDrive - Testshire/Care Team - Documents/x", "SharePoint"},
        {"/home/a/Dropbox", "Dropbox"},
        {"/home/a/Testshire Dropbox/x", "Dropbox"},
        {"/home/a/Dropbox (Testshire)/x", "Dropbox"},
        {"/home/a/Google Drive/x", "Google Drive"},
        {"/home/a/GoogleDrive/x", "Google Drive"},
        {"/Users/a/Library/CloudStorage/GoogleDrive-a@b.example/x", "Google Drive"},
        {"/media/g/My Drive/x", "Google Drive"},
        {"/home/a/iCloud Drive/x", "iCloud Drive"},
        {"/Users/a/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud Drive"},
        {"/home/a/Nextcloud/x", "Nextcloud"},
        {"/home/a/ownCloud/x", "ownCloud"},
        {"/home/a/Box/x", "Box"},
        {"/home/a/Box Sync/x", "Box"},
        {"/home/a/pCloudDrive/x", "pCloud"},
        {"/home/a/MEGAsync/x", "MEGA"},
        {"/home/box/OneDrive/x", "OneDrive"},
        {"/home/a/Boxer/x", ""},
        {"/home/a/Music Box/x", ""},
        {"/home/a/OneDriveway/x", ""},
        {"/home/a/Dropboxes/x", ""},
        {"/home/a/Care Team - Documents/x", ""},
        {"/home/box/x", ""},
        {"/Users/Mega/x", ""},
        {"/home/a/megaphone/x", ""},
        {"/", ""},
        {"", ""},
    }));
    CAPTURE(path);
    CHECK(synchroniserOf(path) == name);
}

TEST_CASE("a folder on a disk of this computer is local, whether it is there yet or not", "[place]")
{
    const test::TemporaryFolder folder;
    CHECK(placeOf(folder.path()) == FolderPlace{});
    CHECK(placeOf(folder.path() / "a" / "b" / "c") == FolderPlace{});
    CHECK(placeOf("/").isLocal());
    CHECK(placeOf({}).isLocal());
    CHECK(placeOf("no such folder").isLocal());
    CHECK_FALSE(fs::exists(folder.path() / "a"));
    CHECK_FALSE(readOnlyError(placeOf(folder.path())));
}

TEST_CASE("a synchronised folder is told by a name on the way, by a mark, and behind a link",
          "[place]")
{
    const test::TemporaryFolder folder;
    const FolderPlace oneDrive{Kind::Synchronised, "OneDrive"};
    CHECK(placeOf(folder.path() / "OneDrive - Testshire" / "x") == oneDrive);

    const fs::path real = folder.path() / "OneDrive" / "records";
    fs::create_directories(real);
    fs::create_directory_symlink(real, folder.path() / "plain");
    CHECK(placeOf(folder.path() / "plain") == oneDrive);
    CHECK(placeOf(folder.path() / "plain" / "new" / "x") == oneDrive);
    fs::create_directories(folder.path() / "elsewhere");
    fs::create_directory_symlink(folder.path() / "elsewhere", folder.path() / "Dropbox");
    CHECK(placeOf(folder.path() / "Dropbox" / "x").where == "Dropbox");

    fs::create_directories(folder.path() / "shared" / ".stfolder");
    CHECK(placeOf(folder.path() / "shared" / "a" / "b").where == "Syncthing");
    put(folder.path() / "team" / ".dropbox");
    CHECK(placeOf(folder.path() / "team" / "a").where == "Dropbox");
    fs::create_directories(folder.path() / "person" / ".dropbox");  // where its settings are
    CHECK(placeOf(folder.path() / "person" / "a").isLocal());

    const auto refused = readOnlyError(oneDrive);
    REQUIRE(refused);
    CHECK(refused->code == ErrorCode::ReadOnly);
    CHECK(refused->facts.at("why") == "synchronised");
    CHECK(refused->facts.at("where") == "OneDrive");
    CHECK(readOnlyError({Kind::Network, "NFS"})->facts.at("why") == "network");
}

TEST_CASE("paths that lead nowhere are answered all the same", "[place]")
{
    const test::TemporaryFolder folder;
    CHECK(placeOf(folder.path() / std::string(300, 'x') / "y").isLocal());
    fs::path deep = folder.path();
    for (int i = 0; i < 3000; ++i)
        deep /= "deep";
    CHECK(placeOf(deep).isLocal());
    CHECK(placeOf(fs::path("/" + std::string(1 << 20, '/') + "Dropbox")).where == "Dropbox");
    std::string many = "/Dropbox";
    for (int i = 0; i < 200'000; ++i)
        many += "/a";
    CHECK(placeOf(many).where == "Dropbox");
    fs::create_symlink("circle", folder.path() / "circle");
    CHECK(placeOf(folder.path() / "circle" / "x").isLocal());
    put(folder.path() / "file");
    CHECK(placeOf(folder.path() / "file" / "x").isLocal());
}

TEST_CASE("a path is made absolute once, and keeps what leads through a link", "[place]")
{
    CHECK(absolutePath("") == "");
    CHECK(absolutePath("/a/./b/") == "/a/b");
    CHECK(absolutePath("/") == "/");
    CHECK(absolutePath("/a/../b") == "/a/../b");
    CHECK(absolutePath("x") == fs::current_path() / "x");
    CHECK(absolutePath("./x/") == fs::current_path() / "x");
}

TEST_CASE("an error of a file keeps what the system said", "[place]")
{
    const auto cause = [](int number) {
        const Error error = fileError(number, "test");
        const auto found = error.facts.find("cause");
        return found == error.facts.end() ? std::string() : found->second;
    };
    CHECK(cause(EACCES) == "no-permission");
    CHECK(cause(EPERM) == "no-permission");
    CHECK(cause(EROFS) == "read-only-disk");
    CHECK(cause(ENAMETOOLONG) == "name-too-long");
    CHECK(cause(ENOENT) == "gone");
    CHECK(cause(ENOTDIR) == "not-a-folder");
    CHECK(cause(ELOOP) == "link-loop");
    CHECK(cause(EIO) == "disk-fault");
    CHECK(cause(EMFILE) == "too-many-files");
    CHECK(cause(EINVAL) == "");
    CHECK(fileError(ENOSPC, "test").code == ErrorCode::StorageFull);
}
