#include "support/secrets/stack_wipe.h"

#include <cstddef>

namespace homeward {
namespace {

// Deeper than any use case goes, and well within the 8 MiB that threads have.
constexpr std::size_t kDepthBytes = std::size_t{128} * 1024;

}  // namespace

[[gnu::noinline]] void wipeDeadStack() noexcept
{
    char below[kDepthBytes];
    volatile char* const begin = below;
    for (std::size_t i = 0; i < kDepthBytes; ++i)
        begin[i] = 0;
}

}  // namespace homeward
