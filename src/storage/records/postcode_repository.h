#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/postcode.h"
#include "storage/engine/transaction.h"

namespace homeward::storage {

/// The postcode directory that the authority loaded.
class PostcodeRepository {
public:
    explicit PostcodeRepository(Transaction& transaction) : m_transaction(transaction) {}

    std::optional<GridReference> find(const std::string& key);
    int count();
    /// Adds them; what a key said before is replaced.
    void put(const std::vector<PostcodePlace>& places);
    void clear();

private:
    Transaction& m_transaction;
};

}  // namespace homeward::storage
