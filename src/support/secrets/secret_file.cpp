#include "support/secrets/secret_file.h"

#include <sodium.h>

#include <string_view>

#include "support/os/file.h"
#include "support/text/encoding.h"
#include "support/text/path_text.h"

namespace homeward {
namespace {

constexpr std::size_t kMostBytes = 4096;

Secret firstLine(std::string_view text)
{
    std::string_view line = text.substr(0, text.find('\n'));
    while (line.ends_with('\r'))
        line.remove_suffix(1);
    return Secret(line);
}

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
    const std::string_view whole = content.text().substr(0, *size);
    const EncodingMarked form = encodingOf(whole);
    if (form.encoding == Encoding::Utf8)
        return firstLine(whole.substr(form.markBytes));
    std::string decoded = Utf16Reader(form.encoding).read(whole.substr(form.markBytes));
    Secret secret = firstLine(decoded);
    sodium_memzero(decoded.data(), decoded.size());
    return secret;
}

}  // namespace homeward
