// What somebody at the window waits for while 100,000 episodes are being committed beside them.
#include <atomic>
#include <thread>

#include "app/session/drafts.h"
#include "app/authority/authority.h"
#include "app/care/placements.h"
#include "app/exchange/import_return.h"
#include "app/needs/assessments.h"
#include "app/records/children.h"
#include "app/session/waiting.h"
#include "app/trust/outside.h"
#include "support/os/process.h"
#include "tests/reliability/bench/bench_authority.h"
#include "tests/reliability/bench/figures.h"
#include "tests/reliability/bench/generated_return.h"

using namespace homeward;
using namespace homeward::bench;

namespace {

constexpr double kMostMs = 100;

struct Times {
    std::vector<double> ms;
    void add(const std::function<void()>& work) { ms.push_back(millisecondsOf(work)); }
    bool tell(const char* what)
    {
        std::sort(ms.begin(), ms.end());
        std::printf("%-44s median %7.2f ms  99 of 100 %7.2f ms  worst %7.2f ms  (%zu runs)\n", what,
                    ms[ms.size() / 2], ms[ms.size() * 99 / 100], ms.back(), ms.size());
        return ms.back() < kMostMs;
    }
};

Child child(int number)
{
    Child child;
    child.caseNumber = "9" + std::to_string(number);
    child.givenName = "Tyler";
    child.familyName = "Brook";
    child.birthDate = *Date::fromIso("2014-05-01");
    return child;
}

}  // namespace

int main()
{
    os::freeMemoryAtOnce();  // as the program with the window does
    const ScratchFolder scratch("homeward-waiting-bench");
    const auto files = writeReturn(scratch.path());
    app::Environment environment = app::Environment::real();
    environment.rescueFolder = scratch.path() / "rescue";
    const auto folder = scratch.path() / "authority";
    const auto window = newAuthority(folder, environment);
    std::vector<ChildId> children;
    for (int i = 0; i < 20; ++i)
        children.push_back(must(app::addChild(*window, child(i), app::SamePerson::AddAnyway)));
    const auto importer = must(window->forWorker());
    const app::ImportPreview preview = must(app::previewImport(*importer, files));
    app::lookOutside(*window);

    std::atomic<bool> done = false;
    double commitMs = 0;
    std::thread import([&] {
        commitMs =
            millisecondsOf([&] { must(app::commitImport(*importer, preview, {}, kInvented)); });
        done = true;
    });
    Times opened;
    Times viewed;
    Times kept;
    Times settled;
    Times looked;
    std::string typed;
    // What is typed about the first child is saved every time another one is opened.
    for (std::size_t run = 0; !done; ++run) {
        const ChildId& seen = children[run % children.size()];
        opened.add([&] {
            must(app::openChild(*window, seen));
            must(app::openNeeds(*window, seen));
            must(app::placementsOf(*window, seen));
        });
        viewed.add([&] { app::recordView(*window, seen); });
        typed += "More was typed. ";
        kept.add([&] {
            const app::NoWaiting typing(*window);
            must(app::keepDraft(*window, "about-me", children[0].value, typed));
        });
        settled.add([&] { app::settleOwed(*window); });
        looked.add([&] { app::lookOutside(*window); });
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    import.join();
    app::settleOwed(*window);
    const auto later = enter(folder, environment);
    const bool whole =
        must(app::readDraft(*later, "about-me", children[0].value)) == std::optional(typed);

    std::printf("%-44s %9.0f ms\n", "commit of 100,000 episodes meanwhile", commitMs);
    bool quick = opened.tell("opening a child");
    quick = kept.tell("autosaving a draft") && quick;
    quick = viewed.tell("logging the view, or owing it") && quick;
    quick = settled.tell("trying to write what is owed") && quick;
    quick = looked.tell("looking for what others did") && quick;
    std::printf("%-44s %s\n", "all of it under 100 ms", quick ? "yes" : "NO");
    std::printf("%-44s %s\n", "what was typed is in the records", whole ? "yes" : "NO");
    return quick && whole ? 0 : 1;
}
