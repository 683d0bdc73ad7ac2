#include "support/text/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <utility>

namespace homeward {
namespace {

struct CodePoint {
    std::uint32_t value = 0;
    std::size_t length = 0;  ///< bytes; 0: not well-formed here
};

CodePoint decode(std::string_view text)
{
    utf8proc_int32_t value = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &value);
    if (length <= 0)
        return {};
    return {static_cast<std::uint32_t>(value), static_cast<std::size_t>(length)};
}

struct Typed {
    std::uint32_t letter;
    std::string_view as;
};

/// Letters that Unicode does not take apart, and what people type for them. In order.
constexpr Typed kTyped[] = {
    {U'æ', "ae"}, {U'ð', "d"}, {U'ø', "o"}, {U'þ', "th"}, {U'đ', "d"}, {U'ħ', "h"}, {U'ı', "i"},
    {U'ĸ', "k"},  {U'ł', "l"}, {U'ŋ', "n"}, {U'œ', "oe"}, {U'ŧ', "t"}, {U'ƙ', "k"}, {U'ƴ', "y"},
    {U'ɓ', "b"},  {U'ɔ', "o"}, {U'ɖ', "d"}, {U'ɗ', "d"},  {U'ə', "e"}, {U'ɛ', "e"}, {U'ґ', "г"}};

static_assert(std::is_sorted(std::begin(kTyped), std::end(kTyped),
                             [](const Typed& a, const Typed& b) { return a.letter < b.letter; }));

/// Belongs to the word around it: O'Neill, Hawaiʻi, Paral·lel.
bool joinsLetters(std::uint32_t c)
{
    return c == 0xb7 || c == 0x2bb || c == 0x2bc || c == 0x2019;
}

bool separatesWords(std::uint32_t c)
{
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    const bool punctuation = category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
    const bool blank = category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_CO;
    return c < 0xc0 || punctuation || blank;
}

/// Text in the making, without spaces at its begin and never two together.
class Folded {
public:
    explicit Folded(std::size_t about) { m_text.reserve(about); }
    void space()
    {
        if (!m_text.empty() && m_text.back() != ' ')
            m_text += ' ';
    }
    /// Of ASCII, most of most names: without asking the tables of Unicode.
    void addPlain(char c)
    {
        const bool upper = c >= 'A' && c <= 'Z';
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || upper)
            m_text += upper ? static_cast<char>(c - 'A' + 'a') : c;
        else if (c != '\'')
            space();
    }
    /// One part of a letter that was taken apart, in lower case.
    void add(std::uint32_t c)
    {
        if (c < 0x80)
            return addPlain(static_cast<char>(c));
        if (isAccent(c) || joinsLetters(c))
            return;
        const auto* typed = std::lower_bound(
            std::begin(kTyped), std::end(kTyped), c,
            [](const Typed& entry, std::uint32_t letter) { return entry.letter < letter; });
        if (typed != std::end(kTyped) && typed->letter == c)
            m_text += typed->as;
        else if (separatesWords(c))
            space();
        else
            append(c);
    }
    std::string taken()
    {
        if (!m_text.empty() && m_text.back() == ' ')
            m_text.pop_back();
        return std::move(m_text);
    }

private:
    static bool isAccent(std::uint32_t c)
    {
        return utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->combining_class != 0;
    }
    void append(std::uint32_t c)
    {
        utf8proc_uint8_t bytes[4];
        const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes);
        m_text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    }

    std::string m_text;
};

bool steersTerminal(std::uint32_t c)
{
    const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c <= 0x9f);
    const bool direction = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    return control || direction || c == 0x2028 || c == 0x2029;
}

