#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace homeward {

/// Bytes that are overwritten when they are no longer needed: passphrases and keys.
/// Never copied by accident, never logged.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string_view text);
    explicit Secret(std::size_t size) : m_bytes(size) {}
    Secret(Secret&& other) noexcept = default;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() { wipe(); }

    Secret clone() const;
    bool isEmpty() const { return m_bytes.empty(); }
    std::size_t size() const { return m_bytes.size(); }
    const unsigned char* data() const { return m_bytes.data(); }
    unsigned char* data() { return m_bytes.data(); }
    std::string_view text() const
    {
        return {reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size()};
    }

private:
    void wipe() noexcept;
    std::vector<unsigned char> m_bytes;
};

}  // namespace homeward
