#pragma once

#include <unistd.h>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "support/error.h"

namespace homeward::fuzz {

/// Ends the program, which is what the fuzzer calls a finding.
inline void requireThat(bool holds)
{
    if (!holds)
        std::abort();
}

/// A refusal says where: at a path, or at a line and column, or that the whole is too large.
inline void requirePlace(const Error& error)
{
    const auto& facts = error.facts;
    requireThat(error.code == ErrorCode::InvalidInput);
    requireThat(facts.contains("path") || (facts.contains("line") && facts.contains("column")) ||
                facts.at("rule") == "too-large");
}

/// `text` is refused at a place, or written and read back the same.
template <typename Read, typename Write>
void requireRoundTrip(std::string_view text, Read read, Write write)
{
    const auto document = read(text);
    if (!document)
        return requirePlace(document.error());
    const std::string written = write(*document);
    const auto again = read(written);
    requireThat(again.ok() && write(*again) == written);
}

inline std::string_view asText(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

/// A file of this process alone, for readers that take a path.
class InputFile {
public:
    explicit InputFile(const std::string& name)
        : m_folder(std::filesystem::temp_directory_path() /
                   ("homeward-fuzz-" + std::to_string(::getpid()))),
          m_file(m_folder / name)
    {
        std::filesystem::create_directories(m_folder);
    }
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;
    ~InputFile()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    const std::filesystem::path& holding(std::string_view text) const
    {
        std::ofstream(m_file, std::ios::binary)
            .write(text.data(), static_cast<std::streamsize>(text.size()));
        return m_file;
    }

private:
    std::filesystem::path m_folder;
    std::filesystem::path m_file;
};

}  // namespace homeward::fuzz
