#pragma once

#include <string_view>

#include "support/result.h"
#include "support/text/encoding.h"

namespace homeward::exchange {

/// How a file of text is written, told by its first bytes.
struct TextForm : EncodingMarked {
    char separator = ',';        ///< of its fields: comma, semicolon or tab
    bool saysSeparator = false;  ///< by a first line "sep=;", which is no row
};

/// Of a file that begins with `head` (a few KiB). Fails with: InvalidInput (rule): is-workbook
/// (Excel, OpenDocument), is-xml, is-pdf: what it is instead of text.
Result<TextForm> textForm(std::string_view head);

}  // namespace homeward::exchange
