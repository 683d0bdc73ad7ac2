#include "support/secrets/secret.h"

#include <sodium.h>

#include <algorithm>
#include <cstdlib>
#include <new>
#include <utility>

namespace homeward {
namespace {

unsigned char* lockedBytes(std::size_t size)
{
    static const int started = sodium_init();
    if (started < 0)
        std::abort();
    if (size == 0)
        return nullptr;
    void* const bytes = sodium_malloc(size);
    if (!bytes)
        throw std::bad_alloc();
    return static_cast<unsigned char*>(bytes);
}

}  // namespace

void Secret::WipeAndFree::operator()(unsigned char* bytes) const noexcept
{
    sodium_free(bytes);
}

Secret::Secret(std::string_view text) : m_bytes(lockedBytes(text.size())), m_size(text.size())
{
    std::copy(text.begin(), text.end(), m_bytes.get());
}

Secret::Secret(std::size_t size) : m_bytes(lockedBytes(size)), m_size(size)
{
    std::fill_n(m_bytes.get(), size, static_cast<unsigned char>(0));
}

Secret::Secret(Secret&& other) noexcept
    : m_bytes(std::move(other.m_bytes)), m_size(std::exchange(other.m_size, 0))
{
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        m_bytes = std::move(other.m_bytes);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret Secret::clone() const
{
    return Secret(text());
}

}  // namespace homeward
