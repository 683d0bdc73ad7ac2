#include "storage/home_repository.h"

#include <unordered_map>

#include "storage/query.h"
#include "storage/rating_rows.h"
#include "storage/stored_lists.h"

namespace homeward::storage {
namespace {

constexpr const char* kSelect =
    "select h.id, h.kind, h.name, h.reference, h.provider, coalesce(p.name, ''),"
    " coalesce(p.own_service, 1), h.carers, h.approval_status, h.places, h.youngest_years,"
    " h.oldest_years, h.only_sex, h.placement_types, h.review_due_on, h.location, h.postcode,"
    " h.languages, h.has_pets, h.weekly_cost_pence, h.note, h.row_version"
    " from home h left join provider p on p.id = h.provider ";

/// A home with its lists as they stand in their columns.
struct HomeRow {
    Home home;
    std::optional<ProviderId> provider;
    std::string carers;
    std::string types;
    std::string languages;

    void readFrom(Query& query)
    {
        query.into(home.id).into(home.kind).into(home.name).into(home.reference);
        query.into(home.provider).into(home.providerName).into(home.ownService).into(carers);
        query.into(home.approval.status).into(home.approval.places);
        query.into(home.approval.youngestYears).into(home.approval.oldestYears);
        query.into(home.approval.onlySex).into(types).into(home.approval.reviewDueOn);
        query.into(home.location).into(home.postcode).into(languages).into(home.hasPets);
        query.into(home.weeklyCostPence).into(home.note).into(home.rowVersion);
    }

    /// Everything a user can edit, in the order of both write statements.
    void bindTo(Query& query) const
    {
        query.with(home.kind).with(home.name).with(home.reference).with(provider).with(carers);
        query.with(home.approval.status).with(home.approval.places);
        query.with(home.approval.youngestYears).with(home.approval.oldestYears);
        query.with(home.approval.onlySex).with(types).with(home.approval.reviewDueOn);
        query.with(home.location).with(home.postcode).with(languages).with(home.hasPets);
        query.with(home.weeklyCostPence).with(home.note);
    }

    Home read() const
    {
        Home result = home;
        result.carers = listFromColumn(carers);
        result.approval.types.clear();
        for (const std::string& key : listFromColumn(types)) {
            const std::optional<PlacementType> type = fromKey<PlacementType>(key);
            if (!type)
                throw DamagedRecord("placement type");
            result.approval.types.insert(*type);
        }
        const std::vector<std::string> spoken = listFromColumn(languages);
        result.languages = {spoken.begin(), spoken.end()};
        return result;
    }

