#include "app/session/waiting.h"

#include "app/session/session_impl.h"

namespace homeward::app {

void setWaiting(Session& session, Waiting waiting)
{
    session.impl().waiting = waiting;
    if (session.impl().database)
        session.impl().database->setWaiting(std::move(waiting));
}

NoWaiting::NoWaiting(Session& session) : m_session(session)
{
    if (session.impl().database)
        session.impl().database->setWaiting([](std::chrono::milliseconds) { return false; });
}

NoWaiting::~NoWaiting()
{
    const Session::Impl& impl = m_session.impl();
    const auto& outside = impl.shared->environment.waiting;
    if (impl.database)
        impl.database->setWaiting(impl.waiting ? impl.waiting
                                  : outside    ? outside
                                               : storage::patientWaiting());
}

}  // namespace homeward::app
