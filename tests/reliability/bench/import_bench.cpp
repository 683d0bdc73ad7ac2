// A generated return of about 100,000 episodes: rows a second and peak memory.
#include "app/authority/authority.h"
#include "app/exchange/import_return.h"
#include "tests/reliability/bench/bench_authority.h"
#include "tests/reliability/bench/figures.h"
#include "tests/reliability/bench/generated_return.h"

using namespace homeward;
using namespace homeward::bench;

int main()
{
    const ScratchFolder scratch("homeward-import-bench");
    const std::vector<std::filesystem::path> files = writeReturn(scratch.path());
    const app::Environment environment = app::Environment::real();
    const auto folder = scratch.path() / "authority";
    const auto session = newAuthority(folder, environment);

    constexpr double kRows = kChildren * (kEpisodesEach + 1.0);
    app::ImportPreview preview;
    const auto line = [&](const char* what, double ms) {
        std::printf("%-44s %9.0f ms  %9.0f rows/s  peak %7.1f MiB\n", what, ms, kRows / ms * 1000,
                    peakMemoryMiB());
    };
    line("preview of 100,000 episodes",
         millisecondsOf([&] { preview = must(app::previewImport(*session, files)); }));
    line("commit",
         millisecondsOf([&] { must(app::commitImport(*session, preview, {}, kInvented)); }));
    line("the same return again, preview",
         millisecondsOf([&] { preview = must(app::previewImport(*session, files)); }));
    std::printf("%-44s %s\n", "changes nothing the second time",
                preview.changesNothing() ? "yes" : "NO");
    return preview.changesNothing() ? 0 : 1;
}
