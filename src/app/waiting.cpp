#include "app/waiting.h"

#include "app/session_impl.h"

namespace homeward::app {

void setWaiting(Session& session, Waiting waiting)
{
    session.impl().waiting = waiting;
    if (session.impl().database)
        session.impl().database->setWaiting(std::move(waiting));
}

}  // namespace homeward::app
