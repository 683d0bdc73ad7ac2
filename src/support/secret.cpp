#include "support/secret.h"

#include <sodium.h>

namespace homeward {

Secret::Secret(std::string_view text) : m_bytes(text.begin(), text.end()) {}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
    }
    return *this;
}

Secret Secret::clone() const
{
    return Secret(text());
}

void Secret::wipe() noexcept
{
    if (!m_bytes.empty())
        sodium_memzero(m_bytes.data(), m_bytes.size());
    m_bytes.clear();
}

}  // namespace homeward
