#include "app/exchange/text_file.h"

#include <algorithm>
#include <array>

#include "app/session/session_impl.h"
#include "storage/keys/key_file.h"
#include "support/files/durable_file.h"
#include "support/files/output_stream.h"
#include "support/os/file.h"
#include "support/text/path_text.h"

namespace homeward::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr int kMostLinks = 40;  ///< as many as the system follows

bool isThere(const fs::path& file)
{
    std::error_code failure;
    const fs::file_type type = fs::symlink_status(file, failure).type();
    return type != fs::file_type::not_found && type != fs::file_type::none;
}

fs::path folderOf(const fs::path& file)
{
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

/// A half-made or half-lost authority counts: its rest is worth as much.
bool holdsAuthority(const fs::path& folder)
{
    if (isThere(databaseFile(folder)) || isThere(headFile(folder)))
        return true;
    // Other programs have a keys.json too.
    std::error_code failure;
    return fs::is_regular_file(keyFile(folder), failure) &&
           storage::KeyFile::describe(keyFile(folder)).ok();
}

/// `folder` has no links in it.
bool isInsideAuthority(fs::path folder, const fs::path& authority)
{
    std::error_code failure;
    const fs::path own = authority.empty()
                             ? authority
                             : fs::weakly_canonical(fs::absolute(authority, failure), failure);
    while (true) {
        if ((!own.empty() && folder == own) || holdsAuthority(folder))
            return true;
        if (!folder.has_relative_path())
            return false;
        folder = folder.parent_path();
    }
}

/// Whether `file` is another name of a file in `authority`.
bool isFileOf(const fs::path& file, const fs::path& authority)
{
    std::error_code failure;
    if (authority.empty() || !fs::exists(file, failure))
        return false;
    fs::recursive_directory_iterator inside(authority, failure);
    for (; !failure && inside != fs::recursive_directory_iterator(); inside.increment(failure)) {
        std::error_code ignored;
        if (fs::equivalent(inside->path(), file, ignored))
            return true;
    }
    return false;
}

/// The file by a name without links in its folder, and what may be done with it.
struct Place {
    fs::path file;
    OutputKind kind = OutputKind::Nothing;
};

Result<Place> placeOf(const Target& target, const fs::path& authority)
{
    if (belongsToAuthority(target.file, authority))
        return invalidInput("file", "authority-file");
    std::error_code failure;
    const fs::path folder = fs::canonical(folderOf(target.file), failure);
    if (failure)
        return fileError(failure, "folder of export");
    const Place place{folder / target.file.filename(), outputKind(target.file)};
    switch (place.kind) {
        case OutputKind::Folder:
            return invalidInput("file", "is-a-folder");
        case OutputKind::Stream:
            if (target.throughStreams)
                return place;
            return invalidInput("file", "not-a-file");
        case OutputKind::Other:
            return invalidInput("file", "not-a-file");
        case OutputKind::File:
        case OutputKind::Link:
            if (!target.replace)
                return Error{ErrorCode::FileExists, "export", {{"file", pathText(target.file)}}};
            return place;
        case OutputKind::Nothing:
            return place;
    }
    return place;
}

constexpr std::size_t kPieceBytes = 64 * 1024;

std::string withoutByteOrderMark(std::string text)
{
    if (text.starts_with(kByteOrderMark))
        text.erase(0, kByteOrderMark.size());
    return text;
}

}  // namespace

Result<std::string> readTextFile(const std::filesystem::path& file, std::size_t mostBytes,
                                 const RunControl& control)
{
    const auto unreadable = [&](const char* detail) {
        return Error{ErrorCode::FileUnreadable, detail, {{"file", pathText(file.filename())}}};
    };
    const os::File opened(file, os::Opening::Read);
    const auto state = opened.isOpen() ? opened.state() : std::nullopt;
    if (!state || state->type != fs::file_type::regular)
        return unreadable("read file");
    std::string text;
    text.reserve(std::min(mostBytes, static_cast<std::size_t>(state->bytes)) + kPieceBytes);
    std::array<char, kPieceBytes> piece;
    // Counted while reading: the file may grow meanwhile.
    while (text.size() <= mostBytes) {
        if (control.stopRequested())
            return Error{ErrorCode::Cancelled, "read file", {}};
        const auto got = opened.read(piece.data(), piece.size());
        if (!got)
            return unreadable("read file");
        if (*got == 0)
            return withoutByteOrderMark(std::move(text));
        text.append(piece.data(), *got);
    }
    Error error = unreadable("read file: too large");
    error.facts["rule"] = "too-large";
    return error;
}

bool belongsToAuthority(const fs::path& file, const fs::path& authority)
{
    if (isFileOf(file, authority))
        return true;
    // A link at the name: where it leads counts as well, also where nothing is there yet.
    fs::path at = file;
    for (int links = 0; links <= kMostLinks; ++links) {
        std::error_code failure;
        const fs::path folder = fs::weakly_canonical(fs::absolute(folderOf(at), failure), failure);
        if (isInsideAuthority(folder, authority))
            return true;
        const fs::path next = fs::read_symlink(folder / at.filename(), failure);
        if (failure)
            return false;
        at = folder / next;
    }
    return false;
}

Result<Done> checkTarget(const Target& target, const fs::path& authority)
{
    const auto place = placeOf(target, authority);
    if (!place)
        return place.error();
    return Done{};
}

Result<Done> writeTarget(const Target& target, std::string_view bytes, const fs::path& authority)
{
    const auto place = placeOf(target, authority);
    if (!place)
        return place.error();
    if (place->kind == OutputKind::Stream)
        return writeStream(target.file, bytes);
    return target.replace ? replaceDurably(place->file, bytes) : createDurably(place->file, bytes);
}

std::string forSpreadsheets(const std::string& csv)
{
    return std::string(kByteOrderMark) + csv;
}

}  // namespace homeward::app
