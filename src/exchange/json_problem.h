#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "support/result.h"

namespace homeward::exchange {

/// Faults of one JSON document, each at its JSON pointer. The words are English and technical, for
/// whoever made the file; what the user is told around them comes from the rule.
class JsonProblems {
public:
    /// `path` is a JSON pointer, "" for the whole document.
    void add(std::string path, std::string what);
    bool empty() const { return m_problems.empty(); }
    /// InvalidInput with rule "invalid-document" and facts path and problems. Only when not empty.
    Error toError() const;

private:
    struct Problem {
        std::string path;
        std::string what;
    };
    std::vector<Problem> m_problems;
};

/// Parses `text` and checks it against the built-in schema at `schemaPath` ("schemas/...").
/// Fails with: InvalidInput, rule "not-json" (facts line, column, both from 1) or as
/// JsonProblems::toError.
Result<nlohmann::json> parseChecked(std::string_view text, std::string_view schemaPath);

/// Parses only. Fails with: InvalidInput, rule "not-json".
Result<nlohmann::json> parseJson(std::string_view text);

/// Two-space indented text with a line end; never throws, bytes that are not UTF-8 become U+FFFD.
std::string toText(const nlohmann::ordered_json& document);

/// JSON pointer to a member or an element of what `base` points at.
std::string pointerTo(const std::string& base, std::string_view member);
std::string pointerTo(const std::string& base, std::size_t index);

}  // namespace homeward::exchange
