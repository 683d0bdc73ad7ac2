#pragma once

#include <sodium.h>

#include <string>
#include <string_view>

#include "support/secrets/secret.h"

namespace homeward::storage {

/// Must have run before any other call of libsodium. Cheap after the first time. Aborts when the
/// machine gives no random numbers.
void startSodium();

/// BLAKE2b with a key over a list of texts. Each text goes in behind its length, so two different
/// lists never read the same; the first one says what is being hashed, so that a value of one kind
/// never passes for another.
class KeyedHash {
public:
    KeyedHash(const Secret& key, std::string_view kind);
    ~KeyedHash() { sodium_memzero(&m_state, sizeof m_state); }  // its first block is the key
    KeyedHash(const KeyedHash&) = delete;
    KeyedHash& operator=(const KeyedHash&) = delete;
    KeyedHash& add(std::string_view text);
    KeyedHash& add(long long number) { return add(std::to_string(number)); }
    /// 64 hexadecimal digits. Ends the hash.
    std::string hex();

private:
    crypto_generichash_state m_state;
};

/// Compares in a time that does not depend on where the texts differ.
bool sameHash(std::string_view a, std::string_view b);

}  // namespace homeward::storage
