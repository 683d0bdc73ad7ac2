#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "domain/needs/needs_framework.h"
#include "matching/policy.h"

namespace homeward::app {

/// Frameworks and policies that were read once in this program, by id and version: neither is ever
/// changed once it is stored. Thread safe.
class ParsedTexts {
public:
    /// Empty: not read yet.
    std::optional<NeedsFramework> framework(const FrameworkVersionId& id) const;
    std::optional<matching::Policy> policy(const std::string& version) const;
    void keep(const NeedsFramework& framework);
    void keep(const std::string& version, const matching::Policy& policy);

private:
    mutable std::mutex m_mutex;
    std::map<FrameworkVersionId, NeedsFramework> m_frameworks;
    std::map<std::string, matching::Policy> m_policies;
};

}  // namespace homeward::app