std::string escaped(const char* format, std::uint32_t value)
{
    char shown[16];
    std::snprintf(shown, sizeof shown, format, static_cast<unsigned>(value));
    return shown;
}

}  // namespace

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kSpace = " \t\r\n\f\v";
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::string asSeen(std::string_view text)
{
    constexpr std::string_view kBlanks[] = {"\xc2\xa0",     "\xe2\x80\x87", "\xe2\x80\xaf",
                                            "\xe2\x80\x82", "\xe2\x80\x83", "\xe2\x80\x89",
                                            "\xe3\x80\x80"};
    constexpr std::string_view kNothing[] = {"\xe2\x80\x8b", "\xe2\x80\x8c", "\xe2\x80\x8d",
                                             "\xe2\x81\xa0", "\xef\xbb\xbf", "\xc2\xad",
                                             "\xe2\x80\x8e", "\xe2\x80\x8f"};
    std::string seen;
    seen.reserve(text.size());
    while (!text.empty()) {
        const auto startsText = [&](std::string_view sign) { return text.starts_with(sign); };
        const auto blank = std::ranges::find_if(kBlanks, startsText);
        const auto nothing = std::ranges::find_if(kNothing, startsText);
        if (blank != std::end(kBlanks)) {
            seen += ' ';
            text.remove_prefix(blank->size());
        } else if (nothing != std::end(kNothing)) {
            text.remove_prefix(nothing->size());
        } else {
            seen += text.front();
            text.remove_prefix(1);
        }
    }
    return std::string(trimmed(seen));
}

std::string foldedForSearch(std::string_view text)
{
    constexpr auto kFold =
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
    constexpr std::size_t kMostParts = 32;  // the longest of Unicode has 18
    Folded folded(text.size());
    while (!text.empty()) {
        const char first = text.front();
        const bool isPlain = static_cast<unsigned char>(first) < 0x80;
        const CodePoint point = isPlain ? CodePoint{0, 1} : decode(text);
        if (isPlain) {
            folded.addPlain(first);
        } else if (point.length == 0) {
            folded.space();
        } else {
            std::array<utf8proc_int32_t, kMostParts> parts;
            int ignored = 0;
            const utf8proc_ssize_t count =
                utf8proc_decompose_char(static_cast<utf8proc_int32_t>(point.value), parts.data(),
                                        kMostParts, kFold, &ignored);
            for (utf8proc_ssize_t i = 0; i < count; ++i)
                folded.add(static_cast<std::uint32_t>(parts[static_cast<std::size_t>(i)]));
        }
        text.remove_prefix(point.length == 0 ? 1 : point.length);
    }
    return folded.taken();
}

bool holdsWords(std::string_view folded, std::string_view foldedTyped)
{
    const auto words = split(foldedTyped, ' ');
    return std::all_of(words.begin(), words.end(), [&](std::string_view word) {
        return folded.find(word) != std::string_view::npos;
    });
}

bool isValidUtf8(std::string_view text)
{
    while (!text.empty()) {
        const CodePoint point = decode(text);
        if (point.length == 0)
            return false;
        text.remove_prefix(point.length);
    }
    return true;
}

std::string controlsShown(std::string_view text)
{
    std::string shown;
    shown.reserve(text.size());
    while (!text.empty()) {
        const CodePoint point = decode(text);
        if (point.length == 0)
            shown += escaped("\\x%02x", static_cast<unsigned char>(text.front()));
        else if (steersTerminal(point.value))
            shown += escaped(point.value < 0x20 ? "\\x%02x" : "\\u%04x", point.value);
        else
            shown.append(text.substr(0, point.length));
        text.remove_prefix(point.length == 0 ? 1 : point.length);
    }
    return shown;
}

std::string shownPart(std::string_view text, std::size_t bytes)
{
    constexpr std::string_view kReplacement = "\xef\xbf\xbd";
    std::string shown;
    while (!text.empty()) {
        const std::size_t length = decode(text).length;
        const std::string_view next = length == 0 ? kReplacement : text.substr(0, length);
        if (shown.size() + next.size() > bytes)
            break;
        shown += next;
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return shown;
}

std::size_t wholeCharacters(std::string_view text)
{
    constexpr std::size_t kLongest = 4;
    for (std::size_t back = 1; back < kLongest && back <= text.size(); ++back) {
        const auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if ((byte & 0xc0) == 0x80)
            continue;
        const std::size_t length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
        return length > back ? text.size() - back : text.size();
    }
    return text.size();
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos)
            return parts;
        text.remove_prefix(at + 1);
    }
}

}  // namespace homeward
