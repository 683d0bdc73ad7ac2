#include "app/session/parsed_texts.h"

namespace homeward::app {
namespace {

template <typename Key, typename Value>
std::optional<Value> valueAt(const std::map<Key, Value>& values, const Key& key)
{
    const auto found = values.find(key);
    return found == values.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<NeedsFramework> ParsedTexts::framework(const FrameworkVersionId& id) const
{
    const std::lock_guard lock(m_mutex);
    return valueAt(m_frameworks, id);
}

std::optional<matching::Policy> ParsedTexts::policy(const std::string& version) const
{
    const std::lock_guard lock(m_mutex);
    return valueAt(m_policies, version);
}

void ParsedTexts::keep(const NeedsFramework& framework)
{
    const std::lock_guard lock(m_mutex);
    m_frameworks.insert_or_assign(framework.id, framework);
}

void ParsedTexts::keep(const std::string& version, const matching::Policy& policy)
{
    const std::lock_guard lock(m_mutex);
    m_policies.insert_or_assign(version, policy);
}

}  // namespace homeward::app
