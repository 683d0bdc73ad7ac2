#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace homeward {

enum class Encoding { Utf8, Utf16Little, Utf16Big };

struct EncodingMarked {
    Encoding encoding = Encoding::Utf8;
    std::size_t markBytes = 0;  ///< byte order marks to leave out
};

/// How a text that begins with `head` is written: by its byte order mark, or, without one, by the
/// zero bytes of ASCII in UTF-16.
EncodingMarked encodingOf(std::string_view head);

/// A whole text as programs of other systems save it, in UTF-8 and without marks.
std::string toUtf8(std::string_view whole);

/// UTF-16 to UTF-8, piece by piece. Lone surrogates become U+FFFD.
class Utf16Reader {
public:
    explicit Utf16Reader(Encoding encoding) : m_big(encoding == Encoding::Utf16Big) {}
    std::string read(std::string_view piece);

private:
    void take(char16_t unit, std::string& text);
    bool m_big;
    std::optional<unsigned char> m_half;      ///< first byte of a unit cut by the piece
    std::optional<char16_t> m_highSurrogate;  ///< waits for its second
};

}  // namespace homeward
