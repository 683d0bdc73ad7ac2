#include "app/text_file.h"

#include <fstream>
#include <iterator>
#include <string_view>

#include "support/durable_file.h"

namespace homeward::app {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

}  // namespace

Result<std::string> readTextFile(const std::filesystem::path& file)
{
    constexpr std::uintmax_t kLargest = 16u << 20;
    std::error_code failure;
    const std::uintmax_t size = std::filesystem::file_size(file, failure);
    std::ifstream input(file, std::ios::binary);
    if (!failure && size > kLargest)
        return Error{ErrorCode::FileUnreadable,
                     "read file: too large",
                     {{"file", file.filename().string()}, {"rule", "too-large"}}};
    if (failure || !input)
        return Error{ErrorCode::FileUnreadable, "read file", {{"file", file.filename().string()}}};
    std::string text{std::istreambuf_iterator<char>(input), {}};
    if (text.starts_with(kByteOrderMark))
        text.erase(0, kByteOrderMark.size());
    return text;
}

Result<Done> writeTextFile(const std::filesystem::path& file, const std::string& text)
{
    return replaceDurably(file, text);
}

Result<Done> writeSpreadsheetCsv(const std::filesystem::path& file, const std::string& csv)
{
    return writeTextFile(file, std::string(kByteOrderMark) + csv);
}

}  // namespace homeward::app
