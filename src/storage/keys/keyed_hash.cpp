#include "storage/keys/keyed_hash.h"

#include <cstdint>
#include <cstdlib>

namespace homeward::storage {
namespace {

constexpr std::size_t kHashBytes = 32;

}  // namespace

void startSodium()
{
    static const int started = sodium_init();
    if (started < 0)
        std::abort();
}

KeyedHash::KeyedHash(const Secret& key, std::string_view kind)
{
    startSodium();
    crypto_generichash_init(&m_state, key.data(), key.size(), kHashBytes);
    add(kind);
}

KeyedHash& KeyedHash::add(std::string_view text)
{
    unsigned char length[8];
    std::uint64_t rest = text.size();
    for (unsigned char& byte : length) {
        byte = static_cast<unsigned char>(rest & 0xff);
        rest >>= 8;
    }
    crypto_generichash_update(&m_state, length, sizeof length);
    crypto_generichash_update(&m_state, reinterpret_cast<const unsigned char*>(text.data()),
                              text.size());
    return *this;
}

std::string KeyedHash::hex()
{
    unsigned char hash[kHashBytes];
    crypto_generichash_final(&m_state, hash, sizeof hash);
    char text[kHashBytes * 2 + 1];
    sodium_bin2hex(text, sizeof text, hash, sizeof hash);
    return text;
}

bool sameHash(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace homeward::storage
