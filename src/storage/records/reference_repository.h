#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/account.h"
#include "storage/engine/transaction.h"

namespace homeward::storage {

class AccountRepository {
public:
    explicit AccountRepository(Transaction& transaction) : m_transaction(transaction) {}
    std::vector<Account> all();  ///< active first, then by name
    std::optional<Account> find(const AccountId& id);
    std::optional<Account> findByName(const std::string& name);
    void insert(const Account& account, const Stamp& stamp);
    bool update(const Account& account, const Stamp& stamp);  ///< false: row version moved on
    /// Check value of the account's present key slot (storage/keys/key_file.h); empty: it has none.
    std::string slotCheck(const AccountId& id);
    void setSlotCheck(const AccountId& id, const std::string& check);

private:
    Transaction& m_transaction;
};

/// Key slots decided on and perhaps not yet in keys.json: the decision is one commit, the file
/// follows.
class KeyChangeRepository {
public:
    explicit KeyChangeRepository(Transaction& transaction) : m_transaction(transaction) {}
    /// Account name -> text of its slot; empty: none any more.
    std::map<std::string, std::string> all();
    void put(const std::string& account, const std::string& slot);
    /// Unless the account's slot has been changed again since.
    void remove(const std::string& account, const std::string& slot);

private:
    Transaction& m_transaction;
};

/// A framework as stored: its JSON text is the truth.
struct StoredFramework {
    FrameworkVersionId id;
    std::string key;
    std::string version;
    std::string title;
    std::string body;
    Timestamp loadedAt;
    AccountId loadedBy;
};

class FrameworkRepository {
public:
    explicit FrameworkRepository(Transaction& transaction) : m_transaction(transaction) {}
    std::vector<StoredFramework> all();  ///< newest first
    std::optional<StoredFramework> find(const FrameworkVersionId& id);
    void insert(const StoredFramework& framework);

private:
    Transaction& m_transaction;
};

class PolicyRepository {
public:
    explicit PolicyRepository(Transaction& transaction) : m_transaction(transaction) {}
    std::optional<std::string> body(const std::string& version);
    void insert(const std::string& version, const std::string& body, Timestamp at);

private:
    Transaction& m_transaction;
};

/// Named settings of the authority, e.g. "current-framework", "current-policy".
class StoreInfo {
public:
    explicit StoreInfo(Transaction& transaction) : m_transaction(transaction) {}
    std::optional<std::string> value(const std::string& name);
    void set(const std::string& name, const std::string& value);

private:
    Transaction& m_transaction;
};

}  // namespace homeward::storage
