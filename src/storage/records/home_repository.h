#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/home.h"
#include "domain/provider.h"
#include "storage/engine/transaction.h"

namespace homeward::storage {

class HomeRepository {
public:
    explicit HomeRepository(Transaction& transaction) : m_transaction(transaction) {}

    std::optional<Home> find(const HomeId& id);
    std::optional<Home> findByReference(const std::string& reference);
    std::vector<Home> all();                         ///< by name
    std::vector<Home> naming(const ChildId& child);  ///< whose approval is for the child
    void insert(const Home& home, const Stamp& stamp);
    void insertMany(const std::vector<Home>& homes, const Stamp& stamp);
    bool update(const Home& home, const Stamp& stamp);  ///< false: row version moved on

    std::vector<SkillsProfile> profilesOf(const HomeId& home);  ///< newest first
    std::map<HomeId, SkillsProfile> newestProfiles(
        bool withWords);  ///< false: evidence and strength stay empty
    void insert(const SkillsProfile& profile, Timestamp recordedAt);
    void insertMany(const std::vector<SkillsProfile>& profiles, Timestamp recordedAt);

    std::vector<Provider> providers();
    void insert(const Provider& provider);

private:
    Transaction& m_transaction;
};

}  // namespace homeward::storage
