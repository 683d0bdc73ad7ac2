#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace homeward {

/// Bytes that are overwritten when they are no longer needed: passphrases and keys.
/// Never copied by accident, never logged. They lie on pages of their own between pages that cannot
/// be touched, are kept out of core dumps and, as far as the system lets the process lock memory,
/// out of swap. Meant for few and small ones: each takes four pages and some ten microseconds.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string_view text);
    /// `size` bytes of zero. Throws std::bad_alloc.
    explicit Secret(std::size_t size);
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() = default;

    Secret clone() const;
    bool isEmpty() const { return m_size == 0; }
    std::size_t size() const { return m_size; }
    const unsigned char* data() const { return m_bytes.get(); }
    unsigned char* data() { return m_bytes.get(); }
    std::string_view text() const { return {reinterpret_cast<const char*>(m_bytes.get()), m_size}; }

private:
    struct WipeAndFree {
        void operator()(unsigned char* bytes) const noexcept;
    };
    std::unique_ptr<unsigned char[], WipeAndFree> m_bytes;
    std::size_t m_size = 0;
};

}  // namespace homeward
