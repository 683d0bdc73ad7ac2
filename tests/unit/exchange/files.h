#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/ssda903/return_reader.h"
#include "tests/support/temporary_folder.h"

namespace homeward::test {

inline const Date kReturnRead = *Date::fromYmd(2026, 6, 30);
inline const std::string kHeaderColumns = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
inline const std::string kEpisodeColumns =
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,"
    "URN\n";

/// Of files that make a return together, whatever is wrong in them.
inline exchange::ssda903::Return readAll(const std::vector<std::filesystem::path>& files,
                                         const RunControl& control = {})
{
    return exchange::ssda903::readReturn(files, StatutoryCodes::builtIn(), kReturnRead, control)
        .value();
}

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
