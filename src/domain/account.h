#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "domain/fields.h"
#include "support/id.h"
#include "support/text/keyed_enum.h"

namespace homeward {

enum class Role { SocialWorker, PlacementOfficer, FosteringWorker, Manager, Administrator };
template <>
struct EnumKeys<Role> {
    static constexpr std::pair<Role, std::string_view> table[] = {
        {Role::SocialWorker, "social-worker"},
        {Role::PlacementOfficer, "placement-officer"},
        {Role::FosteringWorker, "fostering-worker"},
        {Role::Manager, "manager"},
        {Role::Administrator, "administrator"}};
};

/// What a use case asks for before it changes or reveals anything.
enum class Right {
    SignIn,        ///< and change the own passphrase: all that is allowed while it is another's
    ReadRecords,   ///< children, homes, shortlists, insight
    EditChildren,  ///< child records and About me
    AssessNeeds,
    EditHomes,         ///< homes, approval, skills
    DecidePlacements,  ///< choose a household, start and end placements
    ImportReturns,
    ManageAccounts,
    ManageFrameworks,
    VerifyAudit
};
template <>
struct EnumKeys<Right> {
    static constexpr std::pair<Right, std::string_view> table[] = {
        {Right::SignIn, "sign-in"},
        {Right::ReadRecords, "read-records"},
        {Right::EditChildren, "edit-children"},
        {Right::AssessNeeds, "assess-needs"},
        {Right::EditHomes, "edit-homes"},
        {Right::DecidePlacements, "decide-placements"},
        {Right::ImportReturns, "import-returns"},
        {Right::ManageAccounts, "manage-accounts"},
        {Right::ManageFrameworks, "manage-frameworks"},
        {Right::VerifyAudit, "verify-audit"}};
};

/// The one place that says who may do what.
bool mayDo(Role role, Right right);

/// Whether the role's work is about everybody's children. Others open a child allocated to somebody
/// else with a reason, which is put on record.
bool worksAcross(Role role);

struct Account {
    AccountId id;
    std::string name;        ///< Sign-in name, unique, lower case letters, digits, . and -.
    std::string personName;  ///< e.g. "A. Okafor"
    Role role = Role::SocialWorker;
    bool active = true;  ///< False: removed; kept because the audit trail names it.
    int rowVersion = 0;
    /// Somebody else set the passphrase: it must be changed before anything else is done.
    bool passphraseByOther = false;
    bool operator==(const Account&) const = default;
};

template <>
struct Fields<Account> {
    static constexpr std::string_view table = "account";
    static constexpr auto list =
        std::tuple{field("name", &Account::name), field("person_name", &Account::personName),
                   field("role", &Account::role), field("active", &Account::active),
                   field("passphrase_by_other", &Account::passphraseByOther)};
};

}  // namespace homeward
