#pragma once

#include <filesystem>
#include <utility>

namespace homeward::app {

/// Takes the content of a folder away again when its making fails half way; the folder itself only
/// where it was not there before. Nothing is taken away before made() was said.
class MadeFolder {
public:
    explicit MadeFolder(std::filesystem::path folder) : m_folder(std::move(folder))
    {
        std::error_code ignored;
        m_existed = std::filesystem::exists(m_folder, ignored);
    }
    MadeFolder(const MadeFolder&) = delete;
    MadeFolder& operator=(const MadeFolder&) = delete;
    ~MadeFolder()
    {
        if (!m_made)
            return;
        std::error_code ignored;
        if (!m_existed) {
            std::filesystem::remove_all(m_folder, ignored);
            return;
        }
        // Not a range for, whose steps throw.
        std::filesystem::directory_iterator entry(m_folder, ignored);
        for (; entry != std::filesystem::directory_iterator(); entry.increment(ignored))
            std::filesystem::remove_all(entry->path(), ignored);
    }
    void made() { m_made = true; }
    void keep() { m_made = false; }

private:
    std::filesystem::path m_folder;
    bool m_existed = false;
    bool m_made = false;
};

}  // namespace homeward::app
