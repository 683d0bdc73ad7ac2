#include "tests/storage/backed_up.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::storage;
namespace fs = std::filesystem;

TEST_CASE("a backup never goes over a file, a link or another backup", "[storage][backup][errors]")
{
    BackedUp store(1);
    const fs::path file = store.made();
    const std::string before = read(file);
    CHECK(store.backUp(file).error().code == ErrorCode::FileExists);
    CHECK(read(file) == before);
    fs::create_symlink(store.folder / "elsewhere", store.place / "link");
    CHECK(store.backUp(store.place / "link").error().code == ErrorCode::FileExists);
    CHECK_FALSE(fs::exists(store.folder / "elsewhere"));
}

TEST_CASE("a backup made while somebody writes is of one moment", "[storage][backup]")
{
    BackedUp store(200);
    std::atomic<bool> stop = false;
    std::atomic<bool> writerEnded = false;
    std::atomic<int> written = 0;
    std::thread writer([&] {
        auto own = Database::open(store.databaseFile, store.key, store.folder);
        while (own.ok() && !stop && store.append(**own, 1))
            ++written;
        writerEnded = true;
    });
    std::vector<BackupHeader> headers;
    for (int i = 0; i < 10; ++i) {
        const int before = written;
        const fs::path file = store.place / (std::to_string(i) + ".homeward-backup");
        // Somebody commits between two steps of the copy, each time.
        RunControl control;
        bool waited = false;
        control.report = [&](int done, int) {
            if (waited || done == 0)
                return;
            waited = true;
            const int seen = written;
            while (written == seen && !writerEnded)
                std::this_thread::yield();
        };
        const auto header = store.backUp(*store.database, file, control);
        REQUIRE(header.ok());
        CHECK(written > before);
        headers.push_back(*header);
    }
    CHECK_FALSE(writerEnded);
    stop = true;
    writer.join();
    for (int i = 0; i < 10; ++i) {
        const fs::path file = store.place / (std::to_string(i) + ".homeward-backup");
        const auto unpacked = store.unpack(file);
        REQUIRE(unpacked.ok());
        const ChainHead& head = headers[static_cast<std::size_t>(i)].head;
        const auto report = verifiedChain(store, store.folder / "unpacked.homeward", head);
        CHECK_FALSE(report.problem);
        CHECK(report.rows == head.sequence);
        removeStoreFiles(store.folder / "unpacked.homeward");
    }
    CHECK(headers.back().head.sequence > headers.front().head.sequence);
}

TEST_CASE("a stopped backup leaves nothing, at whatever point", "[storage][backup][cancel]")
{
    BackedUp store(200);
    const int stopAfter = GENERATE(1, 300, 460, 600, 800, 990);
    int reached = 0;
    const RunControl control{[&] { return reached >= stopAfter; },
                             [&](int done, int) { reached = std::max(reached, done); }};
    const auto header = store.backUp(store.place / "a.homeward-backup", control);
    REQUIRE_FALSE(header.ok());
    CHECK(header.error().code == ErrorCode::Cancelled);
    CHECK(BackedUp::filesIn(store.place) == 0);
    CHECK(BackedUp::filesIn(store.folder / "work") == 0);
}

TEST_CASE(
    "a program killed while it backs up leaves no file of a backup's name, and the next one "
    "tidies up",
    "[storage][backup][crash]")
{
    BackedUp store(100);
    store.database.reset();  // nothing is shared with the children
    int kills = 0;
    for (const int killAt : {1, 200, 449, 500, 600, 700, 750, 751, 900, 999}) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            auto own = Database::open(store.databaseFile, store.key, store.folder);
            if (!own.ok())
                ::_exit(1);
            RunControl control;
            control.report = [&](int done, int) {
                if (done >= killAt)
                    ::kill(::getpid(), SIGKILL);
            };
            (void)store.backUp(**own, store.place / "a.homeward-backup", control);
            ::_exit(0);
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        kills += WIFSIGNALED(status) ? 1 : 0;
        CHECK_FALSE(fs::exists(store.place / "a.homeward-backup"));
    }
    CHECK(kills == 10);
    auto own = Database::open(store.databaseFile, store.key, store.folder);
    REQUIRE(own.ok());
    REQUIRE(store.backUp(**own, store.place / "a.homeward-backup", {}).ok());
    CHECK(verifyBackup(store.place / "a.homeward-backup", store.key).ok());
    CHECK(BackedUp::filesIn(store.place) == 1);
    CHECK(BackedUp::filesIn(store.folder / "work") == 0);
}

TEST_CASE("a full disk stops a backup and leaves nothing", "[storage][backup][errors]")
{
    BackedUp store(200);
    REQUIRE(fs::file_size(store.databaseFile) > 200'000);
    Result<BackupHeader> header = Error{};
    {
        const SmallFiles full(GENERATE(rlim_t{100'000}, rlim_t{4'096}));
        header = store.backUp(store.place / "a.homeward-backup");
    }
    REQUIRE_FALSE(header.ok());
    CHECK((header.error().code == ErrorCode::StorageFull ||
           header.error().code == ErrorCode::StorageFailed));
    CHECK(BackedUp::filesIn(store.place) == 0);
    CHECK(BackedUp::filesIn(store.folder / "work") == 0);
    CHECK(store.backUp(store.place / "a.homeward-backup").ok());
}

TEST_CASE("a full disk stops unpacking and leaves nothing", "[storage][backup][errors]")
{
    BackedUp store(200);
    const fs::path file = store.made();
    Result<UnpackedBackup> unpacked = Error{};
    {
        const SmallFiles full(100'000);
        unpacked = store.unpack(file);
    }
    REQUIRE_FALSE(unpacked.ok());
    CHECK(unpacked.error().code == ErrorCode::StorageFull);
    CHECK(BackedUp::filesIn(store.folder) == 3);
    CHECK(store.unpack(file).ok());
}

TEST_CASE("a place that is not there or cannot be written to is told and nothing is made",
          "[storage][backup][errors]")
{
    BackedUp store(1);
    CHECK(store.backUp(store.folder / "gone" / "a.homeward-backup").error().code ==
          ErrorCode::StorageFailed);
    CHECK_FALSE(fs::exists(store.folder / "gone"));
    if (::geteuid() == 0)
        return;  // may write anywhere
    fs::permissions(store.place, fs::perms::owner_read | fs::perms::owner_exec);
    CHECK(store.backUp(store.place / "a.homeward-backup").error().code == ErrorCode::StorageFailed);
    fs::permissions(store.place, fs::perms::owner_all);
    CHECK(BackedUp::filesIn(store.place) == 0);
}
