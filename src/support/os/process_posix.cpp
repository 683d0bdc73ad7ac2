#include "support/os/process.h"

#include <fcntl.h>
#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>

namespace homeward::os {
namespace {

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void onInterrupt(int)
{
    interrupted = true;
}

}  // namespace

bool protectMemoryOfProcess()
{
    // Either alone is not enough: a system that hands dumps to a program of its own does not ask
    // for the limit of size, and being dumpable is given back where rights change.
    const rlimit none{0, 0};
    const bool noFile = ::setrlimit(RLIMIT_CORE, &none) == 0;
    const bool noDump = ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
    return noFile && noDump;
}

void holdStandardDescriptors()
{
    int descriptor = -1;
    do
        // For reading only: an answer printed there fails, and that is told.
        descriptor = ::open("/dev/null", O_RDONLY);
    while (descriptor >= 0 && descriptor <= STDERR_FILENO);
    if (descriptor >= 0)
        ::close(descriptor);
}

void beInterruptible()
{
    struct sigaction interrupt {};  // without SA_RESTART, so that a prompt can be left
    interrupt.sa_handler = onInterrupt;
    ::sigaction(SIGINT, &interrupt, nullptr);
    // Whoever reads the answer may leave: that is told, and what was begun is ended properly.
    ::signal(SIGPIPE, SIG_IGN);
}

bool wasInterrupted()
{
    return interrupted;
}

void freeMemoryAtOnce()
{
#ifdef __GLIBC__
    // NOLINTNEXTLINE(concurrency-mt-unsafe): called first of all, before there are threads
    ::mallopt(M_MXFAST, 0);
#endif
}

std::vector<std::string> argumentsOf(int argc, char** argv)
{
    return {argv + (argc > 0 ? 1 : 0), argv + argc};
}

std::optional<std::string> environmentVariable(const std::string& name)
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing here sets a variable once threads run
    const char* value = std::getenv(name.c_str());
    return value ? std::optional<std::string>(value) : std::nullopt;
}

}  // namespace homeward::os
