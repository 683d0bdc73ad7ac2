#include "exchange/text_form.h"

#include <algorithm>
#include <array>

#include "support/text/text.h"

namespace homeward::exchange {
namespace {

Error isInstead(const char* rule)
{
    return invalidInput("file", rule);
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
    TextForm form{encodingOf(head)};
    const std::string text = toUtf8(head);
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

}  // namespace homeward::exchange
