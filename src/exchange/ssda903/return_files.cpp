#include "exchange/ssda903/return_files.h"

#include <algorithm>
#include <string>

#include "exchange/ssda903/return_reader.h"
#include "support/text/path_text.h"

namespace homeward::exchange::ssda903 {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 6;

bool mayBeOfReturn(const fs::path& file)
{
    std::string ending = pathText(file.extension());
    std::ranges::transform(ending, ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    constexpr std::string_view kEndings[] = {".csv",  ".txt", ".tsv", ".xml",
                                             ".xlsx", ".xls", ".ods"};
    return std::ranges::find(kEndings, ending) != std::end(kEndings);
}

void addFrom(const fs::path& folder, int depth, std::vector<fs::path>& files)
{
    std::vector<fs::path> inside;
    std::error_code ignored;
    // Not a range for, whose steps throw where the folder cannot be read to the end.
    fs::directory_iterator entry(folder, ignored);
    for (; entry != fs::directory_iterator() && inside.size() <= kMostFiles;
         entry.increment(ignored))
        if (!pathText(entry->path().filename()).starts_with('.'))
            inside.push_back(entry->path());
    std::sort(inside.begin(), inside.end());
    for (const fs::path& path : inside) {
        if (files.size() > kMostFiles)
            return;
        if (fs::is_directory(path, ignored) && depth < kDeepest)
            addFrom(path, depth + 1, files);
        else if (fs::is_regular_file(path, ignored) && mayBeOfReturn(path))
            files.push_back(path);
    }
}

}  // namespace

Result<std::vector<fs::path>> returnFilesIn(const std::vector<fs::path>& named)
{
    std::vector<fs::path> files;
    for (const fs::path& path : named) {
        std::error_code ignored;
        if (!fs::is_directory(path, ignored)) {
            files.push_back(path);
            continue;
        }
        const std::size_t before = files.size();
        addFrom(path, 1, files);
        if (files.size() == before)
            return invalidInput("files", "no-tables-here", {{"file", pathText(path)}});
    }
    return files;
}

}  // namespace homeward::exchange::ssda903
