#include "support/secrets/secret_file.h"

#include <string_view>

#include "support/os/file.h"
#include "support/text/path_text.h"

namespace homeward {
namespace {

constexpr std::size_t kMostBytes = 4096;

}  // namespace

Result<Secret> readSecretLine(const std::filesystem::path& file)
{
    const auto unreadable = [&] {
        return Error{ErrorCode::FileUnreadable, "passphrase file", {{"file", pathText(file)}}};
    };
    const os::File opened(file, os::Opening::ReadStream);
    Secret content(kMostBytes);
    const auto size = opened.isOpen() ? opened.readFully(content.data(), kMostBytes) : std::nullopt;
    if (!size)
        return unreadable();
    std::string_view line = content.text().substr(0, *size);
    line = line.substr(0, line.find('\n'));
    while (line.ends_with('\r'))
        line.remove_suffix(1);
    return Secret(line);
}

}  // namespace homeward
