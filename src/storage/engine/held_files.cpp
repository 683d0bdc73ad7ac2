#include "storage/engine/held_files.h"

#include <algorithm>

namespace homeward::storage {
namespace {

std::filesystem::path withSuffix(std::filesystem::path file, const char* suffix)
{
    file += suffix;
    return file;
}

/// Empty: nothing is there.
std::optional<os::FileIdentity> identityOf(const std::filesystem::path& file)
{
    const auto state = os::stateOf(file);
    return state ? std::optional(state->identity) : std::nullopt;
}

}  // namespace

std::string identityText(const std::filesystem::path& file)
{
    const auto identity = identityOf(file);
    return identity ? std::to_string(identity->device) + '-' + std::to_string(identity->number)
                    : std::string();
}

std::string stampOf(const std::filesystem::path& file)
{
    const auto state = os::stateOf(file);
    return state ? std::to_string(state->bytes) + ' ' + std::to_string(state->changedNanos)
                 : std::string();
}

HeldFiles::HeldFiles(std::filesystem::path store) : m_store(std::move(store))
{
    if (const auto identity = identityOf(m_store))
        m_files[m_store] = *identity;
}

bool HeldFiles::remember()
{
    const auto opened = identityOf(m_store);
    if (!opened || !m_files.contains(m_store) || *opened != m_files.at(m_store))
        return false;
    // The log and its index live for as long as any connection, so ours are those there now.
    for (const char* suffix : {"-wal", "-shm"})
        if (const auto identity = identityOf(withSuffix(m_store, suffix)))
            m_files[withSuffix(m_store, suffix)] = *identity;
    return true;
}

bool HeldFiles::areInPlace() const
{
    return std::all_of(m_files.begin(), m_files.end(), [](const auto& file) {
        const auto now = identityOf(file.first);
        return now && *now == file.second;
    });
}

std::filesystem::path HeldFiles::log() const
{
    return withSuffix(m_store, "-wal");
}

}  // namespace homeward::storage
