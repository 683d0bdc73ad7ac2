// What it costs that saved means on disk in this authority, and that old pages are found: per
// commit, at sign-in, and for a whole verification.
#include "app/session/drafts.h"
#include "app/authority/accounts.h"
#include "app/authority/authority.h"
#include "app/authority/demonstration.h"
#include "app/records/children.h"
#include "app/session/session_impl.h"
#include "app/trust/verify.h"
#include "storage/engine/database.h"
#include "storage/engine/held_files.h"
#include "storage/trail/record_seals.h"
#include "storage/trail/trail_state.h"
#include "tests/reliability/bench/figures.h"
#include "tests/support/all_rows.h"

using namespace homeward;
using namespace homeward::bench;

namespace {

constexpr int kTimes = 200;

/// Time of one of many, in microseconds.
void reportEach(const char* what, const std::function<void()>& work)
{
    std::vector<double> times;
    for (int run = 0; run < 9; ++run)
        times.push_back(millisecondsOf([&] {
                            for (int i = 0; i < kTimes; ++i)
                                work();
                        }) /
                        kTimes * 1000);
    std::sort(times.begin(), times.end());
    std::printf("%-58s median %9.2f us  worst %9.2f us\n", what, times[times.size() / 2],
                times.back());
}

void benchPieces(app::Session& session)
{
    const auto& folder = session.authority().folder;
    storage::Database& database = *session.impl().database;
    const Secret& chain = session.impl().keys->chain;
    reportEach("files compared with those in the folder (3 times a commit)",
               [&] { (void)database.isInPlace(); });
    must(database.write<Done>("bench", [&](storage::Transaction& transaction) -> Result<Done> {
        reportEach("head, trail and accounts compared (once a commit)",
                   [&] { must(storage::trailState(transaction, app::headFile(folder), chain)); });
        reportEach("  of that: all accounts",
                   [&] { (void)storage::rightsHold(transaction, chain); });
        return Done{};
    }));
}

void addAccounts(app::Session& session, int count)
{
    for (int i = 0; i < count; ++i)
        must(app::addAccount(
            session, {{}, "worker-" + std::to_string(i), "W. Orker", Role::SocialWorker, true, 0},
            Secret(std::string_view("three plain words"))));
}

}  // namespace

int main()
{
    const ScratchFolder scratch("homeward-trust-bench");
    app::Environment environment = app::Environment::real();
    environment.kdfCost = app::KdfCost::Test;
    app::DemonstrationPlan plan;
    plan.folder = scratch.path() / "authority";
    plan.children = 2'000;
    plan.households = 500;
    plan.today = environment.clock->today();
    must(app::createDemonstration(plan, environment));
    const Secret passphrase{std::string_view(app::kDemonstrationPassphrase)};
    const auto signIn = [&] {
        return must(app::signIn(plan.folder, app::kDemonstrationAccount, passphrase, environment));
    };
    std::unique_ptr<app::Session> session = signIn();
    const auto children = must(test::allChildren(*session));

    for (const int accounts : {0, 300}) {
        addAccounts(*session, accounts);
        std::printf("With %zu accounts\n", must(app::listAccounts(*session)).size());
        report("sign-in (cheap key slot): open, compare, one row", 15, [&] { session = signIn(); });
        benchPieces(*session);
        std::size_t next = 0;
        report("save a child: one record, one row, flushed", 60, [&] {
            Child child =
                must(app::openChild(*session, children[(next += 7) % children.size()].id)).child;
            child.aboutMe.myHopes += ".";
            must(app::saveChild(*session, child));
        });
        report("keep a draft", 60, [&] {
            must(app::keepDraft(*session, "about-me", "bench", std::string(2000, 'x')));
        });
    }
    app::VerifyReport whole;
    std::printf("%-58s        %9.2f ms\n", "verify everything",
                millisecondsOf([&] { whole = must(app::verifyAuthority(*session)); }));
    std::printf("  %lld rows, %lld records, %s\n", static_cast<long long>(whole.rows),
                static_cast<long long>(whole.records), whole.isWhole() ? "whole" : "NOT WHOLE");
    for (const auto& finding : whole.findings)
        std::printf("  %s\n", finding.what.c_str());
    std::printf("%-58s        %9.1f MiB\n", "peak memory", peakMemoryMiB());
    return 0;
}
