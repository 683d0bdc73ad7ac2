#include "app/authority_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "app/session_impl.h"
#include "storage/key_file.h"
#include "support/folder_place.h"

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
    const std::string name = entry.path().filename().string();
    const std::string store = databaseFile({}).string();
    return name == keyFile({}) || name.starts_with("keys.json.") || name == store + kMaking ||
           name.starts_with(store + ".unfinished");
}

/// True: nobody makes an authority in `folder` now, or the file is not there.
bool isFree(const fs::path& folder)
{
    const OwnedHandle file(::open(makingFile(folder).c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    return !file.isOpen() || ::flock(file.get(), LOCK_EX | LOCK_NB) == 0;
}

/// The handle still leads to the file of that name: whoever had it before may have removed it.
bool isStillThere(int handle, const fs::path& file)
{
    struct stat held {};
    struct stat named {};
    return ::fstat(handle, &held) == 0 && ::lstat(file.c_str(), &named) == 0 &&
           held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

Error folderError(int errorNumber, const std::string& label, const fs::path& folder)
{
    Error error = fileError(errorNumber, label);
    error.facts["folder"] = folder.string();
    return error;
}

Result<Done> setAside(const fs::path& keys)
{
    for (int number = 1;; ++number) {
        fs::path name = keys.parent_path() / kSetAside;
        if (number > 1)
            name += "-" + std::to_string(number);
        const Result<Done> moved = moveDurably(keys, name);
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
        if (!isOfAuthority(entry.path().filename().string()))
            return false;
    const auto keys = storage::KeyFile::describe(keyFile(folder));
    return !failure && keys && keys->demonstration && fs::exists(makingFile(folder), failure);
}

/// As folderState, whoever may be making an authority there.
Result<FolderState> stateOf(const fs::path& folder)
{
    std::error_code failure;
    const fs::file_status status = fs::status(folder, failure);
    if (status.type() == fs::file_type::not_found && failure.value() != ENOTDIR)
        return FolderState::Missing;
    if (failure)
        return folderError(failure.value(), "look at folder", folder);
    if (!fs::is_directory(status))
        return folderError(ENOTDIR, "look at folder", folder);
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
        return folderError(failure.value(), "look at folder", folder);
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
        if (isOfAuthority(entry.path().filename().string()))
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
        return folderError(failure.value(), "clear folder", folder);
    return Done{};
}

}  // namespace

Result<FolderState> folderState(const fs::path& folder)
{
    Result<FolderState> state = stateOf(folder);
    const bool mayBeInMaking =
        state && *state != FolderState::Missing && *state != FolderState::Empty;
    if (mayBeInMaking && !isFree(folder))
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
        return folderError(failure.value(), "create folder", folder);
    if (isNew)
        fs::permissions(folder, fs::perms::owner_all, failure);
    const fs::path file = makingFile(folder);
    const int handle =
        ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (handle < 0)
        return folderError(errno, "begin making", folder);
    auto making = std::unique_ptr<Making>(new Making(file, handle));
    if (::flock(handle, LOCK_EX | LOCK_NB) != 0 || !isStillThere(handle, file))
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
    if (m_held && isStillThere(m_handle.get(), m_file))
        ::unlink(m_file.c_str());
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
    return (entryName.starts_with(keyFile({}).string()) && !entryName.starts_with(kSetAside)) ||
           entryName.starts_with(databaseFile({}).string()) ||
           entryName.starts_with(headFile({}).string()) || entryName == backupFolder({}) ||
           entryName.starts_with("sign-in.failures");
}

Error notAnAuthority(const fs::path& folder)
{
    Error error{ErrorCode::AuthorityMissing, "authority folder", {{"folder", folder.string()}}};
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
            {{"folder", folder.string()}, {"why", "no-account"}}};
}

}  // namespace homeward::app
