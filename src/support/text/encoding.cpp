#include "support/text/encoding.h"

namespace homeward {
namespace {

constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";
constexpr std::string_view kLittleMark = "\xff\xfe";
constexpr std::string_view kBigMark = "\xfe\xff";

/// Without a mark: ASCII in UTF-16 has every other byte zero.
std::optional<Encoding> guessedUtf16(std::string_view head)
{
    if (head.size() < 4)
        return std::nullopt;
    if (head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0)
        return Encoding::Utf16Little;
    if (head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0)
        return Encoding::Utf16Big;
    return std::nullopt;
}

}  // namespace

EncodingMarked encodingOf(std::string_view head)
{
    EncodingMarked found;
    if (head.starts_with(kLittleMark) || head.starts_with(kBigMark)) {
        found.encoding = head.starts_with(kLittleMark) ? Encoding::Utf16Little : Encoding::Utf16Big;
        found.markBytes = kLittleMark.size();
        return found;
    }
    // Some programs put a second mark before what has one.
    while (head.substr(found.markBytes).starts_with(kUtf8Mark))
        found.markBytes += kUtf8Mark.size();
    if (found.markBytes == 0)
        if (const auto guessed = guessedUtf16(head))
            found.encoding = *guessed;
    return found;
}

std::string toUtf8(std::string_view whole)
{
    const EncodingMarked form = encodingOf(whole);
    const std::string_view text = whole.substr(form.markBytes);
    return form.encoding == Encoding::Utf8 ? std::string(text)
                                           : Utf16Reader(form.encoding).read(text);
}

std::string Utf16Reader::read(std::string_view piece)
{
    std::string text;
    text.reserve(piece.size() / 2 * 3 + 4);  // at once, so that nothing of a secret stays behind
    for (const char letter : piece) {
        const auto byte = static_cast<unsigned char>(letter);
        if (!m_half) {
            m_half = byte;
            continue;
        }
        const unsigned first = *m_half;
        m_half.reset();
        take(static_cast<char16_t>(m_big ? first << 8 | byte : unsigned{byte} << 8 | first), text);
    }
    return text;
}

void Utf16Reader::take(char16_t unit, std::string& text)
{
    const auto put = [&](char32_t point) {
        if (point < 0x80) {
            text += static_cast<char>(point);
        } else if (point < 0x800) {
            text += static_cast<char>(0xc0 | point >> 6);
            text += static_cast<char>(0x80 | (point & 0x3f));
        } else if (point < 0x10000) {
            text += static_cast<char>(0xe0 | point >> 12);
            text += static_cast<char>(0x80 | (point >> 6 & 0x3f));
            text += static_cast<char>(0x80 | (point & 0x3f));
        } else {
            text += static_cast<char>(0xf0 | point >> 18);
            text += static_cast<char>(0x80 | (point >> 12 & 0x3f));
            text += static_cast<char>(0x80 | (point >> 6 & 0x3f));
            text += static_cast<char>(0x80 | (point & 0x3f));
        }
    };
    constexpr char32_t kReplacement = 0xfffd;
    const bool isHigh = unit >= 0xd800 && unit < 0xdc00;
    const bool isLow = unit >= 0xdc00 && unit < 0xe000;
    if (m_highSurrogate && isLow) {
        put(0x10000 + ((char32_t{*m_highSurrogate} - 0xd800) << 10) + (char32_t{unit} - 0xdc00));
        m_highSurrogate.reset();
        return;
    }
    if (m_highSurrogate) {
        put(kReplacement);
        m_highSurrogate.reset();
    }
    if (isHigh)
        m_highSurrogate = unit;
    else
        put(isLow ? kReplacement : char32_t{unit});
}

}  // namespace homeward
