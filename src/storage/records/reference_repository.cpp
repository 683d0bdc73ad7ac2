#include "storage/records/reference_repository.h"

#include "storage/records/record_rows.h"

namespace homeward {

template <>
struct Fields<storage::StoredFramework> {
    using Stored = storage::StoredFramework;
    static constexpr std::string_view table = "framework_version";
    static constexpr auto list =
        std::tuple{field("family", &Stored::key),         field("version", &Stored::version),
                   field("title", &Stored::title),        field("body", &Stored::body),
                   field("loaded_at", &Stored::loadedAt), field("loaded_by", &Stored::loadedBy)};
};

}  // namespace homeward

namespace homeward::storage {

std::vector<Account> AccountRepository::all()
{
    return Select<Account>(m_transaction.session(), "order by active desc, name").all();
}

std::optional<Account> AccountRepository::find(const AccountId& id)
{
    return Select<Account>(m_transaction.session(), "where id = :id").with(id).first();
}

std::optional<Account> AccountRepository::findByName(const std::string& name)
{
    return Select<Account>(m_transaction.session(), "where name = :name").with(name).first();
}

void AccountRepository::insert(const Account& account, const Stamp& stamp)
{
    Insert<Account>(m_transaction.session(), stamp).run(account);
}

bool AccountRepository::update(const Account& account, const Stamp& stamp)
{
    return storage::update(m_transaction.session(), account, stamp);
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
    return Select<StoredFramework>(m_transaction.session(), "order by loaded_at desc, id desc")
        .all();
}

std::optional<StoredFramework> FrameworkRepository::find(const FrameworkVersionId& id)
{
    return Select<StoredFramework>(m_transaction.session(), "where id = :id").with(id).first();
}

void FrameworkRepository::insert(const StoredFramework& framework)
{
    Insert<StoredFramework>(m_transaction.session()).run(framework);
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
