#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <iostream>

#include "cli/command.h"
#include "support/output_stream.h"
#include "support/process.h"

namespace {

std::atomic<bool> stopAsked{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void onInterrupt(int)
{
    stopAsked = true;
}

std::optional<std::string> variable(const std::string& name)
{
    const char* value = std::getenv(name.c_str());
    return value ? std::optional<std::string>(value) : std::nullopt;
}

/// The terminal with echo off for as long as this lives.
class QuietTerminal {
public:
    QuietTerminal() : m_file(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY))
    {
        if (m_file < 0 || ::tcgetattr(m_file, &m_before) != 0)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_quiet = ::tcsetattr(m_file, TCSAFLUSH, &quiet) == 0;
    }
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;
    ~QuietTerminal()
    {
        if (m_quiet)
            ::tcsetattr(m_file, TCSAFLUSH, &m_before);
        if (m_file >= 0)
            ::close(m_file);
    }
    bool isQuiet() const { return m_quiet; }
    void write(std::string_view text) const
    {
        while (!text.empty()) {
            const ssize_t written = ::write(m_file, text.data(), text.size());
            if (written <= 0)
                return;
            text.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    /// Up to the end of the line; false: the line was cut off.
    bool readLine(homeward::Secret& into, std::size_t& length) const
    {
        length = 0;
        while (length < into.size()) {
            const ssize_t got = ::read(m_file, into.data() + length, 1);
            if (got <= 0)
                return false;
            if (into.data()[length] == '\n')
                return true;
            ++length;
        }
        return false;
    }

private:
    int m_file;
    termios m_before{};
    bool m_quiet = false;
};

homeward::Result<homeward::Secret> askSecret(const std::string& prompt)
{
    const QuietTerminal terminal;
    if (!terminal.isQuiet())
        return homeward::Error{homeward::ErrorCode::NotFound, "no terminal", {}};
    terminal.write(prompt + " ");
    homeward::Secret line(std::size_t{1024});
    std::size_t length = 0;
    const bool whole = terminal.readLine(line, length);
    terminal.write("\n");
    if (!whole)
        return homeward::Error{homeward::ErrorCode::Cancelled, "passphrase prompt", {}};
    return homeward::Secret(line.text().substr(0, length));
}

}  // namespace

int main(int argc, char** argv)
try {
    homeward::holdStandardDescriptors();
    homeward::protectMemoryOfProcess();
    struct sigaction interrupt {};  // without SA_RESTART, so that a prompt can be left
    interrupt.sa_handler = onInterrupt;
    ::sigaction(SIGINT, &interrupt, nullptr);
    // Whoever reads the answer may leave: that is told, and what was begun is ended properly.
    ::signal(SIGPIPE, SIG_IGN);
    homeward::app::Environment environment = homeward::app::Environment::real();
    environment.program = "command-line";
    homeward::cli::Console console{
        std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1,    std::move(environment),
        variable,  askSecret, [] { return stopAsked.load(); }, ::isatty(STDOUT_FILENO) == 1};
    return homeward::cli::run({argv + 1, argv + argc}, console);
} catch (...) {
    return homeward::cli::kCouldNot;
}
