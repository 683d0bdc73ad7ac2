#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>

namespace homeward::test {

/// One end of a pair of pipes that carries numbers.
class NumberChannel {
public:
    NumberChannel(int in, int out) : m_in(in), m_out(out) {}
    NumberChannel(const NumberChannel&) = delete;
    NumberChannel& operator=(const NumberChannel&) = delete;
    ~NumberChannel()
    {
        ::close(m_in);
        ::close(m_out);
    }
    void send(std::int64_t number) const
    {
        if (::write(m_out, &number, sizeof number) != sizeof number)
            ::_exit(9);
    }
    /// Waits; empty when the other process is gone and everything it sent has been read.
    std::optional<std::int64_t> receive() const
    {
        std::int64_t number = 0;
        if (::read(m_in, &number, sizeof number) != sizeof number)
            return std::nullopt;
        return number;
    }

private:
    int m_in;
    int m_out;
};

/// Runs `work` in a process of its own, whose exit code is what `work` gives. No database may be
/// open while one is made.
class OtherProcess {
public:
    explicit OtherProcess(const std::function<int(const NumberChannel&)>& work)
    {
        int toChild[2];
        int toParent[2];
        if (::pipe2(toChild, O_CLOEXEC) != 0 || ::pipe2(toParent, O_CLOEXEC) != 0)
            throw std::runtime_error("pipe");
        m_process = ::fork();
        if (m_process < 0)
            throw std::runtime_error("fork");
        if (m_process == 0) {
            ::close(toChild[1]);
            ::close(toParent[0]);
            int code = 8;
            try {
                const NumberChannel channel(toChild[0], toParent[1]);
                code = work(channel);
            } catch (...) {
            }
            ::_exit(code);
        }
        ::close(toChild[0]);
        ::close(toParent[1]);
        m_channel.emplace(toParent[0], toChild[1]);
    }
    OtherProcess(const OtherProcess&) = delete;
    OtherProcess& operator=(const OtherProcess&) = delete;
    ~OtherProcess()
    {
        if (m_process > 0)
            kill();
    }

    const NumberChannel& channel() const { return *m_channel; }

    /// As a power cut: no handler runs, nothing is flushed.
    void kill()
    {
        ::kill(m_process, SIGKILL);
        (void)exitCode();
    }
    /// Waits for the end; -1 when it was killed.
    int exitCode()
    {
        int status = 0;
        ::waitpid(m_process, &status, 0);
        m_process = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t m_process = -1;
    std::optional<NumberChannel> m_channel;
};

}  // namespace homeward::test
