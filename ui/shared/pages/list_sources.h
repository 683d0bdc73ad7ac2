#pragma once

#include "app/records/child_list.h"
#include "app/records/homes.h"
#include "ui/shared/pages/live_query.h"
#include "ui/shared/tables/paged_list_page.h"

namespace homeward::ui {

/// What a row of a list of children follows from, and one of homes.
inline const Touches kTouchChildRows{app::Aggregate::Child,      app::Aggregate::CareHistory,
                                     app::Aggregate::Assessment, app::Aggregate::Placement,
                                     app::Aggregate::Home,       app::Aggregate::Account,
                                     app::Aggregate::Draft};
inline const Touches kTouchHomeRows{app::Aggregate::Home, app::Aggregate::Placement,
                                    app::Aggregate::CareHistory, app::Aggregate::Framework};

using ChildListPage = PagedListPage<app::ChildRow, app::ChildCounts>;
using HomeListPage = PagedListPage<app::HomeRow, app::RegisterCounts>;

inline ListSource<app::ChildRow> childrenSource(const app::ChildListAsked& asked)
{
    return {[asked](app::Session& session, const app::ListPlace& after, int rows) {
                return app::childrenOf(session, asked, after, rows);
            },
            [asked](app::Session& session, const RunControl& control) {
                return app::allChildrenOf(session, asked, control);
            }};
}

inline ListSource<app::HomeRow> homesSource(const app::HomeListAsked& asked)
{
    return {[asked](app::Session& session, const app::ListPlace& after, int rows) {
                return app::homesOf(session, asked, after, rows);
            },
            [asked](app::Session& session, const RunControl& control) {
                return app::allHomesOf(session, asked, control);
            }};
}

}  // namespace homeward::ui
