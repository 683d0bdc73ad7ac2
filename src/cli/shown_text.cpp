#include "cli/shown_text.h"

#include "support/text/text.h"

namespace homeward::cli {

ShownText::ShownText(std::ostream& terminal) : m_terminal(terminal), m_stream(this) {}

ShownText::~ShownText()
{
    pass(m_held.size());
}

ShownText::int_type ShownText::overflow(int_type c)
{
    if (traits_type::eq_int_type(c, traits_type::eof()))
        return traits_type::not_eof(c);
    const char letter = traits_type::to_char_type(c);
    return xsputn(&letter, 1) == 1 ? c : traits_type::eof();
}

std::streamsize ShownText::xsputn(const char* text, std::streamsize size)
{
    m_held.append(text, static_cast<std::size_t>(size));
    pass(wholeCharacters(m_held));
    return m_terminal.good() ? size : 0;
}

int ShownText::sync()
{
    m_terminal.flush();
    return m_terminal.good() ? 0 : -1;
}

void ShownText::pass(std::size_t bytes)
{
    m_terminal << controlsShown(std::string_view(m_held).substr(0, bytes));
    m_held.erase(0, bytes);
}

}  // namespace homeward::cli
