#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "demonstration/random.h"

namespace homeward::demonstration {

/// Invented words by key (resources/demonstration/words.tsv). Nothing else in this layer knows a
/// domain of the framework by name: a domain without words of its own gets those of "*".
class Words {
public:
    static const Words& builtIn();

    /// Empty: no such key.
    const std::vector<std::string>& of(const std::string& key) const;
    /// One of the texts of `key`; empty where there is none.
    const std::string& pick(Random& random, const std::string& key) const;
    /// All texts of the keys, in order.
    std::vector<std::string> of(std::initializer_list<std::string> keys) const;
    bool isAmong(const std::string& key, std::string_view text) const;

private:
    std::map<std::string, std::vector<std::string>> m_texts;
};

}  // namespace homeward::demonstration
