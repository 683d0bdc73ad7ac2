#pragma once

#include <optional>
#include <string>

#include "support/error.h"
#include "support/secrets/secret.h"

namespace homeward::app {

inline constexpr std::size_t kShortestPassphrase = 12;  ///< characters

/// Names that a passphrase is guessed with first, whoever's it is.
struct PassphraseOwner {
    std::string accountName;
    std::string personName;
    std::string authorityName;
};

/// At least kShortestPassphrase characters, and eight of them that nobody who guesses gets for
/// nothing: repetitions, rows of the keyboard or the alphabet (four and more, either way), words
/// everybody uses (resources/passphrases/common.txt, digits for letters too) and the owner's names
/// count as one character each. Fails with field "passphrase" and the rule that cost most:
/// weak-passphrase (too short; fact least), passphrase-repeats, passphrase-rows, passphrase-common,
/// passphrase-names. Linear in what is used; quadratic in the length, of which 200 are looked at.
std::optional<Error> checkPassphrase(const Secret& passphrase, const PassphraseOwner& owner);

}  // namespace homeward::app
