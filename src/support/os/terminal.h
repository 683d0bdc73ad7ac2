#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "support/secrets/secret.h"

namespace homeward::os {

enum class Output { Standard, Error };

/// Whether a person reads it, not a file or a pipe.
bool isTerminal(Output output);

/// The terminal of this program, wherever its input comes from, with echo off for as long as this
/// lives.
class QuietTerminal {
public:
    QuietTerminal();
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;
    ~QuietTerminal();
    /// False: there is no terminal, or it goes on showing what is typed.
    bool isQuiet() const { return m_quiet; }
    void write(std::string_view text) const;
    /// Up to the end of the line, UTF-8; false: the line was cut off, or is longer than `into`.
    bool readLine(Secret& into, std::size_t& length) const;

private:
    std::intptr_t m_input = -1;
    std::intptr_t m_output = -1;  ///< the same as m_input where one serves for both
    unsigned long m_before = 0;   ///< how it was set
    bool m_quiet = false;
};

}  // namespace homeward::os
