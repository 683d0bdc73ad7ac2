#pragma once

#include <ostream>
#include <streambuf>
#include <string>

namespace homeward::cli {

/// A stream to a terminal on which words of records and files are letters and nothing else: escape
/// sequences and overrides of the writing direction are shown, not sent (support/text/text.h).
class ShownText final : private std::streambuf {
public:
    explicit ShownText(std::ostream& terminal);
    ShownText(const ShownText&) = delete;
    ShownText& operator=(const ShownText&) = delete;
    ~ShownText() override;

    std::ostream& stream() { return m_stream; }

private:
    int_type overflow(int_type c) override;
    std::streamsize xsputn(const char* text, std::streamsize size) override;
    int sync() override;
    void pass(std::size_t bytes);

    std::ostream& m_terminal;
    std::ostream m_stream;
    std::string m_held;  ///< the begin of a character whose end has not come yet
};

}  // namespace homeward::cli
