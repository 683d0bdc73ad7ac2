#include "exchange/text_form.h"

#include <algorithm>
#include <array>

#include "support/text/text.h"

namespace homeward::exchange {
namespace {

constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";
constexpr std::string_view kLittleMark = "\xff\xfe";
constexpr std::string_view kBigMark = "\xfe\xff";

Error isInstead(const char* rule)
{
    return invalidInput("file", rule);
}

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

void findEncoding(std::string_view head, TextForm& form)
{
    if (head.starts_with(kLittleMark) || head.starts_with(kBigMark)) {
        form.encoding = head.starts_with(kLittleMark) ? Encoding::Utf16Little : Encoding::Utf16Big;
        form.markBytes = kLittleMark.size();
        return;
    }
    // Some programs put a second mark before what has one.
    while (head.substr(form.markBytes).starts_with(kUtf8Mark))
        form.markBytes += kUtf8Mark.size();
    if (form.markBytes == 0)
        if (const auto guessed = guessedUtf16(head))
            form.encoding = *guessed;
}

/// The separator that stands most often outside quotes in the fullest of the first lines.
char separatorOf(std::string_view text)
{
    constexpr std::array kSeparators{',', ';', '\t'};
    std::array<std::size_t, kSeparators.size()> most{};
    std::array<std::size_t, kSeparators.size()> count{};
    bool quoted = false;
    for (const char letter : text) {
        if (letter == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (letter == '\n' || letter == '\r')
            count.fill(0);
        for (std::size_t i = 0; i < kSeparators.size(); ++i)
            if (letter == kSeparators[i])
                most[i] = std::max(most[i], ++count[i]);
    }
    // A comma wins a tie: it is what a return is written with.
    return kSeparators[static_cast<std::size_t>(
        std::distance(most.begin(), std::max_element(most.begin(), most.end())))];
}

}  // namespace

Result<TextForm> textForm(std::string_view head)
{
    if (head.starts_with("PK\x03\x04") || head.starts_with("\xd0\xcf\x11\xe0"))
        return isInstead("is-workbook");
    if (head.starts_with("%PDF-"))
        return isInstead("is-pdf");
    TextForm form;
    findEncoding(head, form);
    std::string text(head.substr(form.markBytes));
    if (form.encoding != Encoding::Utf8)
        text = Utf16Reader(form.encoding).read(text);
    const std::string_view begin = trimmed(text);
    if (begin.starts_with("<?xml") || begin.starts_with("<!DOCTYPE") || begin.starts_with("<"))
        return isInstead("is-xml");
    std::string first(begin.substr(0, begin.find_first_of("\r\n")));
    std::ranges::transform(first, first.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    if (first.size() == 5 && first.starts_with("sep=")) {
        form.separator = first.back();
        form.saysSeparator = true;
    } else {
        form.separator = separatorOf(text);
    }
    return form;
}

std::string Utf16Reader::read(std::string_view piece)
{
    std::string text;
    text.reserve(piece.size());
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

}  // namespace homeward::exchange
