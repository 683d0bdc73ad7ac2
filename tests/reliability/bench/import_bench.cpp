// A generated return of about 100,000 episodes: rows a second and peak memory.
#include <fstream>

#include "app/authority.h"
#include "app/import_return.h"
#include "tests/reliability/bench/figures.h"

using namespace homeward;
using namespace homeward::bench;

namespace {

constexpr int kChildren = 25'000;
constexpr int kEpisodesEach = 4;

/// 25,000 children with four placements each within the collection year 2024.
void writeReturn(const std::filesystem::path& folder)
{
    std::ofstream header(folder / "2024-header.csv", std::ios::binary);
    std::ofstream episodes(folder / "2024-episodes.csv", std::ios::binary);
    header << "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n";
    episodes << "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\r\n";
    const Date birth = *Date::fromIso("2012-02-03");
    const Date first = *Date::fromIso("2024-04-02");
    for (int child = 0; child < kChildren; ++child) {
        header << 100'000 + child << ',' << (child % 2 ? 'M' : 'F') << ','
               << birth.plusDays(child % 3'000).toDayMonthYear() << ",WBRI,,,\r\n";
        for (int episode = 0; episode < kEpisodesEach; ++episode) {
            const Date start = first.plusDays(child % 40 + 60 * episode);
            const bool last = episode + 1 == kEpisodesEach;
            episodes << 100'000 + child << ',' << start.toDayMonthYear() << ',' << (episode ? 'P' : 'S')
                     << ",C2,N1,U" << 4 + episode % 3 << ",PR1,"
                     << (last ? std::string() : start.plusDays(60).toDayMonthYear()) << ','
                     << (last ? "" : "X1") << ',' << (last ? "" : "CARPL") << ",ZZ1 1AA,ZZ" << episode
                     << " 2BB,\r\n";
        }
    }
}

}  // namespace

int main()
{
    const ScratchFolder scratch("homeward-import-bench");
    writeReturn(scratch.path());
    const app::Environment environment = app::Environment::real();
    app::NewAuthority plan;
    plan.folder = scratch.path() / "authority";
    plan.name = "Bench";
    plan.accountName = "bench";
    plan.personName = "Bench";
    plan.passphrase = Secret("correct horse battery");
    must(app::createAuthority(plan, environment));
    const auto session = must(app::signIn(plan.folder, "bench", plan.passphrase, environment));

    constexpr double kRows = kChildren * (kEpisodesEach + 1.0);
    const std::vector<std::filesystem::path> files{scratch.path() / "2024-header.csv",
                                                   scratch.path() / "2024-episodes.csv"};
    app::ImportPreview preview;
    const auto line = [&](const char* what, double ms) {
        std::printf("%-44s %9.0f ms  %9.0f rows/s  peak %7.1f MiB\n", what, ms, kRows / ms * 1000,
                    peakMemoryMiB());
    };
    line("preview of 100,000 episodes", millisecondsOf([&] {
             preview = must(app::previewImport(*session, files));
         }));
    line("commit", millisecondsOf([&] { must(app::commitImport(*session, preview)); }));
    line("the same return again, preview", millisecondsOf([&] {
             preview = must(app::previewImport(*session, files));
         }));
    std::printf("%-44s %s\n", "changes nothing the second time",
                preview.changesNothing() ? "yes" : "NO");
    return preview.changesNothing() ? 0 : 1;
}
