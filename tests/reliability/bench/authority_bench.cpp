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

void benchSearch(const std::vector<app::ChildRow>& children, const std::vector<app::HomeRow>& homes)
{
    const std::string name = foldedForSearch(children[children.size() / 2].displayName);
    for (std::size_t typed = 1; typed <= std::min<std::size_t>(6, name.size()); ++typed) {
        const std::string prefix = name.substr(0, typed);
        report("search, " + std::to_string(typed) + " letters typed", 50,
               [&] { (void)app::search(children, homes, prefix); });
    }
    report("search, one slip in the name", 50,
           [&] { (void)app::search(children, homes, "broook"); });
    report("list filter per key press", 50, [&] {
        std::size_t shown = 0;
        for (const auto& row : children)
            shown += app::matchesSearch(row.searchText, "an");
        if (shown > children.size())
            std::abort();
    });
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
    std::vector<app::ChildRow> children;
    std::printf("%-58s        %9.2f ms\n", "children list, first time",
                millisecondsOf([&] { children = must(test::allChildren(*session)); }));
    report("children list", 5, [&] { children = must(test::allChildren(*session)); });
    std::vector<app::HomeRow> homes;
    report("carers list", 5, [&] { homes = must(test::allHomes(*session)); });
    benchSearch(children, homes);

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
