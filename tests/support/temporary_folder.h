#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace homeward::test {

/// A fresh folder with a space and an umlaut in its path; removed with everything in it.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        static int counter = 0;
        m_path = std::filesystem::temp_directory_path() /
                 ("homeward t\xc3\xa4st " + std::to_string(::getpid()) + "-" +
                  std::to_string(++counter));
        std::filesystem::create_directories(m_path);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// What stands in a file; nothing where there is none.
inline std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace homeward::test
