// Files made to stop, fill or slow the program: what refusing each of them costs.
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <functional>

#include "exchange/json_documents.h"
#include "exchange/ssda903/return_reader.h"
#include "storage/keys/key_file.h"
#include "tests/reliability/bench/figures.h"

using namespace homeward;
using namespace homeward::bench;

namespace {

constexpr std::size_t kBytes = 16'000'000;

std::string repeated(const std::string& open, const std::string& piece, std::size_t bytes,
                     const std::string& close)
{
    std::string text;
    text.reserve(bytes + open.size() + close.size());
    text = open + piece;
    while (text.size() + piece.size() < bytes)
        text += "," + piece;
    return text + close;
}

std::string assessmentOf(const std::string& ratings)
{
    return "{\"format\":\"homeward-assessment/1\",\"child\":\"501\",\"assessedOn\":\"2026-02-28\","
           "\"ratings\":[" +
           ratings + "]}";
}

std::string ratingsOf(int count, const std::string& level)
{
    std::string ratings;
    for (int i = 0; i < count; ++i)
        ratings += (i ? "," : "") + std::string("{\"domain\":\"d") + std::to_string(i) +
                   "\",\"level\":" + level + ",\"evidence\":\"Seen.\"}";
    return ratings;
}

/// Of this process; what a busy machine does not change.
double cpuMs()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

/// In a process of its own, so that the peak of memory is its own: `make`, then `read`, which says
/// whether the text was taken.
void line(const char* what, const std::function<std::string()>& make,
          const std::function<std::string(const std::string&)>& read)
{
    std::fflush(stdout);
    const pid_t child = ::fork();
    if (child == 0) {
        const std::string text = make();
        const double before = peakMemoryMiB();
        std::string outcome;
        const double cpuBefore = cpuMs();
        const double ms = millisecondsOf([&] { outcome = read(text); });
        std::printf("%-44s %5.1f MB %9.1f ms (processor %7.1f)  peak %6.1f MiB (+%.1f)  %s\n", what,
                    static_cast<double>(text.size()) / 1e6, ms, cpuMs() - cpuBefore,
                    peakMemoryMiB(), peakMemoryMiB() - before, outcome.c_str());
        std::fflush(stdout);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFEXITED(status))
        std::printf("%-44s ENDED THE PROGRAM\n", what);
}

template <typename T>
std::string outcomeOf(const Result<T>& read)
{
    if (read)
        return "taken";
    const auto rule = read.error().facts.find("rule");
    return rule == read.error().facts.end() ? toKey(read.error().code) : rule->second;
}

std::string readReturnOf(const std::string& text)
{
    const ScratchFolder scratch("homeward-hostile-bench");
    const auto file = scratch.path() / "2020-header.csv";
    std::ofstream(file, std::ios::binary) << text;
    const auto read = exchange::ssda903::readReturn({file}, StatutoryCodes::builtIn(),
                                                    *Date::fromYmd(2026, 6, 30));
    return read ? std::to_string(read->findings.size()) + " findings" : outcomeOf(read);
}

}  // namespace

int main()
{
    const auto assessments = [](const std::string& text) {
        return outcomeOf(exchange::readAssessments(text));
    };
    const auto framework = [](const std::string& text) {
        return outcomeOf(exchange::readFramework(text));
    };
    const auto keys = [](const std::string& text) {
        return outcomeOf(storage::KeyFile::describeText(text));
    };
    line(
        "nothing", [] { return std::string("{}"); }, assessments);
    line(
        "list of {} (assessments)", [] { return repeated("[", "{}", kBytes, "]"); }, assessments);
    line(
        "list of {} (framework)", [] { return repeated("[", "{}", 4'000'000, "]"); }, framework);
    line(
        "list of {} (keys)", [] { return repeated("[", "{}", 1'000'000, "]"); }, keys);
    line(
        "4,999 of {} (assessments)", [] { return repeated("[", "{}", 14'990, "]"); }, assessments);
    line(
        "8,000 wrong entries in two assessments",
        [] {
            const std::string one = assessmentOf(ratingsOf(4'000, "9"));
            return "[" + one + "," + one + "]";
        },
        assessments);
    line(
        "250,000 wrong values in lists of 4,900",
        [] { return repeated("[", assessmentOf(repeated("", "0", 2 * 4'900, "")), 500'000, "]"); },
        assessments);
    line(
        "200,000 deep", [] { return std::string(200'000, '['); }, assessments);
    line(
        "[1e999]", [] { return std::string("[1e999]"); }, assessments);
    line(
        "one text of 16 MB", [] { return "[\"" + std::string(kBytes, 'x') + "\"]"; }, assessments);
    line(
        "one number of 16 MB", [] { return "[" + std::string(kBytes, '9') + "]"; }, assessments);
    line(
        "a key of 250,000 letters",
        [] {
            return assessmentOf("{\"domain\":\"" + std::string(250'000, 'a') +
                                "\",\"level\":1,\"evidence\":\"\"}");
        },
        assessments);
    line(
        "16 MB of blanks", [] { return std::string(kBytes, ' '); }, assessments);
    line(
        "2,000 sound assessments of 12 domains",
        [] { return repeated("[", assessmentOf(ratingsOf(12, "1")), 1'500'000, "]"); },
        assessments);
    line(
        "16 MB of sound evidence",
        [] {
            const std::string evidence(200'000, 'e');
            std::string ratings;
            for (int i = 0; i < 78; ++i)
                ratings += (i ? "," : "") + std::string("{\"domain\":\"d") + std::to_string(i) +
                           "\",\"level\":1,\"evidence\":\"" + evidence + "\"}";
            return assessmentOf(ratings);
        },
        assessments);
    const std::string columns = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
    line(
        "return: 60 MB of rows that are wrong",
        [&] {
            std::string text = columns;
            while (text.size() < 60'000'000)
                text += "1,9,32/13/2010,XXXX,,,\n";
            return text;
        },
        readReturnOf);
    line(
        "return: 300,000 sound rows",
        [&] {
            std::string text = columns;
            for (int i = 0; i < 300'000; ++i)
                text += std::to_string(i) + ",1,01/01/2010,WBRI,,,\n";
            return text;
        },
        readReturnOf);
    line(
        "return: 16 MB of commas", [&] { return columns + std::string(kBytes, ','); },
        readReturnOf);
    return 0;
}
