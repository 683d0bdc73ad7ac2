#include "support/os/terminal.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace homeward::os {
namespace {

bool setFlags(int terminal, tcflag_t flags)
{
    termios settings{};
    if (::tcgetattr(terminal, &settings) != 0)
        return false;
    settings.c_lflag = flags;
    return ::tcsetattr(terminal, TCSAFLUSH, &settings) == 0;
}

}  // namespace

bool isTerminal(Output output)
{
    return ::isatty(output == Output::Standard ? STDOUT_FILENO : STDERR_FILENO) == 1;
}

QuietTerminal::QuietTerminal()
    : m_input(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)), m_output(m_input)
{
    const int terminal = static_cast<int>(m_input);
    termios before{};
    if (terminal < 0 || ::tcgetattr(terminal, &before) != 0)
        return;
    m_before = before.c_lflag;
    m_quiet = setFlags(terminal, before.c_lflag & ~static_cast<tcflag_t>(ECHO));
}

QuietTerminal::~QuietTerminal()
{
    const int terminal = static_cast<int>(m_input);
    if (m_quiet)
        setFlags(terminal, static_cast<tcflag_t>(m_before));
    if (terminal >= 0)
        ::close(terminal);
}

void QuietTerminal::write(std::string_view text) const
{
    while (!text.empty()) {
        const ssize_t written = ::write(static_cast<int>(m_output), text.data(), text.size());
        if (written <= 0)
            return;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

bool QuietTerminal::readLine(Secret& into, std::size_t& length) const
{
    length = 0;
    while (length < into.size()) {
        const ssize_t got = ::read(static_cast<int>(m_input), into.data() + length, 1);
        if (got <= 0)
            return false;
        if (into.data()[length] == '\n')
            return true;
        ++length;
    }
    return false;
}

}  // namespace homeward::os
