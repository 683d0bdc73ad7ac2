#include "app/authority/demonstration.h"

#include <algorithm>
#include <array>
#include <map>

#include "app/authority/authority_folder.h"
#include "app/authority/making_authority.h"
#include "app/exchange/exports.h"
#include "app/needs/framework_store.h"
#include "app/session/session_impl.h"
#include "app/session/use_case.h"
#include "demonstration/invention.h"
#include "exchange/ssda903/return_writer.h"
#include "storage/records/postcode_repository.h"
#include "support/files/durable_file.h"

namespace homeward::app {
namespace {

namespace fs = std::filesystem;
using demonstration::InventedAuthority;

constexpr const char* kUseCase = "create-demonstration";
constexpr const char* kPersonName = "Demonstration account";
constexpr std::size_t kSliceSize = 500;
constexpr int kMorningMs = 6 * 3'600'000;

/// Everything that comes from outside, fixed by the plan, so that the same plan gives the same
/// records.
Environment fixedEnvironment(const DemonstrationPlan& plan, const Environment& environment)
{
    const Timestamp morning{std::int64_t{plan.today.daysSinceEpoch()} * 86'400'000 + kMorningMs};
    return {std::make_shared<FixedClock>(morning), seededIds(plan.seed, morning.msSinceEpoch),
            environment.kdfCost};
}

std::optional<Error> checkPlan(const DemonstrationPlan& plan)
{
    const auto outside = [](const char* field, int least, int most) {
        return invalidInput(field, "out-of-range",
                            {{"least", std::to_string(least)}, {"most", std::to_string(most)}});
    };
    if (plan.children < 1 || plan.children > kMostDemonstrationRecords)
        return outside("children", 1, kMostDemonstrationRecords);
    if (plan.households < 0 || plan.households > kMostDemonstrationRecords)
        return outside("households", 0, kMostDemonstrationRecords);
    if (plan.years < 1 || plan.years > kMostDemonstrationYears)
        return outside("years", 1, kMostDemonstrationYears);
    if (plan.today < *Date::fromYmd(2000, 1, 1) || plan.today > *Date::fromYmd(2099, 12, 31))
        return invalidInput("today", "out-of-range");
    return std::nullopt;
}

/// Counts what is written and hears "stop" between slices.
class Writing {
public:
    Writing(const InventedAuthority& invented, const RunControl& control)
        : m_control(control),
          m_total(static_cast<int>(invented.homes.size() + invented.skills.size() +
                                   2 * invented.children.size() + invented.assessments.size()))
    {
    }

