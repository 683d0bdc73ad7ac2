#include "storage/engine/sql_script.h"

#include "support/text/text.h"

namespace homeward::storage {
namespace {

/// Position after the quoted text that starts at `at`; a doubled quote stays inside it, because the
/// second half simply starts a new one.
std::size_t afterQuoted(std::string_view script, std::size_t at)
{
    const std::size_t end = script.find(script[at], at + 1);
    return end == std::string_view::npos ? script.size() : end + 1;
}

/// Position after the comment that starts at `at`, or `at` when none does.
std::size_t afterComment(std::string_view script, std::size_t at)
{
    const std::string_view rest = script.substr(at);
    if (rest.starts_with("--")) {
        const std::size_t end = script.find('\n', at);
        return end == std::string_view::npos ? script.size() : end;
    }
    if (rest.starts_with("/*")) {
        const std::size_t end = script.find("*/", at + 2);
        return end == std::string_view::npos ? script.size() : end + 2;
    }
    return at;
}

}  // namespace

std::vector<std::string> splitStatements(std::string_view script)
{
    std::vector<std::string> statements;
    std::string current;
    const auto finish = [&] {
        if (const std::string_view text = trimmed(current); !text.empty())
            statements.emplace_back(text);
        current.clear();
    };
    std::size_t at = 0;
    while (at < script.size()) {
        if (const std::size_t next = afterComment(script, at); next != at) {
            current += ' ';
            at = next;
        } else if (script[at] == '\'' || script[at] == '"') {
            const std::size_t end = afterQuoted(script, at);
            current += script.substr(at, end - at);
            at = end;
        } else if (script[at] == ';') {
            finish();
            ++at;
        } else {
            current += script[at++];
        }
    }
    finish();
    return statements;
}

}  // namespace homeward::storage
