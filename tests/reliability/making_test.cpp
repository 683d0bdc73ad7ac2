#include <sys/time.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <map>

#include "app/authority/authority.h"
#include "support/clock.h"
#include "tests/reliability/other_process.h"
#include "tests/support/temporary_folder.h"

using namespace homeward;
using namespace homeward::test;
namespace fs = std::filesystem;

namespace {

constexpr int kKills = 100;
constexpr const char* kPassphrase = "correct horse battery";

app::Environment environment()
{
    const auto clock = std::make_shared<FixedClock>(*Date::fromIso("2026-03-01"));
    return {clock, seededIds(1, 0), app::KdfCost::Test};
}

app::NewAuthority planFor(const fs::path& folder)
{
    app::NewAuthority plan;
    plan.folder = folder;
    plan.name = "Testshire";
    plan.accountName = "admin";
    plan.personName = "A. Okafor";
    plan.passphrase = Secret(std::string_view(kPassphrase));
    return plan;
}

/// From now on this process has so long to live; nothing is flushed and no handler runs.
void dieAfter(std::chrono::microseconds time)
{
    ::itimerval timer{};
    timer.it_value.tv_sec = time.count() / 1'000'000;
    timer.it_value.tv_usec = time.count() % 1'000'000;
    ::setitimer(ITIMER_REAL, &timer, nullptr);
}

Result<Done> opens(const fs::path& folder)
{
    const auto session =
        app::signIn(folder, "admin", Secret(std::string_view(kPassphrase)), environment());
    if (!session)
        return session.error();
    return Done{};
}

/// How a making that was killed is found: "whole", or why it cannot be opened.
std::string foundAs(const fs::path& folder)
{
    const Result<Done> opened = opens(folder);
    if (opened)
        return "whole";
    INFO(toKey(opened.error().code) << ": " << opened.error().detail);
    REQUIRE(opened.error().code == ErrorCode::AuthorityMissing);
    const auto why = opened.error().facts.find("why");
    return why == opened.error().facts.end() ? "nothing" : why->second;
}

}  // namespace

TEST_CASE("a making that is killed at any moment is told truly and can be done again",
          "[reliability][place]")
{
    const TemporaryFolder temporary;
    std::chrono::microseconds whole{0};
    {
        OtherProcess maker([&](const NumberChannel&) {
            const auto start = std::chrono::steady_clock::now();
            const bool made =
                app::createAuthority(planFor(temporary.path() / "measured"), environment()).ok();
            whole = std::chrono::duration_cast<std::chrono::microseconds>(
                std::chrono::steady_clock::now() - start);
            return made ? static_cast<int>(std::min<std::int64_t>(whole.count() / 1000 + 1, 200))
                        : 255;
        });
        const int milliseconds = maker.exitCode();
        REQUIRE(milliseconds < 201);
        whole = std::chrono::milliseconds(milliseconds);
    }
    std::map<std::string, int> found;
    for (int kill = 0; kill < kKills; ++kill) {
        const fs::path folder = temporary.path() / ("killed " + std::to_string(kill));
        OtherProcess maker([&](const NumberChannel&) {
            dieAfter(std::chrono::microseconds(100) + whole * kill / kKills);
            return app::createAuthority(planFor(folder), environment()).ok() ? 0 : 1;
        });
        (void)maker.exitCode();
        CAPTURE(kill);
        const std::string state = foundAs(folder);
        ++found[state];
        // The one moment at which a database without an account stands under its own name.
        if (state == "whole" || state == "no-account") {
            CHECK_FALSE(app::createAuthority(planFor(folder), environment()));
            continue;
        }
        CHECK((state == "gone" || state == "unfinished" || state == "nothing"));
        const auto again = app::createAuthority(planFor(folder), environment());
        INFO((again ? "made" : again.error().detail));
        REQUIRE(again);
        CHECK(opens(folder));
    }
    for (const auto& [state, count] : found)
        WARN(state << ": " << count);
    CHECK(found["unfinished"] > 0);
}
