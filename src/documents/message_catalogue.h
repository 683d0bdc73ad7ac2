#pragma once

#include <map>
#include <string>
#include <string_view>

#include "support/error.h"
#include "support/result.h"

namespace homeward::documents {

using Facts = std::map<std::string, std::string>;

/// Sentences for documents and the command line, by key, with {fact} places, from
/// resources/messages/<language>.json. Core code returns keys and facts; only here they become
/// words, so that another language is another file.
class MessageCatalogue {
public:
    /// Fails with: NotFound (no such language), InvalidInput (not a flat object of strings).
    static Result<MessageCatalogue> load(std::string_view language);
    static Result<MessageCatalogue> parse(std::string_view json);

    bool has(const std::string& key) const;
    /// The sentence with its facts; the key itself where there is none, so that nothing is lost.
    /// A place without a fact stays as "-".
    std::string text(const std::string& key, const Facts& facts = {}) const;
    /// What happened, for an Error: key "error.<code>", or "error.<code>.<why>" where there is one;
    /// then "rule.<rule>" for invalid input and "cause.<cause>" for what the system refused.
    std::string text(const Error& error) const;

private:
    /// A fact that is a key ("on-hold" of {status}) in words; any other fact as it is.
    std::string wordsFor(std::string_view fact, const std::string& value) const;
    std::string filled(const std::string& sentence, const Facts& facts) const;

    std::map<std::string, std::string> m_messages;
};

}  // namespace homeward::documents
