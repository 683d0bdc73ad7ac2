#include "support/process.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace homeward {

bool protectMemoryOfProcess()
{
    // Either alone is not enough: a system that hands dumps to a program of its own does not ask
    // for the limit of size, and being dumpable is given back where rights change.
    const rlimit none{0, 0};
    const bool noFile = ::setrlimit(RLIMIT_CORE, &none) == 0;
    const bool noDump = ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
    return noFile && noDump;
}

}  // namespace homeward
