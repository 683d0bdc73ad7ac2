#include "app/text_file.h"

#include <fstream>
#include <iterator>

#include "app/insight.h"
#include "exchange/csv.h"

namespace homeward::app {

Result<std::string> readTextFile(const std::filesystem::path& file)
{
    constexpr std::uintmax_t kLargest = 16u << 20;
    std::error_code failure;
    const std::uintmax_t size = std::filesystem::file_size(file, failure);
    std::ifstream input(file, std::ios::binary);
    if (failure || size > kLargest || !input)
        return Error{ErrorCode::FileUnreadable, "read file", {{"file", file.filename().string()}}};
    std::string text{std::istreambuf_iterator<char>(input), {}};
    if (text.starts_with("\xef\xbb\xbf"))
        text.erase(0, 3);
    return text;
}

Result<Done> writeTextFile(const std::filesystem::path& file, const std::string& text)
{
    return exchange::writeFileAtomically(file, text);
}

}  // namespace homeward::app
