#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

#include "support/result.h"
#include "support/run_control.h"

namespace homeward {

/// The most that one kind of JSON text may hold. Beyond it the text is refused before it is kept in
/// memory, so that these numbers also bound the time and memory that reading takes.
struct JsonLimits {
    std::size_t bytes = 1u << 20;       ///< of the whole text
    std::size_t values = 20'000;        ///< of all lists and objects together
    std::size_t entries = 5'000;        ///< of one list or object
    std::size_t textBytes = 64 * 1024;  ///< of one text, as written; names hold 1,000
    std::size_t depth = 16;             ///< lists and objects within one another, at most 64
};

/// The one door for JSON from outside, in UTF-8 or UTF-16. Parses, and refuses what parsers let
/// pass: names that stand twice in one object, numbers that a double cannot hold, texts with
/// U+0000, and what goes beyond `limits`. Linear; about 150 MB a second, and memory of the text
/// once more. Fails with: Cancelled; InvalidInput, field "document", rule "not-json", "too-deep",
/// "too-many-values", "text-too-long", "duplicate-key" (fact key), "number-too-large" or
/// "nul-in-text", each with facts line and column (characters, both from 1), or "too-large".
Result<nlohmann::json> readJson(std::string_view text, const JsonLimits& limits,
                                const RunControl& control = {});

/// The whole number from `least` to `most` that `json` is; empty for anything else, fractions too.
std::optional<std::int64_t> wholeNumber(const nlohmann::json& json, std::int64_t least,
                                        std::int64_t most);

}  // namespace homeward
