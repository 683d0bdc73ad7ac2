#include "support/text.h"

#include <cstdint>
#include <cstdio>

namespace homeward {
namespace {

struct CodePoint {
    std::uint32_t value = 0;
    std::size_t length = 0;  ///< bytes; 0: not well-formed here
};

CodePoint decode(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return {lead, 1};
    std::size_t length = 0;
    std::uint32_t value = 0;
    std::uint32_t least = 0;
    if ((lead & 0xe0) == 0xc0) {
        length = 2, value = lead & 0x1fu, least = 0x80;
    } else if ((lead & 0xf0) == 0xe0) {
        length = 3, value = lead & 0x0fu, least = 0x800;
    } else if ((lead & 0xf8) == 0xf0) {
        length = 4, value = lead & 0x07u, least = 0x10000;
    } else {
        return {};
    }
    if (text.size() < length)
        return {};
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return {};
        value = (value << 6) | (byte(i) & 0x3fu);
    }
    if (value < least || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
        return {};
    return {value, length};
}

/// Base letters of U+00C0..U+017F, folded to lower case; '\0' where there is none.
constexpr char kLatin[] =
    "aaaaaaaceeeeiiiidnooooo\0ouuuuyts"  // C0..DF
    "aaaaaaaceeeeiiiidnooooo\0ouuuuyty"  // E0..FF
    "aaaaaaccccccccddddeeeeeeeeeegggg"   // 100..11F
    "gggghhhhiiiiiiiiiiiijjkkklllllll"   // 120..13F
    "lllnnnnnnnnnoooooooorrrrrrssssss"   // 140..15F
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";  // 160..17F

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

std::string foldedForSearch(std::string_view text)
{
    std::string folded;
    folded.reserve(text.size());
    const auto space = [&] {
        if (!folded.empty() && folded.back() != ' ')
            folded += ' ';
    };
    while (!text.empty()) {
        const CodePoint point = decode(text);
        const std::size_t length = point.length == 0 ? 1 : point.length;
        const std::uint32_t c = point.value;
        if (point.length == 0) {
            space();
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            folded += static_cast<char>(c);
        } else if (c >= 'A' && c <= 'Z') {
            folded += static_cast<char>(c - 'A' + 'a');
        } else if (c == '\'' || c == 0x2019 || (c >= 0x300 && c <= 0x36f)) {
            // An apostrophe or a combining accent belongs to the word around it.
        } else if (c >= 0xc0 && c <= 0x17f && kLatin[c - 0xc0] != '\0') {
            folded += kLatin[c - 0xc0];
        } else if (c < 0xc0 || (c >= 0x2000 && c <= 0x206f)) {
            space();
        } else {
            folded.append(text.substr(0, length));
        }
        text.remove_prefix(length);
    }
    if (!folded.empty() && folded.back() == ' ')
        folded.pop_back();
    return folded;
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