    void fill(const Home& from)
    {
        home = from;
        provider = from.provider.isEmpty() ? std::nullopt : std::optional(from.provider);
        carers = listToColumn(from.carers);
        std::vector<std::string> keys;
        for (const PlacementType type : from.approval.types)
            keys.emplace_back(toKey(type));
        types = listToColumn(keys);
        languages = listToColumn({from.languages.begin(), from.languages.end()});
    }
};

std::optional<Home> findWhere(soci::session& sql, const std::string& condition,
                              const std::string& value)
{
    HomeRow row;
    Query query(sql, kSelect + condition);
    row.readFrom(query);
    if (!query.with(value).first())
        return std::nullopt;
    return row.read();
}

struct SkillRow {
    SkillsProfileId profile;
    int position = 0;
    Rating rating;
};

}  // namespace

std::optional<Home> HomeRepository::find(const HomeId& id)
{
    return findWhere(m_transaction.session(), "where h.id = :id", id.value);
}

std::optional<Home> HomeRepository::findByReference(const std::string& reference)
{
    return findWhere(m_transaction.session(), "where h.reference = :reference", reference);
}

std::vector<Home> HomeRepository::all()
{
    std::vector<Home> homes;
    HomeRow row;
    Query query(m_transaction.session(), std::string(kSelect) + "order by h.name, h.id");
    row.readFrom(query);
    query.forEach([&] { homes.push_back(row.read()); });
    return homes;
}

void HomeRepository::insert(const Home& home, const Stamp& stamp)
{
    insertMany({home}, stamp);
}

void HomeRepository::insertMany(const std::vector<Home>& homes, const Stamp& stamp)
{
    HomeRow row;
    Query query(m_transaction.session(),
                "insert into home (kind, name, reference, provider, carers, approval_status,"
                " places, youngest_years, oldest_years, only_sex, placement_types, review_due_on,"
                " location, postcode, languages, has_pets, weekly_cost_pence, note, id,"
                " row_version, created_at, created_by, changed_at, changed_by) values (:kind,"
                " :name, :reference, :provider, :carers, :status, :places, :youngest, :oldest,"
                " :only_sex, :types, :review_due_on, :location, :postcode, :languages, :has_pets,"
                " :weekly_cost_pence, :note, :id, 1, :created_at, :created_by, :changed_at,"
                " :changed_by)");
    row.bindTo(query);
    query.with(row.home.id).with(stamp.at).with(stamp.by).with(stamp.at).with(stamp.by);
    for (const Home& home : homes) {
        row.fill(home);
        query.run();
    }
}

bool HomeRepository::update(const Home& home, const Stamp& stamp)
{
    HomeRow row;
    row.fill(home);
    Query query(m_transaction.session(),
                "update home set kind = :kind, name = :name, reference = :reference,"
                " provider = :provider, carers = :carers, approval_status = :status,"
                " places = :places, youngest_years = :youngest, oldest_years = :oldest,"
                " only_sex = :only_sex, placement_types = :types, review_due_on = :review_due_on,"
                " location = :location, postcode = :postcode, languages = :languages,"
                " has_pets = :has_pets, weekly_cost_pence = :weekly_cost_pence, note = :note,"
                " row_version = row_version + 1, changed_at = :changed_at,"
                " changed_by = :changed_by where id = :id and row_version = :seen");
    row.bindTo(query);
    query.with(stamp.at).with(stamp.by).with(home.id).with(home.rowVersion);
    return query.run() == 1;
}

std::vector<SkillsProfile> HomeRepository::profilesOf(const HomeId& home)
{
    std::vector<SkillsProfile> profiles;
    SkillsProfile profile;
    Query(m_transaction.session(),
          "select s.id, s.home, s.framework, s.recorded_on, s.recorded_by,"
          " coalesce(a.person_name, '') from skills_profile s"
          " left join account a on a.id = s.recorded_by where s.home = :home"
          " order by s.recorded_on desc, s.recorded_at desc, s.id desc")
        .into(profile.id)
        .into(profile.home)
        .into(profile.framework)
        .into(profile.recordedOn)
        .into(profile.recordedBy)
        .into(profile.recordedByName)
        .with(home)
        .forEach([&] { profiles.push_back(profile); });

    SkillRow row;
    Query skills(m_transaction.session(),
                 "select position, domain, level, evidence, strength from skill"
                 " where profile = :profile order by position");
    skills.into(row.position).into(row.rating.domainKey).into(row.rating.level);
    skills.into(row.rating.evidence).into(row.rating.strength).with(row.profile);
    for (SkillsProfile& filled : profiles) {
        row.profile = filled.id;
        skills.forEach([&] { placeRating(filled.skills, row.position, row.rating); });
    }
    return profiles;
}

std::map<HomeId, SkillsProfile> HomeRepository::newestProfiles(bool withWords)
{
    soci::session& sql = m_transaction.session();
    std::map<HomeId, SkillsProfile> newest;
    SkillsProfile profile;
    Query(sql,
          "select s.id, s.home, s.framework, s.recorded_on, s.recorded_by,"
          " coalesce(a.person_name, '') from skills_profile s"
          " left join account a on a.id = s.recorded_by"
          " order by s.home, s.recorded_on, s.recorded_at, s.id")
        .into(profile.id)
        .into(profile.home)
        .into(profile.framework)
        .into(profile.recordedOn)
        .into(profile.recordedBy)
        .into(profile.recordedByName)
        .forEach([&] { newest.insert_or_assign(newest.end(), profile.home, profile); });

    std::unordered_map<SkillsProfileId, SkillsProfile*> byId;
    for (auto& [home, kept] : newest)
        byId[kept.id] = &kept;
    SkillRow row;
    SkillsProfileId current;
    SkillsProfile* target = nullptr;
    Query skills(sql, std::string("select profile, position, domain, level") +
                          (withWords ? ", evidence, strength" : "") + " from skill");
    skills.into(row.profile).into(row.position).into(row.rating.domainKey).into(row.rating.level);
    if (withWords)
        skills.into(row.rating.evidence).into(row.rating.strength);
    skills.forEach([&] {
        if (row.profile != current) {
            current = row.profile;
            const auto found = byId.find(current);
            target = found == byId.end() ? nullptr : found->second;
        }
        if (target)
            placeRating(target->skills, row.position, row.rating);
    });
    return newest;
}

void HomeRepository::insert(const SkillsProfile& profile, Timestamp recordedAt)
{
    insertMany(std::vector<SkillsProfile>{profile}, recordedAt);
}

void HomeRepository::insertMany(const std::vector<SkillsProfile>& profiles, Timestamp recordedAt)
{
    soci::session& sql = m_transaction.session();
    SkillsProfile head;
    Query insertProfile(sql,
                        "insert into skills_profile (id, home, framework, recorded_on,"
                        " recorded_at, recorded_by) values (:id, :home, :framework, :recorded_on,"
                        " :recorded_at, :recorded_by)");
    insertProfile.with(head.id).with(head.home).with(head.framework).with(head.recordedOn);
    insertProfile.with(recordedAt).with(head.recordedBy);

    SkillRow row;
    Query insertSkill(sql,
                      "insert into skill (profile, position, domain, level, evidence, strength)"
                      " values (:profile, :position, :domain, :level, :evidence, :strength)");
    insertSkill.with(row.profile).with(row.position).with(row.rating.domainKey);
    insertSkill.with(row.rating.level).with(row.rating.evidence).with(row.rating.strength);

    for (const SkillsProfile& profile : profiles) {
        head = profile;
        insertProfile.run();
        row.profile = profile.id;
        row.position = 0;
        for (const Rating& rating : profile.skills) {
            row.rating = rating;
            insertSkill.run();
            ++row.position;
        }
    }
}

std::vector<StoredProvider> HomeRepository::providers()
{
    std::vector<StoredProvider> providers;
    StoredProvider provider;
    Query(m_transaction.session(), "select id, name, own_service from provider order by name, id")
        .into(provider.id)
        .into(provider.name)
        .into(provider.ownService)
        .forEach([&] { providers.push_back(provider); });
    return providers;
}

void HomeRepository::insert(const StoredProvider& provider)
{
    Query(m_transaction.session(),
          "insert into provider (id, name, own_service) values (:id, :name, :own_service)")
        .with(provider.id)
        .with(provider.name)
        .with(provider.ownService)
        .run();
}

}  // namespace homeward::storage
