#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "support/result.h"
#include "support/run_control.h"

namespace homeward::app {

/// A whole file the user chose, without its byte order mark. Fails with: Cancelled; FileUnreadable
/// (fact file), with fact rule "too-large" above `mostBytes`.
Result<std::string> readTextFile(const std::filesystem::path& file, std::size_t mostBytes,
                                 const RunControl& control = {});

/// Where something that leaves the program goes, as the person said it.
struct Target {
    std::filesystem::path file;
    bool replace = false;         ///< the person agreed that what has this name is replaced
    bool throughStreams = false;  ///< pipes and devices (/dev/stdout) are written through, as
                                  ///< people at a command line expect; may wait for a reader
};

/// Whether `file` is part of an authority, or would be: any authority, by any spelling, link or
/// second name. `authority` is the folder of the one in use or about to be made; empty: none.
bool belongsToAuthority(const std::filesystem::path& file, const std::filesystem::path& authority);

/// Whether `target` may be written as things are; touches nothing. `authority` as in
/// belongsToAuthority. Fails with: FileExists (fact file), InvalidInput (file: authority-file,
/// is-a-folder, not-a-file), StorageFailed (its folder is not there).
Result<Done> checkTarget(const Target& target, const std::filesystem::path& authority = {});

/// The one place where anything leaves the program as a file: whole or not at all, readable by its
/// owner only. A link at the name counts as what is there: it is replaced itself or not at all,
/// what it leads to is never touched. Exports of records go through exportTo
/// (app/exchange/exports.h). Fails with: those of checkTarget, StorageFull, StorageFailed; then the
/// old file is as it was.
Result<Done> writeTarget(const Target& target, std::string_view bytes,
                         const std::filesystem::path& authority = {});

/// CSV with a byte order mark, so that spreadsheets read accents right.
std::string forSpreadsheets(const std::string& csv);

}  // namespace homeward::app
