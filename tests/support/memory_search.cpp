#include "tests/support/memory_search.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace homeward::test {

namespace {

constexpr std::size_t kWindowBytes = std::size_t{1} << 20;

struct Mapping {
    std::uintptr_t begin = 0;
    std::uintptr_t end = 0;
    std::string line;  ///< as the kernel says it
};

std::vector<Mapping> writableMappings()
{
    std::vector<Mapping> mappings;
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        Mapping mapping;
        char rights[5] = {};
        if (std::sscanf(line.c_str(), "%lx-%lx %4s", &mapping.begin, &mapping.end, rights) != 3)
            throw std::runtime_error("maps");
        if (rights[0] != 'r' || rights[1] != 'w')
            continue;
        mapping.line = line;
        mappings.push_back(std::move(mapping));
    }
    return mappings;
}

/// A part of memory at a time, copied where the search does not look, and wiped at the end.
class Window {
public:
    Window()
        : m_memory(::open("/proc/self/mem", O_RDONLY | O_CLOEXEC)),
          m_bytes(static_cast<unsigned char*>(::mmap(nullptr, kWindowBytes, PROT_READ | PROT_WRITE,
                                                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)))
    {
        if (m_memory < 0 || m_bytes == MAP_FAILED)
            throw std::runtime_error("own memory cannot be read");
    }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    ~Window()
    {
        ::munmap(m_bytes, kWindowBytes);
        ::close(m_memory);
    }
    const unsigned char* bytes() const { return m_bytes; }
    /// Bytes that could be read from `begin`.
    std::size_t moveTo(std::uintptr_t begin, std::size_t most)
    {
        const ssize_t got =
            ::pread(m_memory, m_bytes, std::min(most, kWindowBytes), static_cast<off_t>(begin));
        return got > 0 ? static_cast<std::size_t>(got) : 0;
    }

private:
    int m_memory;
    unsigned char* m_bytes;
};

int countIn(const Mapping& mapping, const Needle& needle, Window& window)
{
    int found = 0;
    // The next part begins with what may be the first bytes of one that is cut in two.
    for (std::uintptr_t at = mapping.begin; at + needle.size() <= mapping.end;) {
        const std::size_t got = window.moveTo(at, mapping.end - at);
        if (got < needle.size())
            break;
        for (std::size_t i = 0; i + needle.size() <= got; ++i) {
            if (!needle.standsAt(window.bytes() + i))
                continue;
            ++found;
            if (std::getenv("HOMEWARD_SHOW_FOUND"))
                std::fprintf(stderr, "found at %lx in %s\n", at + i, mapping.line.c_str());
        }
        at += got - needle.size() + 1;
    }
    return found;
}

}  // namespace

Secret Masked::secret() const
{
    Secret secret(m_size);
    for (std::size_t i = 0; i < m_size; ++i)
        secret.data()[i] = static_cast<unsigned char>(at(i));
    return secret;
}

std::string Masked::text() const
{
    std::string text;
    text.reserve(m_size);
    for (std::size_t i = 0; i < m_size; ++i)
        text += at(i);
    return text;
}

Needle Needle::of(const Masked& text)
{
    Needle needle;
    for (std::size_t i = 0; i < text.size(); ++i)
        needle.add(static_cast<unsigned char>(text.at(i)));
    return needle;
}

Needle Needle::utf16Of(const Masked& text)
{
    Needle needle;
    for (std::size_t i = 0; i < text.size(); ++i) {
        needle.add(static_cast<unsigned char>(text.at(i)));
        needle.add(0);
    }
    return needle;
}

Needle Needle::of(const Secret& bytes)
{
    Needle needle;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        needle.add(bytes.data()[i]);
    return needle;
}

Needle Needle::hexOf(const Secret& bytes, Letters letters)
{
    const char* const digits = letters == Letters::Small ? "0123456789abcdef" : "0123456789ABCDEF";
    Needle needle;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        needle.add(static_cast<unsigned char>(digits[bytes.data()[i] >> 4]));
        needle.add(static_cast<unsigned char>(digits[bytes.data()[i] & 0x0f]));
    }
    return needle;
}

bool Needle::standsAt(const unsigned char* begin) const
{
    for (std::size_t i = 0; i < m_masked.size(); ++i)
        if (static_cast<unsigned char>(begin[i] ^ Masked::kMask) != m_masked[i])
            return false;
    return true;
}

int countInMemory(const Needle& needle)
{
    const std::vector<Mapping> mappings = writableMappings();
    Window window;
    int found = 0;
    for (const Mapping& mapping : mappings)
        found += countIn(mapping, needle, window);
    return found;
}

}  // namespace homeward::test
