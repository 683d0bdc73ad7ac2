#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "support/result.h"
#include "support/run_control.h"
#include "support/text/json_reading.h"

namespace homeward::exchange {

/// Faults of one JSON document, each at its JSON pointer, for whoever made the file. The first 100
/// are kept, the others counted; long names and words are cut, for they come from the file.
class JsonProblems {
public:
    /// `path` is a JSON pointer, "" for the whole document; `key` that of a sentence in the
    /// catalogue, under "problem."; `what` the name or number that it needs.
    void add(const std::string& path, const std::string& key, const std::string& what = {});
    /// Those of a part of the document, after its own.
    void take(JsonProblems&& others);
    bool empty() const { return m_problems.empty(); }
    /// InvalidInput with rule "invalid-document" and facts path, problems (one per line as
    /// "<path>: <key>" or "<path>: <key> <what>") and, where not all are kept, more: their number.
    /// Only when not empty.
    Error toError() const;

private:
    struct Problem {
        std::string path;
        std::string key;
        std::string what;
    };
    std::vector<Problem> m_problems;
    std::size_t m_more = 0;
};

/// A schema built into the program ("schemas/..."), ready to check documents against; made once,
/// for any thread. Throws where the schema itself does not read.
class SchemaCheck {
public:
    explicit SchemaCheck(std::string_view schemaPath);
    ~SchemaCheck();
    SchemaCheck(const SchemaCheck&) = delete;
    SchemaCheck& operator=(const SchemaCheck&) = delete;
    /// Adds what is wrong with `document`, which stands at the JSON pointer `base`. O(n log n).
    void check(const nlohmann::json& document, const std::string& base,
               JsonProblems& problems) const;

private:
    struct Schema;
    std::unique_ptr<const Schema> m_schema;
};

/// Reads `text` through support/text/json_reading.h and checks it against `schema`.
/// Fails as readJson or as JsonProblems::toError.
Result<nlohmann::json> parseChecked(std::string_view text, const SchemaCheck& schema,
                                    const JsonLimits& limits, const RunControl& control = {});

/// Two-space indented text with a line end; never throws, bytes that are not UTF-8 become U+FFFD.
std::string toText(const nlohmann::ordered_json& document);

/// JSON pointer to a member or an element of what `base` points at.
std::string pointerTo(const std::string& base, std::string_view member);
std::string pointerTo(const std::string& base, std::size_t index);

}  // namespace homeward::exchange
