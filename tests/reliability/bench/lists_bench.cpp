// Lists and search of any size: lists_bench CHILDREN (default 100000, with a fifth as many
// households), or lists_bench CHILDREN FOLDER to use or make a demonstration there.

#include <cstdlib>

#include "app/authority/demonstration.h"
#include "app/records/child_list.h"
#include "app/records/global_search.h"
#include "app/records/my_work.h"
#include "app/records/providers.h"
#include "app/session/environment.h"
#include "tests/reliability/bench/bench_authority.h"

using namespace homeward;
using namespace homeward::bench;

namespace {

constexpr const char* kPassphrase = "demonstration";

void reportOrders(app::Session& session)
{
    const std::pair<const char*, ChildOrder> orders[] = {
        {"name", ChildOrder::Name},
        {"case number", ChildOrder::CaseNumber},
        {"age", ChildOrder::Age},
        {"lives with", ChildOrder::LivesWith},
        {"since", ChildOrder::Since},
        {"worker", ChildOrder::Worker},
        {"last assessed", ChildOrder::LastAssessed},
        {"total need", ChildOrder::TotalNeed}};
    for (const auto& [words, order] : orders)
        for (const bool descending : {false, true})
            for (const CareNow care : {CareNow::InCare, CareNow::Everyone}) {
                app::ChildListAsked asked;
                asked.order = order;
                asked.descending = descending;
                asked.filter.care = care;
                report(std::string("page by ") + words + (descending ? ", from the end" : "") +
                           (care == CareNow::InCare ? ", in care" : ", everyone"),
                       5, [&] { must(app::childrenOf(session, asked)); });
            }
}

void reportSearch(app::Session& session)
{
    // A name that is there, key by key, then with a slip; a number, a place, and what nobody is
    // called.
    const auto rows = must(app::childrenOf(session, {}, {}, 100)).rows;
    const std::string name = rows[80].displayName.substr(0, rows[80].displayName.find(' '));
    std::vector<std::string> words;
    for (std::size_t length = 1; length <= name.size(); ++length)
        words.push_back(name.substr(0, length));
    std::string slip = name;
    std::swap(slip[1], slip[2]);
    for (const std::string& other :
         {slip, name + " b", rows[80].caseNumber, std::string("zz1 2ab"), std::string("zz12"),
          std::string("household"), std::string("qqqqq")})
        words.push_back(other);
    for (const std::string& typed : words) {
        report("search \"" + typed + "\"", 9, [&] { must(app::search(session, typed)); });
        app::ChildListAsked asked;
        asked.filter.typed = typed;
        asked.filter.care = CareNow::InCare;
        report("    list of children, in care", 5, [&] { must(app::childrenOf(session, asked)); });
        report("    counting them", 3, [&] { must(app::countChildren(session, asked.filter)); });
    }
}

}  // namespace

int main(int argc, char** argv)
{
    const int children = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const ScratchFolder scratch("homeward-lists-bench");
    const std::filesystem::path folder =
        argc > 2 ? std::filesystem::path(argv[2]) : scratch.path() / "authority";
    const app::Environment environment = app::Environment::real();
    if (!std::filesystem::exists(folder)) {
        app::DemonstrationPlan plan;
        plan.folder = folder;
        plan.children = children;
        plan.households = children / 5;
        plan.years = 3;
        must(app::createDemonstration(plan, environment));
    }
    auto session = must(app::signIn(folder, "demo", Secret(kPassphrase), environment));
    // The peak is Argon2id, while signing in.
    std::printf("memory after signing in %.0f MiB, peak %.0f\n", memoryMiB(), peakMemoryMiB());
    std::printf("%-58s        %9.2f ms\n", "first page of children, first time",
                millisecondsOf([&] { must(app::childrenOf(*session, {})); }));
    reportOrders(*session);
    report("counts", 3, [&] { must(app::countChildren(*session, {})); });
    report("first page of homes", 5, [&] { must(app::homesOf(*session, {})); });
    report("counts of homes", 3, [&] { must(app::countHomes(*session, {})); });
    report("providers", 3, [&] { must(app::providerRows(*session)); });
    report("my work", 3, [&] { must(app::myWork(*session)); });
    std::printf("memory after lists %.0f MiB\n", memoryMiB());
    reportSearch(*session);
    std::printf("memory after searches %.0f MiB\n", memoryMiB());
    report("every child, page by page", 1,
           [&] { must(app::allChildrenOf(*session, {}, RunControl())); });
    std::printf("memory with all rows read %.0f MiB\n", memoryMiB());
    return 0;
}
