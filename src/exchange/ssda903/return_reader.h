#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "domain/care_history.h"
#include "domain/child.h"
#include "domain/statutory_codes.h"
#include "exchange/finding.h"
#include "support/result.h"
#include "support/run_control.h"

namespace homeward::exchange::ssda903 {

enum class FileKind { Header, Episodes };

struct HeaderRow {
    int line = 0;
    int row = 0;              ///< as a spreadsheet numbers it
    std::string childNumber;  ///< CHILD
    Sex sex = Sex::Unknown;
    Date birthDate;
    std::string ethnicity;
    std::string upn;
};

struct EpisodeRow {
    int line = 0;
    int row = 0;
    std::string childNumber;
    Episode episode;
};

/// One file, read and checked row by row against the codes of its year.
struct ReturnFile {
    std::string name;  ///< without folder
    FileKind kind = FileKind::Header;
    CollectionYear year;
    int rows = 0;                      ///< data rows seen
    std::vector<HeaderRow> headers;    ///< accepted rows
    std::vector<EpisodeRow> episodes;  ///< accepted rows
};

/// What a person says of the files.
struct ReadOptions {
    std::optional<CollectionYear> year;  ///< of all of them, whatever their names say
};

struct Return {
    std::vector<ReturnFile> files;         ///< in collection year order, headers before episodes
    std::vector<std::string> withoutYear;  ///< names of files whose year has to be said
    std::vector<Finding> findings;  ///< files not read at all first, then in file and line order
};

// The most that one import takes. The largest authority of England has some 2,000 children in care
// and 6,000 episodes a year.
inline constexpr std::size_t kMostFiles = 200;
inline constexpr std::uintmax_t kMostBytes = std::uintmax_t{512} << 20;  ///< of all files
inline constexpr int kMostRows = 250'000;                                ///< of all files
inline constexpr int kMostEpisodesOfChild = 2'000;                       ///< of all files

/// Reads header and episodes CSV of one or several years.
///
/// Files as exchange/csv.h reads them, columns in any order and of any case, unknown columns
/// ignored, a title of up to 20 lines above the columns, columns repeated within. The kind is known
/// by the columns; the year by yearOfFile, where one of four digits may be the first or the second
/// calendar year of the collection: whichever holds the file's dates. Rows that cannot be taken
/// become findings and the reading goes on, the first 1,000 of each file. A file that is no return
/// file, whose year cannot be told or lies ahead, whose dates are wrong throughout
/// (exchange/ssda903/whole_file.h), that contradicts another of its kind and year, goes beyond what
/// is read (see exchange/csv.h and above) or is unreadable becomes one finding for the file. Files
/// are read in pieces; memory grows with accepted rows only, at most 1 KB each.
///
/// Fails with: Cancelled; FileUnreadable when not one file could be opened; InvalidInput (files:
/// too-many, fact most).
Result<Return> readReturn(const std::vector<std::filesystem::path>& files,
                          const StatutoryCodes& codes, Date today, const RunControl& control = {},
                          const ReadOptions& options = {});

}  // namespace homeward::exchange::ssda903
