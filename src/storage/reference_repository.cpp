#include "storage/reference_repository.h"

#include "storage/query.h"

namespace homeward::storage {
namespace {

std::vector<Account> accounts(soci::session& sql, const std::string& rest, const std::string* value)
{
    std::vector<Account> found;
    Account account;
    Query query(sql,
                "select id, name, person_name, role, active, row_version from account " + rest);
    query.into(account.id).into(account.name).into(account.personName).into(account.role);
    query.into(account.active).into(account.rowVersion);
    if (value)
        query.with(*value);
    query.forEach([&] { found.push_back(account); });
    return found;
}

std::optional<Account> firstOf(std::vector<Account> found)
{
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<StoredFramework> frameworks(soci::session& sql, const std::string& rest,
                                        const std::string* value)
{
    std::vector<StoredFramework> found;
    StoredFramework framework;
    Query query(sql,
                "select id, family, version, title, body, loaded_at, loaded_by"
                " from framework_version " +
                    rest);
    query.into(framework.id).into(framework.key).into(framework.version).into(framework.title);
    query.into(framework.body).into(framework.loadedAt).into(framework.loadedBy);
    if (value)
        query.with(*value);
    query.forEach([&] { found.push_back(framework); });
    return found;
}

}  // namespace

std::vector<Account> AccountRepository::all()
{
    return accounts(m_transaction.session(), "order by active desc, name", nullptr);
}

std::optional<Account> AccountRepository::find(const AccountId& id)
{
    return firstOf(accounts(m_transaction.session(), "where id = :id", &id.value));
}

std::optional<Account> AccountRepository::findByName(const std::string& name)
{
    return firstOf(accounts(m_transaction.session(), "where name = :name", &name));
}

void AccountRepository::insert(const Account& account, const Stamp& stamp)
{
    Query query(m_transaction.session(),
                "insert into account (id, name, person_name, role, active, row_version,"
                " slot_check, created_at, created_by, changed_at, changed_by) values (:id, :name,"
                " :person_name, :role, :active, 1, '', :created_at, :created_by, :changed_at, "
                ":changed_by)");
    query.with(account.id).with(account.name).with(account.personName).with(account.role);
    query.with(account.active).with(stamp.at).with(stamp.by).with(stamp.at).with(stamp.by);
    query.run();
}

bool AccountRepository::update(const Account& account, const Stamp& stamp)
{
    Query query(m_transaction.session(),
                "update account set name = :name, person_name = :person_name, role = :role,"
                " active = :active, row_version = row_version + 1, changed_at = :changed_at,"
                " changed_by = :changed_by where id = :id and row_version = :seen");
    query.with(account.name).with(account.personName).with(account.role).with(account.active);
    query.with(stamp.at).with(stamp.by).with(account.id).with(account.rowVersion);
    return query.run() == 1;
}

std::string AccountRepository::slotCheck(const AccountId& id)
{
    std::string check;
    Query(m_transaction.session(), "select slot_check from account where id = :id")
        .into(check)
        .with(id)
        .first();
    return check;
}

void AccountRepository::setSlotCheck(const AccountId& id, const std::string& check)
{
    Query(m_transaction.session(), "update account set slot_check = :slot_check where id = :id")
        .with(check)
        .with(id)
        .run();
}

std::map<std::string, std::string> KeyChangeRepository::all()
{
    std::map<std::string, std::string> changes;
    std::string account;
    std::string slot;
    Query(m_transaction.session(), "select account, slot from key_change")
        .into(account)
        .into(slot)
        .forEach([&] { changes[account] = slot; });
    return changes;
}

void KeyChangeRepository::put(const std::string& account, const std::string& slot)
{
    Query(m_transaction.session(), "delete from key_change where account = :account")
        .with(account)
        .run();
    Query(m_transaction.session(),
          "insert into key_change (account, slot) values (:account, :slot)")
        .with(account)
        .with(slot)
        .run();
}

void KeyChangeRepository::remove(const std::string& account, const std::string& slot)
{
    Query(m_transaction.session(),
          "delete from key_change where account = :account and slot = :slot")
        .with(account)
        .with(slot)
        .run();
}

std::vector<StoredFramework> FrameworkRepository::all()
{
    return frameworks(m_transaction.session(), "order by loaded_at desc, id desc", nullptr);
}

std::optional<StoredFramework> FrameworkRepository::find(const FrameworkVersionId& id)
{
    std::vector<StoredFramework> found =
        frameworks(m_transaction.session(), "where id = :id", &id.value);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

void FrameworkRepository::insert(const StoredFramework& framework)
{
    Query query(m_transaction.session(),
                "insert into framework_version (id, family, version, title, body, loaded_at,"
                " loaded_by) values (:id, :family, :version, :title, :body, :at, :by)");
    query.with(framework.id).with(framework.key).with(framework.version).with(framework.title);
    query.with(framework.body).with(framework.loadedAt).with(framework.loadedBy);
    query.run();
}

std::optional<std::string> PolicyRepository::body(const std::string& version)
{
    std::string text;
    const bool found =
        Query(m_transaction.session(), "select body from policy_version where version = :version")
            .into(text)
            .with(version)
            .first();
    return found ? std::optional(text) : std::nullopt;
}

void PolicyRepository::insert(const std::string& version, const std::string& body, Timestamp at)
{
    Query(m_transaction.session(),
          "insert into policy_version (version, body, created_at) values (:version, :body, :at)")
        .with(version)
        .with(body)
        .with(at)
        .run();
}

std::optional<std::string> StoreInfo::value(const std::string& name)
{
    std::string text;
    const bool found =
        Query(m_transaction.session(), "select value from store_info where name = :name")
            .into(text)
            .with(name)
            .first();
    return found ? std::optional(text) : std::nullopt;
}

void StoreInfo::set(const std::string& name, const std::string& value)
{
    const long long changed =
        Query(m_transaction.session(), "update store_info set value = :value where name = :name")
            .with(value)
            .with(name)
            .run();
    if (changed > 0)
        return;
    Query(m_transaction.session(), "insert into store_info (name, value) values (:name, :value)")
        .with(name)
        .with(value)
        .run();
}

}  // namespace homeward::storage
