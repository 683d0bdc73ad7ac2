#include "support/secret_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>

namespace homeward {
namespace {

constexpr std::size_t kMostBytes = 4096;

class OpenFile {
public:
    explicit OpenFile(const std::filesystem::path& file)
        : m_file(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY))
    {
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    bool isOpen() const { return m_file >= 0; }
    /// Bytes read; 0: the end, less: an error.
    ssize_t read(unsigned char* into, std::size_t most) const
    {
        ssize_t got = 0;
        do
            got = ::read(m_file, into, most);
        while (got < 0 && errno == EINTR);
        return got;
    }

private:
    int m_file;
};

}  // namespace

Result<Secret> readSecretLine(const std::filesystem::path& file)
{
    const auto unreadable = [&] {
        return Error{ErrorCode::FileUnreadable, "passphrase file", {{"file", file.string()}}};
    };
    const OpenFile open(file);
    if (!open.isOpen())
        return unreadable();
    Secret content(kMostBytes);
    std::size_t size = 0;
    while (size < kMostBytes) {
        const ssize_t got = open.read(content.data() + size, kMostBytes - size);
        if (got < 0)
            return unreadable();
        if (got == 0)
            break;
        size += static_cast<std::size_t>(got);
    }
    std::string_view line = content.text().substr(0, size);
    line = line.substr(0, line.find('\n'));
    while (line.ends_with('\r'))
        line.remove_suffix(1);
    return Secret(line);
}

}  // namespace homeward
