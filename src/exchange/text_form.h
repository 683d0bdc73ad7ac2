#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "support/result.h"

namespace homeward::exchange {

enum class Encoding { Utf8, Utf16Little, Utf16Big };

/// How a file of text is written, told by its first bytes.
struct TextForm {
    Encoding encoding = Encoding::Utf8;
    std::size_t markBytes = 0;   ///< byte order marks to leave out
    char separator = ',';        ///< of its fields: comma, semicolon or tab
    bool saysSeparator = false;  ///< by a first line "sep=;", which is no row
};

/// Of a file that begins with `head` (a few KiB). Fails with: InvalidInput (rule): is-workbook
/// (Excel, OpenDocument), is-xml, is-pdf: what it is instead of text.
Result<TextForm> textForm(std::string_view head);

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

}  // namespace homeward::exchange
