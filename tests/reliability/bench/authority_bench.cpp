// A regional authority of 10,000 children and 5,000 households: open, list, search, child page.
#include "app/authority/demonstration.h"
#include "app/care/placements.h"
#include "app/matching/matching_service.h"
#include "app/needs/assessments.h"
#include "app/needs/insight.h"
#include "app/records/children.h"
#include "app/records/global_search.h"
#include "app/records/homes.h"
#include "support/text/text.h"
#include "tests/reliability/bench/figures.h"
#include "tests/support/all_rows.h"

using namespace homeward;
using namespace homeward::bench;

namespace {

void benchSearch(app::Session& session, const std::string& somebody)
{
    const std::string name = foldedForSearch(somebody);
    for (std::size_t typed = 1; typed <= std::min<std::size_t>(6, name.size()); ++typed) {
        const std::string prefix = name.substr(0, typed);
        report("search, " + std::to_string(typed) + " letters typed", 50,
               [&] { must(app::search(session, prefix)); });
    }
    report("search, one slip in the name", 50, [&] { must(app::search(session, "broook")); });
    app::ChildListAsked asked;
    asked.filter.typed = "an";
    report("list filter per key press", 50, [&] { must(app::childrenOf(session, asked)); });
}

void openChildPage(app::Session& session, const ChildId& child)
{
    must(app::openChild(session, child));
    must(app::openDraft(session, child));
    must(app::assessmentsOf(session, child));
    must(app::childOverTime(session, child));
    must(app::placementsOf(session, child));
}

}  // namespace

int main()
{
    const ScratchFolder scratch("homeward-authority-bench");
    app::Environment environment = app::Environment::real();
    app::DemonstrationPlan plan;
    plan.folder = scratch.path() / "authority";
    plan.children = 10'000;
    plan.households = 5'000;
    plan.today = environment.clock->today();
    std::printf("%-58s        %9.2f ms\n", "make the demonstration authority (10,000 / 5,000 / 5)",
                millisecondsOf([&] { must(app::createDemonstration(plan, environment)); }));

    const Secret passphrase{std::string_view(app::kDemonstrationPassphrase)};
    std::unique_ptr<app::Session> session;
    std::printf("%-58s        %9.2f ms\n", "sign in (Argon2id and opening the database)",
                millisecondsOf([&] {
                    session = must(app::signIn(plan.folder, app::kDemonstrationAccount, passphrase,
                                               environment));
                }));
    std::printf("%-58s        %9.2f ms\n", "children list, first page, first time",
                millisecondsOf([&] { must(app::childrenOf(*session, {})); }));
    report("children list, first page", 20, [&] { must(app::childrenOf(*session, {})); });
    report("children list, counts behind it", 5, [&] { must(app::countChildren(*session, {})); });
    report("carers list, first page", 20, [&] { must(app::homesOf(*session, {})); });
    std::vector<app::ChildRow> children;
    report("children list, whole, for a file", 3,
           [&] { children = must(test::allChildren(*session)); });
    benchSearch(*session, children[children.size() / 2].displayName);

    std::size_t next = 0;
    report("child page, all that its tabs read (a logged view included)", 40,
           [&] { openChildPage(*session, children[(next += 97) % children.size()].id); });
    std::printf("%-58s        %9.2f ms\n", "shortlist, first time (households read)",
                millisecondsOf([&] {
                    must(app::shortlist(*session, {children[10].id, {}, {}, {}}));
                }));
    report("shortlist over 5,000 households, 50 explained, use case", 20, [&] {
        must(app::shortlist(*session, {children[(next += 97) % children.size()].id, {}, {}, {}}));
    });
    report("insight, all children read", 3, [&] { must(app::insightData(*session)); });
    std::printf("%-58s        %9.1f MiB\n", "peak memory", peakMemoryMiB());
    return 0;
}
