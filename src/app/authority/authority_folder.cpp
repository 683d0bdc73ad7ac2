#include "app/authority/authority_folder.h"

#include <cerrno>
#include <vector>

#include "app/session/session_impl.h"
#include "storage/keys/key_file.h"
#include "support/files/durable_file.h"
#include "support/files/folder_place.h"
#include "support/text/path_text.h"

namespace homeward::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMaking = ".making";
constexpr const char* kSetAside = "keys.json.interrupted";

fs::path makingFile(const fs::path& folder)
{
    fs::path file = databaseFile(folder);
    file += kMaking;
    return file;
}

/// What the steps before the first record leave when they are cut off: keys, a store that did not
/// get its name yet, temporary files of both.
bool isOfMaking(const fs::directory_entry& entry)
{
    std::error_code failure;
    if (!fs::is_regular_file(entry.symlink_status(failure)))
        return false;
    const std::string name = pathText(entry.path().filename());
    const std::string store = pathText(databaseFile({}));
    return name == keyFile({}) || name.starts_with("keys.json.") || name == store + kMaking ||
           name.starts_with(store + ".unfinished");
}

/// True: nobody makes an authority in `folder` now, or the file is not there.
bool nobodyMakesOne(const fs::path& folder)
{
    os::File file(makingFile(folder), os::Opening::ChangeOwn);
    return !file.isOpen() || file.tryLock(os::LockKind::Exclusive);
}

Error folderError(Error error, const fs::path& folder)
{
    error.facts["folder"] = pathText(folder);
    return error;
}

Result<Done> setAside(const fs::path& keys)
{
    for (int number = 1;; ++number) {
        fs::path name = keys.parent_path() / kSetAside;
        if (number > 1)
            name += "-" + std::to_string(number);
        Result<Done> moved = moveDurably(keys, name);
        const bool taken = !moved && moved.error().code == ErrorCode::InvalidInput;
        if (!taken || number == 1000)
            return moved;
    }
}

/// Everything in the folder belongs to a demonstration that was not filled to its end: the file of
/// its making is still there, so nobody has ever opened it.
bool isUnfilledDemonstration(const fs::path& folder)
{
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(folder, failure))
        if (!isOfAuthority(pathText(entry.path().filename())))
            return false;
    const auto keys = storage::KeyFile::describe(keyFile(folder));
    return !failure && keys && keys->demonstration && fs::exists(makingFile(folder), failure);
}

/// As folderState, whoever may be making an authority there.
Result<FolderState> stateOf(const fs::path& folder)
{
    std::error_code failure;
    const fs::file_status status = fs::status(folder, failure);
    if (status.type() == fs::file_type::not_found && failure != std::errc::not_a_directory)
        return FolderState::Missing;
    if (failure)
        return folderError(fileError(failure, "look at folder"), folder);
    if (!fs::is_directory(status))
        return folderError(fileError(ENOTDIR, "look at folder"), folder);
    bool empty = true;
    bool onlyOfMaking = true;
    bool holdsAuthority = false;
    fs::directory_iterator entries(folder, failure);
    for (const fs::directory_iterator end; !failure && entries != end; entries.increment(failure)) {
        empty = false;
        const fs::path name = entries->path().filename();
        onlyOfMaking = onlyOfMaking && isOfMaking(*entries);
        holdsAuthority = holdsAuthority || name == databaseFile({}) || name == keyFile({});
    }
    if (failure)
        return folderError(fileError(failure, "look at folder"), folder);
    if (empty)
        return FolderState::Empty;
    if (onlyOfMaking || isUnfilledDemonstration(folder))
        return FolderState::Unfinished;
    return holdsAuthority ? FolderState::Authority : FolderState::Other;
}

std::vector<fs::path> entriesOfAuthority(const fs::path& folder, std::error_code& failure)
{
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(folder, failure))
        if (isOfAuthority(pathText(entry.path().filename())))
            paths.push_back(entry.path());
    return paths;
}

Result<Done> clearAway(const fs::path& folder)
{
    const auto keys = storage::KeyFile::describe(keyFile(folder));
    const bool opensNothing = keys ? keys->accountNames.empty() || keys->demonstration
                                   : keys.error().code == ErrorCode::KeyFileMissing;
    if (!opensNothing)
        if (Result<Done> aside = setAside(keyFile(folder)); !aside)
            return aside;
    std::error_code failure;
    for (const fs::path& path : entriesOfAuthority(folder, failure))
        if (!failure && path != makingFile(folder))
            fs::remove_all(path, failure);
    if (failure)
        return folderError(fileError(failure, "clear folder"), folder);
    return Done{};
}

}  // namespace

