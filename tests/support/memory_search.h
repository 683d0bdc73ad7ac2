#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/secrets/secret.h"

namespace homeward::test {

/// Text that stands nowhere in the program as it is, so that a search of memory finds only what the
/// program made of it: each byte is masked, by the compiler already.
class Masked {
public:
    template <std::size_t Size>
    consteval explicit Masked(const char (&text)[Size]) : m_size(Size - 1)
    {
        static_assert(Size - 1 <= kMost);
        for (std::size_t i = 0; i < m_size; ++i)
            m_bytes[i] = static_cast<unsigned char>(static_cast<unsigned char>(text[i]) ^ kMask);
    }
    static constexpr unsigned char kMask = 0xa5;
    std::size_t size() const { return m_size; }
    char at(std::size_t i) const { return static_cast<char>(m_bytes[i] ^ kMask); }
    /// In one step, into memory that is overwritten.
    Secret secret() const;
    std::string text() const;

private:
    static constexpr std::size_t kMost = 64;
    unsigned char m_bytes[kMost]{};
    std::size_t m_size;
};

/// What is looked for, masked as long as it is kept.
class Needle {
public:
    /// As UTF-8.
    static Needle of(const Masked& text);
    /// As UTF-16 in the machine's order; `text` is ASCII.
    static Needle utf16Of(const Masked& text);
    static Needle of(const Secret& bytes);
    enum class Letters { Small, Capital };
    static Needle hexOf(const Secret& bytes, Letters letters);

    std::size_t size() const { return m_masked.size(); }
    /// Whether it stands at `begin`, of which size() bytes can be read.
    bool standsAt(const unsigned char* begin) const;

private:
    void add(unsigned char byte) { m_masked.push_back(byte ^ Masked::kMask); }
    std::vector<unsigned char> m_masked;
};

/// How often `needle` stands in the memory of this process that can be written: heap, stacks, data,
/// private mappings. Other threads should be at rest. Each place is told on the standard error
/// output when HOMEWARD_SHOW_FOUND is set.
int countInMemory(const Needle& needle);

}  // namespace homeward::test
