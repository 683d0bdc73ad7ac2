#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/date.h"
#include "support/error.h"
#include "support/result.h"

namespace homeward::documents {

using Facts = std::map<std::string, std::string>;

/// What a failure is told with: what happened, what became of the work, what to do next. The last
/// may be empty.
struct Message {
    std::string title;
    std::string text;
    std::string next;
};

/// Sentences for the window, documents and the command line, by key, with {fact} places, from
/// resources/messages/<language>.json. Core code returns keys and facts; only here they become
/// words, so that another language is another file.
///
/// A sentence that depends on a number is an object: "by" names the fact, "one", "other" and what
/// else the language tells apart are its forms, "0" is said of that very number. Which numbers
/// "one" is said of, the file says itself, under "plural.one". A place {days:count.days} is the
/// sentence of that key about the number {n}.
class MessageCatalogue {
public:
    /// Of those that are built in. Fails with: NotFound (no such language), InvalidInput.
    static Result<MessageCatalogue> load(std::string_view language);
    /// Fails with: InvalidInput (not an object of sentences).
    static Result<MessageCatalogue> parse(std::string_view json);
    /// What load() takes, in byte order: "en".
    static std::vector<std::string> languages();

    bool has(const std::string& key) const;
    /// The sentence with its facts; the key itself where there is none, so that nothing is lost.
    /// A place without a fact stays as "-".
    std::string text(const std::string& key, const Facts& facts = {}) const;
    /// The sentence of `base`, or of the most exact key below it that the facts give:
    /// "finding.required.column" where a column is known.
    std::string exactly(const std::string& base, const Facts& facts) const;
    /// "22 November 2025"
    std::string date(Date date) const;
    /// The words of an Error: keys "error.<code>.title", "error.<code>" and "error.<code>.next",
    /// each more exactly where there is a key for one of its facts ("error.ReadOnly.network",
    /// "error.NotFound.child").
    Message message(const Error& error) const;
    /// All three in one line, as the command line says them.
    std::string text(const Error& error) const;
    /// Of a file that is refused: each place in it, with the sentence of its fault.
    std::vector<std::pair<std::string, std::string>> problems(const Error& error) const;
    /// The sentence of the broken rule or of what the system refused; never empty.
    std::string rule(const Error& error) const;

private:
    /// A fact that is a key ("on-hold" of {status}) in words; any other fact as it is.
    std::string wordsFor(std::string_view fact, const std::string& value) const;
    std::string filled(const std::string& sentence, const Facts& facts) const;
    /// What stands at a {place}.
    std::string placed(const std::string& place, const Facts& facts) const;
    /// The most exact key of `base` there is for these facts, with `part` (".title") after it;
    /// empty: none.
    std::string keyFor(const std::string& base, const Facts& facts, const std::string& part) const;
    /// What the sentences of an error may name beside its facts: {rule}, {cause}, {causeNext},
    /// {Field}.
    Facts factsOf(const Error& error) const;

    /// A sentence that depends on a number.
    struct Forms {
        std::string by;                           ///< the fact that is the number
        std::map<std::string, std::string> said;  ///< by name of the form or by the number itself
    };
    const std::string& formFor(const Forms& forms, const Facts& facts) const;

    std::map<std::string, std::string> m_messages;  ///< of those with forms: "other"
    std::map<std::string, Forms> m_forms;
    std::map<std::string, std::string> m_plurals;  ///< name of the form of a number
};

}  // namespace homeward::documents