Result<FolderState> folderState(const fs::path& folder)
{
    Result<FolderState> state = stateOf(folder);
    const bool mayBeInMaking =
        state && *state != FolderState::Missing && *state != FolderState::Empty;
    if (mayBeInMaking && !nobodyMakesOne(folder))
        return FolderState::BeingMade;
    return state;
}

std::optional<Error> checkNewFolder(const fs::path& folder)
{
    if (auto error = readOnlyError(placeOf(folder))) {
        error->facts["creating"] = "yes";
        return error;
    }
    const auto state = folderState(folder);
    if (!state && state.error().facts.contains("cause"))
        return invalidInput("folder", state.error().facts.at("cause"));
    if (!state)
        return state.error();
    if (*state == FolderState::BeingMade)
        return invalidInput("folder", "being-made");
    if (*state == FolderState::Authority || *state == FolderState::Other)
        return invalidInput("folder", "not-empty");
    return std::nullopt;
}

Result<std::unique_ptr<Making>> Making::begin(const fs::path& folder)
{
    std::error_code failure;
    const bool isNew = fs::create_directories(folder, failure);
    if (failure)
        return folderError(fileError(failure, "create folder"), folder);
    if (isNew)
        fs::permissions(folder, fs::perms::owner_all, failure);
    const fs::path file = makingFile(folder);
    os::File opened(file, os::Opening::Keep);
    if (!opened.isOpen())
        return folderError(fileError(errno, "begin making"), folder);
    auto making = std::unique_ptr<Making>(new Making(file, std::move(opened)));
    // Whoever had it before may have removed it.
    if (!making->m_lock.tryLock(os::LockKind::Exclusive) || !making->m_lock.isAt(file))
        return invalidInput("folder", "being-made");
    making->m_held = true;
    // Looked at now that nobody else makes one here: what is found was left behind.
    const Result<FolderState> state = stateOf(folder);
    if (!state)
        return state.error();
    if (*state != FolderState::Unfinished)
        return invalidInput("folder", "not-empty");
    if (Result<Done> cleared = clearAway(folder); !cleared)
        return cleared.error();
    return making;
}

Making::~Making()
{
    std::error_code ignored;
    if (m_held && m_lock.isAt(m_file))
        fs::remove(m_file, ignored);
}

Result<std::unique_ptr<MadeFolder>> MadeFolder::begin(const fs::path& folder)
{
    std::error_code ignored;
    const bool existed = fs::exists(folder, ignored);
    Result<std::unique_ptr<Making>> making = Making::begin(folder);
    if (!making) {
        if (!existed)
            fs::remove(folder, ignored);  // refuses where something is in it
        return making.error();
    }
    auto made = std::unique_ptr<MadeFolder>(new MadeFolder(folder, existed));
    made->m_making = std::move(*making);
    return made;
}

MadeFolder::~MadeFolder()
{
    if (m_kept)
        return;
    std::error_code ignored;
    for (const fs::path& path : entriesOfAuthority(m_folder, ignored))
        fs::remove_all(path, ignored);
    if (!m_existed)
        fs::remove(m_folder, ignored);
}

bool isOfAuthority(const std::string& entryName)
{
    return (entryName.starts_with(pathText(keyFile({}))) && !entryName.starts_with(kSetAside)) ||
           entryName.starts_with(pathText(databaseFile({}))) ||
           entryName.starts_with(pathText(headFile({}))) || entryName == backupFolder({}) ||
           entryName.starts_with("sign-in.failures");
}

Error notAnAuthority(const fs::path& folder)
{
    Error error{ErrorCode::AuthorityMissing, "authority folder", {{"folder", pathText(folder)}}};
    const Result<FolderState> state = folderState(folder);
    if (!state) {
        if (const auto cause = state.error().facts.find("cause");
            cause != state.error().facts.end())
            error.facts["cause"] = cause->second;
        return error;
    }
    if (*state == FolderState::Missing)
        error.facts["why"] = "gone";
    else if (*state == FolderState::Unfinished)
        error.facts["why"] = "unfinished";
    else if (*state == FolderState::BeingMade)
        error.facts["why"] = "being-made";
    return error;
}

Error unfinishedAuthority(const fs::path& folder)
{
    return {ErrorCode::AuthorityMissing,
            "authority folder: no account",
            {{"folder", pathText(folder)}, {"why", "no-account"}}};
}

}  // namespace homeward::app
