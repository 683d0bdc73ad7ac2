// Linked into the programs, not into a library: whatever is freed anywhere in the process, by Qt
// and SQLite too, is overwritten first. It stands in front of the C library's own allocator and
// passes everything on to it, so that blocks, threads and forks are as ever.
#include <cstdlib>

#if defined(__GLIBC__)

#include <dlfcn.h>
#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstring>

namespace {

using Free = void (*)(void*);
using Realloc = void* (*)(void*, std::size_t);

/// What would be called without this file: the C library's, or a tool's that was loaded before it.
template <typename Function>
Function next(std::atomic<Function>& found, const char* name)
{
    Function function = found.load(std::memory_order_acquire);
    if (!function) {
        function = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
        found.store(function, std::memory_order_release);
    }
    return function;
}

std::atomic<Free> nextFree{nullptr};
std::atomic<Realloc> nextRealloc{nullptr};

/// What the C library writes into the second word of a small block that is free, to know one that
/// is freed twice; 0: not known. Different in every process.
std::uintptr_t freedMark = 0;

void passToFree(void* block)
{
    if (const Free function = next(nextFree, "free"))
        function(block);
}

/// The mark has to stay where it is, or a block freed twice would no longer end the program.
bool isFreeAlready(const void* block, std::size_t size)
{
    std::uintptr_t words[2];
    if (freedMark == 0 || size < sizeof words)
        return false;
    std::memcpy(words, block, sizeof words);
    return words[1] == freedMark;
}

void wipe(void* begin, std::size_t size)
{
    std::memset(begin, 0, size);
    __asm__ __volatile__("" : : "r"(begin) : "memory");  // not dead stores
}

[[gnu::constructor]] void learnFreedMark()
{
    std::uintptr_t words[2];
    void* block = std::malloc(sizeof words);
    if (!block)
        return;
    wipe(block, sizeof words);
    // The address alone goes on, so that the compiler does not take the block for gone.
    void* seen = block;
    __asm__ __volatile__("" : "+r"(seen));
    passToFree(block);
    std::memcpy(words, seen, sizeof words);
    freedMark = words[1];
}

}  // namespace

// The names of the C library's own headers are reserved.
// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name)
extern "C" {

void free(void* block) noexcept
{
    if (!block)
        return;
    const std::size_t size = ::malloc_usable_size(block);
    if (!isFreeAlready(block, size))
        wipe(block, size);
    passToFree(block);
}

void* realloc(void* block, std::size_t size) noexcept
{
    if (!block)
        return std::malloc(size);
    if (size == 0) {
        free(block);
        return nullptr;
    }
    const std::size_t before = ::malloc_usable_size(block);
    if (size <= before) {
        // A smaller block stays where it is; what is cut off would be free as it stands.
        wipe(static_cast<char*>(block) + size, before - size);
        const Realloc function = next(nextRealloc, "realloc");
        return function ? function(block, size) : block;
    }
    void* const fresh = std::malloc(size);
    if (!fresh)
        return nullptr;
    std::memcpy(fresh, block, before);
    free(block);
    return fresh;
}

}  // extern "C"
// NOLINTEND(readability-inconsistent-declaration-parameter-name)

#endif
