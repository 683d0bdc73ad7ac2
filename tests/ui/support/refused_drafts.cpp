#include "tests/ui/support/refused_drafts.h"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <cstdlib>
#include <iostream>

#include "app/session/session_impl.h"

namespace homeward::ui::test {

namespace {

void noRoom(sqlite_api::sqlite3_context* context, int, sqlite_api::sqlite3_value**)
{
    sqlite_api::sqlite3_result_error_code(context, SQLITE_FULL);
}

void run(app::Session& session, std::initializer_list<const char*> statements)
{
    const Result<Done> ran = session.impl().database->write<Done>(
        "refuse drafts", [&](storage::Transaction& transaction) -> Result<Done> {
            auto* const backend =
                dynamic_cast<soci::sqlite3_session_backend*>(transaction.session().get_backend());
            sqlite_api::sqlite3_create_function(backend->conn_, "no_room", 0, SQLITE_UTF8, nullptr,
                                                noRoom, nullptr, nullptr);
            for (const char* statement : statements)
                transaction.session() << statement;
            return Done{};
        });
    if (!ran) {
        std::cerr << "refused drafts: " << ran.error().detail << '\n';
        std::abort();
    }
}

}  // namespace

RefusedDrafts::RefusedDrafts(app::Session& session) : m_session(session)
{
    run(m_session, {"create temp trigger refused_insert before insert on main.draft"
                    " begin select no_room(); end",
                    "create temp trigger refused_update before update on main.draft"
                    " begin select no_room(); end"});
}

RefusedDrafts::~RefusedDrafts()
{
    // They went with the connection when the session was locked.
    if (m_session.isLocked())
        return;
    run(m_session, {"drop trigger temp.refused_insert", "drop trigger temp.refused_update"});
}

}  // namespace homeward::ui::test
