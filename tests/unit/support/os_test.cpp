#include "support/os/file.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <cerrno>
#include <fstream>
#include <thread>

#include "support/os/disk.h"
#include "support/text/path_text.h"
#include "tests/support/temporary_folder.h"

using namespace homeward;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& file)
{
    std::ifstream input(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(input), {}};
}

void put(const fs::path& file, std::string_view text)
{
    std::ofstream(file, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("a file that is made is its owner's only, and never made twice")
{
    const test::TemporaryFolder folder;
    const fs::path name = folder.path() / "keys";
    REQUIRE(os::File(name, os::Opening::Make).isOpen());
    CHECK(fs::status(name).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    const os::File again(name, os::Opening::Make);
    CHECK_FALSE(again.isOpen());
    CHECK(errno == EEXIST);
}

TEST_CASE("nothing is made or changed through a link")
{
    const test::TemporaryFolder folder;
    put(folder.path() / "other", "kept");
    const fs::path link = folder.path() / "link";
    fs::create_symlink(folder.path() / "other", link);
    for (const os::Opening how :
         {os::Opening::Make, os::Opening::Keep, os::Opening::Append, os::Opening::ChangeOwn,
          os::Opening::ReadOwn, os::Opening::WriteStream})
        CHECK_FALSE(os::File(link, how).isOpen());
    CHECK(os::File(link, os::Opening::Read).isOpen());
    CHECK(contentOf(folder.path() / "other") == "kept");
}

TEST_CASE("bytes are read and written where they are asked for")
{
    const test::TemporaryFolder folder;
    os::File file(folder.path() / "file", os::Opening::Make);
    REQUIRE(file.write("0123456789"));
    CHECK(file.writeAt(2, "ab"));
    char part[4] = {};
    CHECK(file.readAt(1, part, 3) == 3);
    CHECK(std::string(part) == "1ab");
    char whole[16];
    REQUIRE(file.rewind());
    CHECK(file.readFully(whole, sizeof whole) == 10);
    CHECK(std::string(whole, 10) == "01ab456789");
    CHECK(file.readFully(whole, sizeof whole) == 0);
    CHECK(file.flush());
    CHECK(file.makeEmpty());
    CHECK(file.state()->bytes == 0);
}

TEST_CASE("one holds a lock, many share one, and it ends with the file")
{
    const test::TemporaryFolder folder;
    const fs::path name = folder.path() / "lock";
    os::File first(name, os::Opening::Keep);
    os::File second(name, os::Opening::Change);
    REQUIRE(first.tryLock(os::LockKind::Exclusive));
    CHECK(first.tryLock(os::LockKind::Exclusive));
    CHECK_FALSE(second.tryLock(os::LockKind::Shared));
    CHECK(errno == EWOULDBLOCK);
    CHECK_FALSE(second.lockWithin(std::chrono::milliseconds(5), os::LockKind::Exclusive));
    SECTION("given back")
    {
        first.unlock();
    }
    SECTION("closed")
    {
        first = os::File();
    }
    CHECK(second.tryLock(os::LockKind::Shared));
    os::File third(name, os::Opening::Read);
    CHECK(third.tryLock(os::LockKind::Shared));
}

TEST_CASE("a file knows whether its name still leads to it")
{
    const test::TemporaryFolder folder;
    const fs::path name = folder.path() / "file";
    const os::File file(name, os::Opening::Make);
    CHECK(file.isAt(name));
    fs::rename(name, folder.path() / "moved");
    CHECK_FALSE(file.isAt(name));
    fs::create_symlink(folder.path() / "moved", name);
    CHECK_FALSE(file.isAt(name));
    CHECK(os::stateOf(name)->identity == file.state()->identity);
    fs::remove(folder.path() / "moved");
    CHECK(file.state()->names == 0);
    CHECK_FALSE(os::File().isAt(name));
}

TEST_CASE("renaming replaces a file or an empty folder, and renaming only replaces nothing")
{
    const test::TemporaryFolder folder;
    const fs::path from = folder.path() / "from";
    const fs::path to = folder.path() / "to";
    put(from, "new");
    put(to, "old");
    CHECK_FALSE(os::renameOnly(from, to));
    CHECK(errno == EEXIST);
    CHECK(contentOf(to) == "old");
    CHECK(os::rename(from, to));
    CHECK(contentOf(to) == "new");
    CHECK(os::renameOnly(to, from));
    CHECK_FALSE(fs::exists(to));

    fs::create_directories(folder.path() / "made" / "inside");
    fs::create_directory(to);
    CHECK(os::rename(folder.path() / "made", to));
    fs::create_directory(folder.path() / "another");
    CHECK_FALSE(os::rename(folder.path() / "another", to));
}

TEST_CASE("a folder is locked by one at a time")
{
    const test::TemporaryFolder folder;
    auto first = std::make_unique<os::FolderLock>(folder.path());
    REQUIRE(first->isHeld());
    std::atomic<bool> released{false};
    std::atomic<bool> waited{false};
    std::thread other([&] {
        const os::FolderLock second(folder.path());
        waited = second.isHeld() && released;
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    released = true;
    first.reset();
    other.join();
    CHECK(waited);
    CHECK(os::FolderLock(folder.path() / "missing").problem() == ENOENT);
}

TEST_CASE("private folders differ and are their owner's only")
{
    const test::TemporaryFolder folder;
    const auto one = os::makePrivateFolder(folder.path());
    const auto two = os::makePrivateFolder(folder.path());
    REQUIRE((one && two));
    CHECK(*one != *two);
    CHECK(fs::status(*one).permissions() == fs::perms::owner_all);
    CHECK_FALSE(os::makePrivateFolder(folder.path() / "missing"));
}

TEST_CASE("a path keeps its letters as text and back")
{
    const std::string name = "Akten/Nguyễn Thị Ánh";
    CHECK(pathText(pathFrom(name)) == name);
    CHECK(pathFrom(name).filename() == pathFrom("Nguyễn Thị Ánh"));
}