    /// Hands `records` on in slices; false: stopped.
    template <typename Record, typename Insert>
    bool inSlices(const std::vector<Record>& records, Insert&& insert)
    {
        for (std::size_t from = 0; from < records.size(); from += kSliceSize) {
            if (m_control.stopRequested())
                return false;
            const std::size_t to = std::min(records.size(), from + kSliceSize);
            insert(std::vector<Record>(records.begin() + static_cast<std::ptrdiff_t>(from),
                                       records.begin() + static_cast<std::ptrdiff_t>(to)));
            m_done += static_cast<int>(to - from);
            m_control.progress(m_done, m_total);
        }
        return true;
    }

private:
    const RunControl& m_control;
    int m_total;
    int m_done = 0;
};

void auditCounts(UnitOfWork& unit, const DemonstrationPlan& plan, const InventedAuthority& invented)
{
    const auto made = [&](const char* entity, std::size_t count) {
        unit.audit(entity, {}, {}, {}, {{"invented", std::to_string(count)}});
    };
    unit.audit("demonstration", {}, {}, {},
               {{"children", std::to_string(plan.children)},
                {"households", std::to_string(plan.households)},
                {"years", std::to_string(plan.years)},
                {"seed", std::to_string(plan.seed)},
                {"today", plan.today.toIso()}});
    std::size_t placements = 0;
    for (const CareHistory& history : invented.histories)
        placements += history.placements.size();
    made("account", invented.accounts.size());
    made("provider", invented.providers.size());
    made("home", invented.homes.size());
    made("skills-profile", invented.skills.size());
    made("child", invented.children.size());
    made("placement", placements);
    made("assessment", invented.assessments.size());
}

/// A directory of the invented postcodes, so that typing one finds its place.
std::vector<PostcodePlace> placesOf(const std::vector<Home>& homes)
{
    std::map<std::string, PostcodePlace> places;
    for (const Home& home : homes)
        if (home.location)
            if (const auto* grid = std::get_if<GridReference>(&*home.location)) {
                const std::string key = postcodeKey(home.postcode);
                places[key] = {key, *grid};
            }
    std::vector<PostcodePlace> all;
    for (auto& [key, place] : places)
        all.push_back(std::move(place));
    return all;
}

Result<Done> writeAll(UnitOfWork& unit, const DemonstrationPlan& plan,
                      const InventedAuthority& invented, const RunControl& control)
{
    const storage::Stamp& stamp = unit.stamp();
    for (const Account& account : invented.accounts)
        unit.accounts.insert(account, stamp);
    for (const Provider& provider : invented.providers)
        unit.homes.insert(provider);
    Writing writing(invented, control);
    const bool finished = writing.inSlices(invented.homes, [&](const auto& slice) {
        unit.homes.insertMany(slice, stamp);
    }) && writing.inSlices(invented.skills, [&](const auto& slice) {
        unit.homes.insertMany(slice, stamp.at);
    }) && writing.inSlices(invented.children, [&](const auto& slice) {
        unit.children.insertMany(slice, stamp);
    }) && writing.inSlices(invented.histories, [&](const auto& slice) {
        unit.care.insertMany(slice, stamp);
    }) && writing.inSlices(invented.assessments, [&](const auto& slice) {
        unit.assessments.insertMany(slice);
    });
    if (!finished)
        return Error{ErrorCode::Cancelled, kUseCase, {}};
    unit.info.set("postcode-directory", "postcodes.csv");
    unit.info.set("postcode-directory-loaded", plan.today.toIso());
    storage::PostcodeRepository(unit.transaction).put(placesOf(invented.homes));
    for (const auto& [a, b] : invented.siblings)
        unit.children.linkSiblings(a, b);
    auditCounts(unit, plan, invented);
    return Done{};
}

Result<Done> fill(Session& session, const DemonstrationPlan& plan,
                  const InventedAuthority& invented, const RunControl& control)
{
    return commit<Done>(session, kUseCase, Right::ManageAccounts,
                        [&](UnitOfWork& unit) { return writeAll(unit, plan, invented, control); });
}

Target returnFile(const DemonstrationPlan& plan, const std::string& name)
{
    return {*plan.returnsFolder / name, plan.replaceReturns, false};
}

/// Whether the returns may be written, before anything is made.
Result<Done> checkReturns(const DemonstrationPlan& plan)
{
    demonstration::InventionPlan span;
    span.years = plan.years;
    span.today = plan.today;
    const auto names = exchange::ssda903::returnFileNames(demonstration::collectionYears(span));
    if (belongsToAuthority(returnFile(plan, names.front()).file, plan.folder))
        return invalidInput("file", "authority-file");
    std::error_code failure;
    if (!fs::exists(*plan.returnsFolder, failure))
        return Done{};
    for (const std::string& name : names)
        if (auto usable = checkTarget(returnFile(plan, name), plan.folder); !usable)
            return usable;
    return Done{};
}

Result<Done> makeReturnsFolder(const fs::path& folder)
{
    std::error_code failure;
    if (fs::exists(folder, failure))
        return Done{};
    fs::create_directories(folder, failure);
    if (!failure)
        fs::permissions(folder, fs::perms::owner_all, failure);
    return failure ? Result<Done>(fileError(failure, "make folder of returns"))
                   : Result<Done>(Done{});
}

Result<Done> writeReturns(Session& session, const DemonstrationPlan& plan,
                          const demonstration::InventionPlan& invention,
                          const InventedAuthority& invented)
{
    auto recorded = recordExport(session, {"csv", "return", invented.children.size(), {}});
    if (!recorded)
        return recorded;
    if (auto made = makeReturnsFolder(*plan.returnsFolder); !made)
        return made;
    std::vector<exchange::ssda903::ChildReturn> children;
    children.reserve(invented.children.size());
    for (std::size_t i = 0; i < invented.children.size(); ++i)
        children.push_back({invented.children[i], deriveEpisodes(invented.histories[i])});
    return exchange::ssda903::writeReturns(children, demonstration::collectionYears(invention),
                                           [&](const std::string& name, const std::string& text) {
                                               return writeTarget(returnFile(plan, name), text,
                                                                  plan.folder);
                                           });
}

Result<NeedsFramework> frameworkOf(Session& session)
{
    return query<NeedsFramework>(session, "framework",
                                 [](Records& records) { return currentFramework(records); });
}

}  // namespace

Result<AuthorityInfo> createDemonstration(const DemonstrationPlan& plan,
                                          const Environment& environment, const RunControl& control)
{
    if (auto error = checkPlan(plan))
        return *error;
    const Environment fixed = fixedEnvironment(plan, environment);
    if (plan.returnsFolder)
        if (auto usable = checkReturns(plan); !usable)
            return usable.error();
    const NewAuthority authority{plan.folder,
                                 demonstration::kAuthorityName,
                                 kDemonstrationAccount,
                                 kPersonName,
                                 Secret(std::string_view(kDemonstrationPassphrase)),
                                 true};
    if (auto error = checkNewAuthority(authority))
        return *error;
    // Held until it is filled: killed before, it is known as unfinished and made again.
    auto folder = MadeFolder::begin(plan.folder);
    if (!folder)
        return folder.error();
    auto session = makeAuthority(authority, fixed);
    if (!session)
        return session.error();
    const auto framework = frameworkOf(**session);
    if (!framework)
        return framework.error();

    const demonstration::InventionPlan invention{plan.children, plan.households,
                                                 plan.years,    plan.seed,
                                                 plan.today,    (*session)->account().id};
    const auto invented = demonstration::invent(invention, *framework, *fixed.ids, control);
    if (!invented)
        return invented.error();
    auto filled = fill(**session, plan, *invented, control);
    if (!filled)
        return filled.error();
    if (plan.returnsFolder) {
        auto written = writeReturns(**session, plan, invention, *invented);
        if (!written)
            return written.error();
    }
    (*folder)->keep();
    return (*session)->authority();
}

}  // namespace homeward::app
