#include "app/needs/frameworks.h"

#include <map>

#include "app/exchange/text_file.h"
#include "app/needs/framework_store.h"
#include "app/session/use_case.h"
#include "exchange/json_documents.h"

namespace homeward::app {
namespace {

Error damaged(const std::string& what)
{
    return {ErrorCode::StoreDamaged, what + " does not read", {}};
}

}  // namespace

Result<NeedsFramework> storedFramework(Records& records, const FrameworkVersionId& id)
{
    if (records.parsed)
        if (auto known = records.parsed->framework(id))
            return *std::move(known);
    const auto stored = records.frameworks.find(id);
    if (!stored)
        return notFound("framework", id.value);
    auto framework = exchange::readFramework(stored->body);
    if (!framework)
        return damaged("framework " + id.value);
    framework->id = id;
    if (records.parsed)
        records.parsed->keep(*framework);
    return framework;
}

FrameworkVersionId currentFrameworkId(Records& records)
{
    return {records.info.value("current-framework").value_or(std::string())};
}

Result<NeedsFramework> currentFramework(Records& records)
{
    return storedFramework(records, currentFrameworkId(records));
}

Result<matching::Policy> currentPolicy(Records& records)
{
    const std::string version = records.info.value("current-policy").value_or(std::string());
    if (records.parsed)
        if (auto known = records.parsed->policy(version))
            return *std::move(known);
    const auto body = records.policies.body(version);
    if (!body)
        return notFound("policy", version);
    auto policy = exchange::readPolicy(*body);
    if (!policy)
        return damaged("policy " + version);
    if (records.parsed)
        records.parsed->keep(version, *policy);
    return policy;
}

Result<std::vector<FrameworkRow>> listFrameworks(Session& session)
{
    return query<std::vector<FrameworkRow>>(
        session, "list frameworks", [](Records& records) -> Result<std::vector<FrameworkRow>> {
            std::map<AccountId, std::string> people;
            for (const Account& account : records.accounts.all())
                people[account.id] = account.personName;
            const auto used = records.assessments.countByFramework();
            const FrameworkVersionId current = currentFrameworkId(records);
            std::vector<FrameworkRow> rows;
            for (const auto& stored : records.frameworks.all()) {
                FrameworkRow row;
                row.id = stored.id;
                row.title = stored.title;
                row.key = stored.key;
                row.version = stored.version;
                row.loadedAt = stored.loadedAt;
                row.loadedByName = people[stored.loadedBy];
                row.current = stored.id == current;
                if (const auto framework = exchange::readFramework(stored.body))
                    row.domains = static_cast<int>(framework->domains.size());
                if (const auto count = used.find(stored.id); count != used.end())
                    row.assessments = count->second;
                rows.push_back(std::move(row));
            }
            return rows;
        });
}

Result<NeedsFramework> framework(Session& session, const FrameworkVersionId& id)
{
    return query<NeedsFramework>(session, "read framework",
                                 [&](Records& records) { return storedFramework(records, id); });
}

Result<NeedsFramework> currentFramework(Session& session)
{
    return query<NeedsFramework>(session, "read framework",
                                 [](Records& records) { return currentFramework(records); });
}

Result<NeedsFramework> readFrameworkFile(const std::filesystem::path& file,
                                         const RunControl& control)
{
    // Half of what a stored one may have, which is written with more spaces.
    constexpr std::size_t kMostBytes = 2u << 20;
    auto text = readTextFile(file, kMostBytes, control);
    if (!text)
        return text.error();
    return exchange::readFramework(*text, control);
}

Result<FrameworkVersionId> loadFramework(Session& session, const NeedsFramework& framework)
{
    const std::string body = exchange::writeFramework(framework);
    return commit<FrameworkVersionId>(
        session, "load-framework", Right::ManageFrameworks,
        [&](UnitOfWork& unit) -> Result<FrameworkVersionId> {
            FrameworkVersionId id;
            for (const auto& stored : unit.frameworks.all()) {
                if (stored.key != framework.key || stored.version != framework.version)
                    continue;
                if (stored.body != body)
                    return invalidInput("version", "already-exists",
                                        {{"version", framework.version}});
                id = stored.id;
            }
            if (id.isEmpty()) {
                id = unit.newId<FrameworkVersionId>();
                unit.frameworks.insert({id, framework.key, framework.version, framework.title, body,
                                        unit.stamp().at, unit.stamp().by});
                unit.audit("framework", id.value, {}, {},
                           {{"key", framework.key},
                            {"version", framework.version},
                            {"title", framework.title}});
            }
            unit.audit("authority", {}, {}, {{"currentFramework", currentFrameworkId(unit).value}},
                       {{"currentFramework", id.value}});
            unit.info.set("current-framework", id.value);
            unit.touched(Aggregate::Framework);
            return id;
        });
}

Result<Done> makeCurrent(Session& session, const FrameworkVersionId& id)
{
    return commit<Done>(session, "make-framework-current", Right::ManageFrameworks,
                        [&](UnitOfWork& unit) -> Result<Done> {
                            if (!unit.frameworks.find(id))
                                return notFound("framework", id.value);
                            unit.audit("authority", {}, {},
                                       {{"currentFramework", currentFrameworkId(unit).value}},
                                       {{"currentFramework", id.value}});
                            unit.info.set("current-framework", id.value);
                            unit.touched(Aggregate::Framework);
                            return Done{};
                        });
}

std::string frameworkJson(const NeedsFramework& framework)
{
    return exchange::writeFramework(framework);
}

}  // namespace homeward::app
