#include "support/guard.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <new>
#include <stdexcept>

#include "support/os/process.h"

using namespace homeward;

TEST_CASE("whatever is thrown becomes a failure of ours, without its words", "[support]")
{
    const auto failure = [](auto thrown) {
        return guarded("place", [&]() -> Result<int> { throw thrown; }).error();
    };
    CHECK(failure(std::runtime_error("Tyler")).code == ErrorCode::Internal);
    CHECK(failure(std::runtime_error("Tyler")).detail.find("Tyler") == std::string::npos);
    CHECK(failure(std::runtime_error("Tyler")).detail.starts_with("place: "));
    CHECK(failure(std::bad_alloc()).detail == "place: out of memory");
    CHECK(failure(3).detail == "place: exception");
    CHECK(*guarded("place", []() -> Result<int> { return 4; }) == 4);
}

TEST_CASE("a protected process writes no core and cannot be looked into", "[support]")
{
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        rlimit core{1, 1};
        const bool done = os::protectMemoryOfProcess();
        ::getrlimit(RLIMIT_CORE, &core);
        ::_exit(done && core.rlim_cur == 0 && core.rlim_max == 0 &&
                        ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0
                    ? 0
                    : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
}
