#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/session/change_bus.h"
#include "domain/account.h"
#include "support/date.h"
#include "support/error.h"
#include "support/files/folder_place.h"
#include "support/result.h"

namespace homeward::app {

/// What can be known of an authority without a passphrase.
struct AuthorityInfo {
    std::filesystem::path folder;
    std::string name;
    bool demonstration = false;             ///< Every record in it is invented.
    std::vector<std::string> accountNames;  ///< That have a key slot, sorted.
    FolderPlace place = {};                 ///< Not Local: opened to be read only.
};

/// Whether what this program saves can be relied on, as far as it has noticed.
struct Standing {
    bool replaced = false;  ///< The files were deleted, moved or replaced; nothing more is written.
    /// Key of the gravest contradiction between records and trail (app/trust/trust.h); empty: none.
    std::string conflict;
    bool operator==(const Standing&) const = default;
};

/// One person signed in to one authority, on one thread: the argument of every use case.
/// Made by signIn (app/authority/authority.h).
class Session {
public:
    struct Impl;  ///< Database and services; known to src/app only.
    explicit Session(std::unique_ptr<Impl> impl);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    const Account& account() const;
    const AuthorityInfo& authority() const;
    bool may(Right right) const;
    Date today() const;
    /// Cheap; changes are told through changes() as Aggregate::Standing.
    Standing standing() const;
    /// Why nothing can be changed here (ReadOnly); empty: it can.
    std::optional<Error> readOnlyWhy() const;
    /// Looks whether the files are still those opened, without reading records; 4 µs. Changes
    /// standing().
    bool checkFiles();
    bool isLocked() const;

    /// Shared by this session and its workers.
    ChangeBus& changes() const;

    /// The same person on a database connection of its own, for one worker thread.
    /// Fails with: Locked, and the errors of opening the database.
    Result<std::unique_ptr<Session>> forWorker() const;

    Impl& impl() const { return *m_impl; }

private:
    std::unique_ptr<Impl> m_impl;
};

}  // namespace homeward::app
