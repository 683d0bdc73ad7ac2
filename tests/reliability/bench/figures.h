#pragma once

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "support/result.h"

namespace homeward::bench {

/// Milliseconds of one run.
inline double millisecondsOf(const std::function<void()>& work)
{
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun)
        .count();
}

/// Prints median and worst of `runs` runs.
inline void report(const std::string& what, int runs, const std::function<void()>& work)
{
    std::vector<double> times;
    times.reserve(static_cast<std::size_t>(runs));
    for (int i = 0; i < runs; ++i)
        times.push_back(millisecondsOf(work));
    std::sort(times.begin(), times.end());
    std::printf("%-58s median %9.2f ms  worst %9.2f ms  (%d runs)\n", what.c_str(),
                times[times.size() / 2], times.back(), runs);
}

/// Largest resident memory of this process so far, MiB.
inline double peakMemoryMiB()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

/// Resident memory of this process now, MiB; 0 where the system does not say.
inline double memoryMiB()
{
    std::FILE* const file = std::fopen("/proc/self/statm", "r");
    long total = 0;
    long resident = 0;
    if (file && std::fscanf(file, "%ld %ld", &total, &resident) != 2)
        resident = 0;
    if (file)
        std::fclose(file);
    return static_cast<double>(resident) * static_cast<double>(::getpagesize()) / (1024.0 * 1024.0);
}

template <typename T>
T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "failed: %s %s\n", toKey(result.error().code),
                     result.error().detail.c_str());
        std::exit(3);
    }
    return std::move(*result);
}

/// A folder that goes when the program ends.
class ScratchFolder {
public:
    explicit ScratchFolder(const char* name)
        : m_path(std::filesystem::temp_directory_path() /
                 (std::string(name) + "-" + std::to_string(::getpid())))
    {
        std::filesystem::create_directories(m_path);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

}  // namespace homeward::bench
