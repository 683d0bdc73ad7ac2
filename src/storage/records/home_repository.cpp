#include "storage/records/home_repository.h"

#include <unordered_map>

#include "domain/search_words.h"
#include "storage/records/rating_rows.h"
#include "storage/records/search_index.h"
#include "support/text/search_words.h"

namespace homeward::storage {

template <>
struct ReadWith<Home> {
    static constexpr std::string_view joins = "left join provider on provider.id = home.provider";
    static constexpr auto filled =
        std::tuple{Filled{"coalesce(provider.name, '')", &Home::providerName},
                   Filled{"coalesce(provider.own_service, 1)", &Home::ownService}};
};

template <>
struct ReadWith<SkillsProfile> {
    static constexpr std::string_view joins =
        "left join account on account.id = skills_profile.recorded_by";
    static constexpr auto filled =
        std::tuple{Filled{"coalesce(account.person_name, '')", &SkillsProfile::recordedByName}};
};

std::optional<Home> HomeRepository::find(const HomeId& id)
{
    return Select<Home>(m_transaction.session(), "where home.id = :id").with(id).first();
}

std::optional<Home> HomeRepository::findByReference(const std::string& reference)
{
    return Select<Home>(m_transaction.session(), "where reference = :reference")
        .with(reference)
        .first();
}

std::vector<Home> HomeRepository::all()
{
    return Select<Home>(m_transaction.session(), "order by home.name, home.id").all();
}

std::vector<Home> HomeRepository::naming(const ChildId& child)
{
    // Ids hold no signs that mean something here, and nothing else in the list holds an id.
    const std::string anywhere = '%' + child.value + '%';
    return Select<Home>(m_transaction.session(),
                        "where home.named_children like :anywhere order by home.name, home.id")
        .with(anywhere)
        .all();
}

void HomeRepository::insert(const Home& home, const Stamp& stamp)
{
    insertMany({home}, stamp);
}

void HomeRepository::insertMany(const std::vector<Home>& homes, const Stamp& stamp)
{
    std::string name;
    Insert<Home> rows(m_transaction.session(), stamp, Column("name_key", name));
    SearchIndex index(m_transaction);
    for (const Home& home : homes) {
        name = nameKey(home.name);
        rows.run(home);
        index.add(SearchKind::Home, home.id.value, searchWordsOf(home));
    }
}

bool HomeRepository::update(const Home& home, const Stamp& stamp)
{
    const std::string name = nameKey(home.name);
    if (!storage::update(m_transaction.session(), home, stamp, Column("name_key", name)))
        return false;
    SearchIndex(m_transaction).replace(SearchKind::Home, home.id.value, searchWordsOf(home));
    return true;
}

std::vector<SkillsProfile> HomeRepository::profilesOf(const HomeId& home)
{
    soci::session& sql = m_transaction.session();
    auto profiles = Select<SkillsProfile>(sql,
                                          "where home = :home order by recorded_on desc,"
                                          " recorded_at desc, skills_profile.id desc")
                        .with(home)
                        .all();
    RatingSelect skills(sql, kSkills);
    for (SkillsProfile& profile : profiles)
        profile.skills = skills.of(profile.id.value);
    return profiles;
}

std::map<HomeId, SkillsProfile> HomeRepository::newestProfiles(bool withWords)
{
    soci::session& sql = m_transaction.session();
    std::map<HomeId, SkillsProfile> newest;
    Select<SkillsProfile>(sql, "order by home, recorded_on, recorded_at, skills_profile.id")
        .forEach([&](const SkillsProfile& profile) {
            newest.insert_or_assign(newest.end(), profile.home, profile);
        });
    std::unordered_map<std::string, SkillsProfile*> byId;
    for (auto& [home, profile] : newest)
        byId[profile.id.value] = &profile;
    readAllRatings(sql, kSkills, withWords, [&](const std::string& profile) {
        const auto found = byId.find(profile);
        return found == byId.end() ? nullptr : &found->second->skills;
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
    Insert<SkillsProfile> heads(sql, Column("recorded_at", recordedAt));
    RatingInsert skills(sql, kSkills);
    for (const SkillsProfile& profile : profiles) {
        heads.run(profile);
        skills.run(profile.id.value, profile.skills);
    }
}

std::vector<Provider> HomeRepository::providers()
{
    return Select<Provider>(m_transaction.session(), "order by name, id").all();
}

void HomeRepository::insert(const Provider& provider)
{
    Insert<Provider>(m_transaction.session()).run(provider);
    SearchIndex(m_transaction)
        .add(SearchKind::Provider, provider.id.value, searchWordsOfProvider(provider.name));
}

}  // namespace homeward::storage
