#include "app/authority/authority.h"

#include "app/authority/account_rules.h"
#include "app/authority/passphrase_rule.h"
#include "app/authority/authority_folder.h"
#include "app/authority/making_authority.h"
#include "app/session/session_impl.h"
#include "app/session/use_case.h"
#include "app/trust/audit_fields.h"
#include "exchange/json_documents.h"
#include "storage/engine/held_files.h"
#include "storage/keys/key_file.h"

namespace homeward::app {
namespace {

namespace fs = std::filesystem;

std::optional<Error> checkPlan(const NewAuthority& plan)
{
    if (plan.name.empty())
        return invalidInput("name", "required");
    if (auto error = checkNewFolder(plan.folder))
        return error;
    if (auto error = checkAccountName(plan.accountName)) {
        error->facts["field"] = "accountName";
        return error;
    }
    if (plan.personName.empty())
        return invalidInput("personName", "required");
    if (plan.demonstration)  // its passphrase is public on purpose
        return std::nullopt;
    return checkPassphrase(plan.passphrase, {plan.accountName, plan.personName, plan.name});
}

/// The first account, framework and policy of a new authority.
Result<Done> furnish(Session& session, const NewAuthority& plan, const std::string& slotCheck)
{
    return commit<Done>(
        session, "create-authority", Right::ManageAccounts, [&](UnitOfWork& unit) -> Result<Done> {
            unit.accounts.insert(session.account(), unit.stamp());
            unit.accounts.setSlotCheck(session.account().id, slotCheck);
            unit.info.set("authority-name", plan.name);
            NeedsFramework framework = exchange::defaultFramework();
            framework.id = unit.newId<FrameworkVersionId>();
            unit.frameworks.insert({framework.id, framework.key, framework.version, framework.title,
                                    exchange::writeFramework(framework), unit.stamp().at,
                                    unit.stamp().by});
            unit.info.set("current-framework", framework.id.value);
            const matching::Policy& policy = exchange::defaultPolicy();
            unit.policies.insert(policy.version, exchange::writePolicy(policy), unit.stamp().at);
            unit.info.set("current-policy", policy.version);
            unit.audit("authority", {}, {}, {}, {{"name", plan.name}});
            auto fields = auditFields(session.account());
            fields["slot"] = slotCheck;
            unit.audit("account", session.account().id.value, {}, {}, fields);
            return Done{};
        });
}

}  // namespace

storage::KdfLimits kdfLimits(KdfCost cost)
{
    return cost == KdfCost::Test ? storage::KdfLimits::least() : storage::KdfLimits::moderate();
}

Result<AuthorityInfo> inspectAuthority(const fs::path& folder)
{
    const auto state = folderState(folder);
    if (!state || *state != FolderState::Authority)
        return notAnAuthority(folder);
    auto description = storage::KeyFile::describe(keyFile(folder));
    if (!description)
        return description.error();
    return AuthorityInfo{folder, description->authorityName, description->demonstration,
                         description->accountNames, placeOf(folder)};
}

std::optional<Error> checkNewAuthority(const NewAuthority& plan)
{
    return checkPlan(plan);
}

Result<std::unique_ptr<Session>> makeAuthority(const NewAuthority& plan,
                                               const Environment& environment)
{
    Secret key = storage::KeyFile::newDatabaseKey();
    auto made = storage::KeyFile::create(keyFile(plan.folder), plan.name, plan.demonstration);
    if (!made)
        return made.error();
    auto slot = storage::KeyFile::putSlot(keyFile(plan.folder), plan.accountName, plan.passphrase,
                                          key, kdfLimits(environment.kdfCost));
    if (!slot)
        return slot.error();
    auto database = storage::Database::create(databaseFile(plan.folder), key);
    if (!database)
        return database.error();

    AuthorityInfo info{plan.folder, plan.name, plan.demonstration, {plan.accountName}, {}};
    Account first{environment.ids->make<AccountId>(),
                  plan.accountName,
                  plan.personName,
                  Role::Administrator,
                  true,
                  1};
    auto shared = std::make_shared<SharedState>(info, key, environment);
    const auto keys = std::make_shared<const Keys>(std::move(key));
    if (auto head = storage::HeadFile::replace(
            headFile(plan.folder), {0, {}, storage::identityText(databaseFile(plan.folder)), {}},
            keys->chain);
        !head)
        return head.error();
    auto session = makeSession(std::move(shared), keys, std::move(*database), std::move(first));
    auto furnished = furnish(*session, plan, slot->check);
    if (!furnished)
        return furnished.error();
    return session;
}

Result<AuthorityInfo> createAuthority(const NewAuthority& plan, const Environment& environment)
{
    if (auto error = checkPlan(plan))
        return *error;
    auto folder = MadeFolder::begin(plan.folder);
    if (!folder)
        return folder.error();
    auto session = makeAuthority(plan, environment);
    if (!session)
        return session.error();
    (*folder)->keep();
    return (*session)->authority();
}

}  // namespace homeward::app
