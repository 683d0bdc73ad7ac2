#include "support/os/file.h"

#include <algorithm>
#include <cerrno>
#include <thread>
#include <utility>

namespace homeward::os {

File::File(File&& other) noexcept
    : m_handle(std::exchange(other.m_handle, -1)), m_locked(std::exchange(other.m_locked, false))
{
}

File& File::operator=(File&& other) noexcept
{
    // What was open here is closed, and its lock free, before anybody goes on.
    File closed(std::move(*this));
    m_handle = std::exchange(other.m_handle, -1);
    m_locked = std::exchange(other.m_locked, false);
    return *this;
}

bool File::isRegular() const
{
    const auto found = state();
    return found && found->type == std::filesystem::file_type::regular;
}

bool File::isAt(const std::filesystem::path& file) const
{
    std::error_code failure;
    if (!isOpen() || std::filesystem::is_symlink(file, failure))
        return false;
    const auto held = state();
    const auto named = stateOf(file);
    return held && named && held->identity == named->identity;
}

std::optional<std::size_t> File::readFully(void* into, std::size_t most) const
{
    std::size_t filled = 0;
    while (filled < most) {
        const auto got = read(static_cast<char*>(into) + filled, most - filled);
        if (!got)
            return std::nullopt;
        if (*got == 0)
            break;
        filled += *got;
    }
    return filled;
}

bool File::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = writeSome(bytes);
        if (!written)
            return false;
        bytes.remove_prefix(*written);
    }
    return true;
}

bool File::lockWithin(std::chrono::milliseconds patience, LockKind kind,
                      std::chrono::milliseconds pause)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!tryLock(kind)) {
        if (errno != EWOULDBLOCK || std::chrono::steady_clock::now() > until)
            return false;
        std::this_thread::sleep_for(pause);
    }
    return true;
}

}  // namespace homeward::os
