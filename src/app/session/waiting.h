#pragma once

#include <chrono>
#include <functional>

namespace homeward::app {

class Session;

/// Asked again and again, on the thread that waits, while another program or thread is writing;
/// false: stop waiting, and the use case fails with StoreLocked.
using Waiting = std::function<bool(std::chrono::milliseconds waited)>;

/// How the writes of this session wait; 5 s of patience until it is said. Not for its workers.
void setWaiting(Session& session, Waiting waiting);

/// While this lives, writes of the session wait for nobody: they fail with StoreLocked at once.
class NoWaiting {
public:
    explicit NoWaiting(Session& session);
    ~NoWaiting();
    NoWaiting(const NoWaiting&) = delete;
    NoWaiting& operator=(const NoWaiting&) = delete;

private:
    Session& m_session;
};

}  // namespace homeward::app
