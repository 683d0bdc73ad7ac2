#include "support/secrets/secret.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

#include "support/secrets/secret_file.h"
#include "tests/support/temporary_folder.h"

using namespace homeward;

TEST_CASE("a secret holds its bytes, and only the one it was moved to has them",
          "[support][secret]")
{
    Secret first(std::string_view("otter lantern"));
    CHECK(first.text() == "otter lantern");
    const Secret copy = first.clone();
    Secret second = std::move(first);
    CHECK(second.text() == "otter lantern");
    CHECK(copy.text() == "otter lantern");
    CHECK(first.isEmpty());  // NOLINT(bugprone-use-after-move)
    second = Secret();
    CHECK(second.isEmpty());
    CHECK(second.text().empty());
}

TEST_CASE("a secret of a size begins with zeros", "[support][secret]")
{
    const Secret secret(std::size_t{5'000});
    CHECK(secret.text() == std::string(5'000, '\0'));
    CHECK(Secret(std::string_view()).isEmpty());
}

TEST_CASE("a passphrase file gives its first line", "[support][secret]")
{
    const auto [content, line] = GENERATE(table<std::string, std::string>({
        {"otter lantern", "otter lantern"},
        {"otter lantern\n", "otter lantern"},
        {"otter lantern\r\nnot this line\r\n", "otter lantern"},
        {" spaces stay \n", " spaces stay "},
        {"\n", ""},
        {"", ""},
        {"\xef\xbb\xbfotter lantern\r\n", "otter lantern"},
        {std::string("\xff\xfeo\0k\0\r\0\n\0x\0", 12), "ok"},
        {std::string("\xfe\xff\0o\0k", 6), "ok"},
        {std::string("o\0t\0t\0e\0r\0\n\0", 12), "otter"},
        {std::string(5'000, 'x'), std::string(4'096, 'x')},
    }));
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "passphrase";
    std::ofstream(file, std::ios::binary) << content;
    const auto secret = readSecretLine(file);
    REQUIRE(secret.ok());
    CHECK(secret->text() == line);
}

TEST_CASE("a passphrase file may be a pipe; one that is not there or a folder is FileUnreadable",
          "[support][secret]")
{
    const test::TemporaryFolder folder;
    const auto pipe = folder.path() / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    std::thread writer([&] { std::ofstream(pipe) << "otter " << std::flush << "lantern\n"; });
    const auto secret = readSecretLine(pipe);
    writer.join();
    REQUIRE(secret.ok());
    CHECK(secret->text() == "otter lantern");
    for (const auto& file : {folder.path() / "missing", folder.path()}) {
        const auto nothing = readSecretLine(file);
        REQUIRE_FALSE(nothing.ok());
        CHECK(nothing.error().code == ErrorCode::FileUnreadable);
    }
}
