#include "support/text/json_reading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>

#include "support/text/encoding.h"
#include "support/text/text.h"

namespace homeward {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kLongestNumber = 400;
constexpr std::size_t kLongestBlanks = 64 * 1024;
constexpr std::size_t kLongestNameBytes = 1000;
constexpr std::size_t kShownNameBytes = 80;
constexpr std::size_t kBytesBetweenStops = 64 * 1024;
constexpr std::size_t kValuesBetweenStops = 1024;

/// A rule broken at a byte of the text.
struct Fault {
    const char* rule = "";
    std::size_t at = 0;
    std::string key;
};

Error toError(std::string_view text, const Fault& fault)
{
    const std::string_view before = text.substr(0, std::min(fault.at, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t lineEnd = before.rfind('\n');
    const std::string_view within =
        lineEnd == std::string_view::npos ? before : before.substr(lineEnd + 1);
    const auto column =
        std::count_if(within.begin(), within.end(), [](char c) { return (c & 0xc0) != 0x80; }) + 1;
    std::map<std::string, std::string> facts{{"line", std::to_string(line)},
                                             {"column", std::to_string(column)}};
    if (!fault.key.empty())
        facts["key"] = shownPart(fault.key, kShownNameBytes);
    return invalidInput("document", fault.rule, std::move(facts));
}

Error cancelled()
{
    return {ErrorCode::Cancelled, "read json", {}};
}

bool isPartOfNumber(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// One look at every byte, which keeps nothing: how much there is, before any of it is kept. What
/// is no JSON at all is left to the parser, which knows better where.
class ShapeCheck {
public:
    ShapeCheck(std::string_view text, const JsonLimits& limits, const RunControl& control)
        : m_text(text), m_limits(limits), m_control(control)
    {
    }

    Result<Done> run()
    {
        std::size_t nextStop = 0;
        while (m_at < m_text.size() && !m_fault && !m_notJson) {
            if (m_at >= nextStop) {
                if (m_control.stopRequested())
                    return cancelled();
                nextStop = m_at + kBytesBetweenStops;
            }
            step(m_text[m_at]);
        }
        return m_fault ? Result<Done>(toError(m_text, *m_fault)) : Result<Done>(Done{});
    }

private:
    void step(char c)
    {
        if (c == '"')
            return passText();
        if (isPartOfNumber(c))
            return passNumber();
        if (isBlank(c))
            return passBlanks();
        if (c == '{' || c == '[')
            open();
        else if (c == '}' || c == ']')
            close();
        else if (c == ',')
            count();
        ++m_at;
    }

    void open()
    {
        if (m_depth + 1 > std::min(m_limits.depth, kDeepest)) {
            m_fault = Fault{"too-deep", m_at, {}};
            return;
        }
        m_entries[++m_depth] = 0;
        count();
    }

    void close()
    {
        m_notJson = m_depth == 0;
        m_depth -= m_depth > 0;
    }

    void count()
    {
        if (++m_values > m_limits.values || ++m_entries[m_depth] > m_limits.entries)
            m_fault = Fault{"too-many-values", m_at, {}};
    }

    void passText()
    {
        const std::size_t start = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            // A line end within a text is a quotation mark that somebody forgot.
            if (m_text[m_at] == '\n') {
                m_notJson = true;
                return;
            }
            m_at += m_text[m_at] == '\\' ? 2 : 1;
            if (m_at - start > m_limits.textBytes) {
                m_fault = Fault{"text-too-long", start, {}};
                return;
            }
        }
        ++m_at;
    }

    /// The parser keeps blanks as well until the next token.
    void passBlanks()
    {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            if (++m_at - start > kLongestBlanks) {
                m_fault = Fault{"text-too-long", start, {}};
                return;
            }
    }

    void passNumber()
    {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && isPartOfNumber(m_text[m_at]))
            if (++m_at - start > kLongestNumber) {
                m_fault = Fault{"number-too-large", start, {}};
                return;
            }
    }

    std::string_view m_text;
    const JsonLimits& m_limits;
    const RunControl& m_control;
    std::size_t m_at = 0;
    std::size_t m_values = 0;
    std::size_t m_depth = 0;
    std::array<std::size_t, kDeepest + 1> m_entries{};
    std::optional<Fault> m_fault;
    bool m_notJson = false;
};

/// The bytes of the text, telling the builder how many the parser has taken.
class CountedBytes {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountedBytes(const char* at, std::size_t* taken) : m_at(at), m_taken(taken) {}
    reference operator*() const { return *m_at; }
    CountedBytes& operator++()
    {
        ++m_at;
        ++*m_taken;
        return *this;
    }
    bool operator==(const CountedBytes& other) const { return m_at == other.m_at; }
    bool operator!=(const CountedBytes& other) const { return m_at != other.m_at; }

private:
    const char* m_at;
    std::size_t* m_taken;
};

/// Builds the document from what the parser finds, and stops it at the first thing refused.
class Builder final : public nlohmann::json_sax<Json> {
public:
    Builder(std::string_view text, const RunControl& control) : m_text(text), m_control(control) {}

    Result<Json> build()
    {
        const char* end = m_text.data() + m_text.size();
        const bool whole = Json::sax_parse(CountedBytes(m_text.data(), &m_taken),
                                           CountedBytes(end, &m_taken), this);
        if (whole)
            return std::move(m_document);
        return m_fault ? toError(m_text, *m_fault) : cancelled();
    }

    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool number_float(number_float_t value, const string_t&) override { return put(value); }
    bool binary(binary_t&) override { return false; }
    bool string(string_t& value) override { return isWithoutNul(value) && put(std::move(value)); }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override
    {
        if (name.size() > kLongestNameBytes)
            return refuse("text-too-long", startOfText());
        if (!isWithoutNul(name))
            return false;
        auto& members = m_open.back()->get_ref<Json::object_t&>();
        const auto [member, isNew] = members.emplace(name, nullptr);
        if (!isNew)
            return refuse("duplicate-key", startOfText(), name);
        m_member = &member->second;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& error) override
    {
        constexpr int kNumberOverflow = 406;
        const std::size_t at = position == 0 ? 0 : std::min(position - 1, m_text.size());
        return error.id == kNumberOverflow ? refuse("number-too-large", startOfNumber(at))
                                           : refuse("not-json", at);
    }

private:
    template <typename Value>
    bool put(Value&& value)
    {
        if (m_values++ % kValuesBetweenStops == 0 && m_control.stopRequested())
            return false;
        place(Json(std::forward<Value>(value)));
        return true;
    }

    Json* place(Json&& value)
    {
        if (m_open.empty()) {
            m_document = std::move(value);
            return &m_document;
        }
        if (m_open.back()->is_array()) {
            auto& list = m_open.back()->get_ref<Json::array_t&>();
            return &list.emplace_back(std::move(value));
        }
        *m_member = std::move(value);
        return m_member;
    }

    bool open(Json&& empty)
    {
        m_open.push_back(place(std::move(empty)));
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    bool isWithoutNul(const std::string& text)
    {
        return text.find('\0') == std::string::npos || refuse("nul-in-text", startOfText());
    }

    bool refuse(const char* rule, std::size_t at, std::string key = {})
    {
        m_fault = Fault{rule, at, std::move(key)};
        return false;
    }

    /// Of the text whose closing quotation mark was just taken: the mark before it that is not
    /// written with a backslash.
    std::size_t startOfText() const
    {
        std::size_t at = m_taken > 1 ? m_taken - 2 : 0;
        for (; at > 0; --at) {
            if (m_text[at] != '"')
                continue;
            std::size_t backslashes = 0;
            while (backslashes < at && m_text[at - 1 - backslashes] == '\\')
                ++backslashes;
            if (backslashes % 2 == 0)
                break;
        }
        return at;
    }

    std::size_t startOfNumber(std::size_t at) const
    {
        while (at > 0 && isPartOfNumber(m_text[at - 1]))
            --at;
        return at;
    }

    std::string_view m_text;
    const RunControl& m_control;
    Json m_document;
    std::vector<Json*> m_open;
    Json* m_member = nullptr;
    std::size_t m_taken = 0;
    std::size_t m_values = 0;
    std::optional<Fault> m_fault;
};

}  // namespace

Result<nlohmann::json> readJson(std::string_view text, const JsonLimits& limits,
                                const RunControl& control)
{
    if (text.size() > limits.bytes)
        return invalidInput("document", "too-large");
    if (encodingOf(text).encoding != Encoding::Utf8)
        return readJson(toUtf8(text), limits, control);
    if (const auto shape = ShapeCheck(text, limits, control).run(); !shape)
        return shape.error();
    return Builder(text, control).build();
}

std::optional<std::int64_t> wholeNumber(const nlohmann::json& json, std::int64_t least,
                                        std::int64_t most)
{
    std::int64_t value = 0;
    if (json.is_number_unsigned()) {
        const auto number = json.get<std::uint64_t>();
        if (most < 0 || number > static_cast<std::uint64_t>(most))
            return std::nullopt;
        value = static_cast<std::int64_t>(number);
    } else if (json.is_number_integer()) {
        value = json.get<std::int64_t>();
    } else {
        return std::nullopt;
    }
    if (value < least || value > most)
        return std::nullopt;
    return value;
}

}  // namespace homeward
