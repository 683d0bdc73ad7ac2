#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "tests/support/temporary_folder.h"

namespace homeward::test {

/// Files of one test, gone with it.
class Files {
public:
    std::filesystem::path write(const std::string& name, std::string_view content) const
    {
        const std::filesystem::path file = m_folder.path() / name;
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }
    std::string read(const std::string& name) const
    {
        std::ifstream in(m_folder.path() / name, std::ios::binary);
        std::ostringstream content;
        content << in.rdbuf();
        return content.str();
    }
    const std::filesystem::path& folder() const { return m_folder.path(); }

private:
    TemporaryFolder m_folder;
};

}  // namespace homeward::test
