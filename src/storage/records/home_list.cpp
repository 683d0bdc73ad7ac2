#include "storage/records/home_list.h"

#include "storage/records/search_index.h"
#include "storage/records/stored_lists.h"

namespace homeward::storage {
namespace {

const std::vector<ListJoin> kHomeJoins{
    {"r", " left join provider r on r.id = h.provider"},
    {"s",
     " left join skills_profile s on s.id = (select k.id from skills_profile k"
     " where k.home = h.id order by k.recorded_on desc, k.recorded_at desc, k.id desc"
     " limit 1)"}};

constexpr std::string_view kPlaced =
    "(select count(*) from placement q where q.home = h.id and q.starts_on <= \x01"
    " and (q.ends_on is null or q.ends_on > \x01) and q.withdrawn is null)";

constexpr std::string_view kComing =
    "(select count(*) from placement q where q.home = h.id and q.starts_on > \x01"
    " and (q.ends_on is null or q.ends_on > \x01) and q.withdrawn is null)";

/// mostTogetherFrom (domain/care_history.h): most are together today, or on a day when one comes.
constexpr std::string_view kTaken =
    "(select coalesce(max(together), 0) from (select (select count(*) from placement o"
    " where o.home = q.home and o.starts_on <= case when q.starts_on > \x01 then q.starts_on"
    " else \x01 end and (o.ends_on is null or o.ends_on > case when q.starts_on > \x01"
    " then q.starts_on else \x01 end) and o.withdrawn is null) as together from placement q where "
    "q.home = h.id"
    " and (q.ends_on is null or q.ends_on > \x01) and q.withdrawn is null) as days)";

std::string statusOrder()
{
    std::string text = "case h.status";
    int place = 0;
    for (const auto& [status, key] : EnumKeys<ApprovalStatus>::table)
        text.append(" when '").append(key).append("' then ").append(std::to_string(place++));
    return text + " end";
}

ListOrder orderOf(HomeOrder order, bool descending)
{
    const auto known = [&](const std::string& value, bool isNumber = false) {
        return ListOrder{value, {}, isNumber, descending};
    };
    const auto nullable = [&](const std::string& value, bool isNumber = false) {
        return ListOrder{value, "case when " + value + " is null then 1 else 0 end", isNumber,
                         descending};
    };
    const auto worded = [&](const std::string& column) {
        return ListOrder{"lower(" + column + ")", "case when " + column + " = '' then 1 else 0 end",
                         false, descending};
    };
    switch (order) {
        case HomeOrder::Name:
            return {"h.name_key", {}, false, descending, true};
        case HomeOrder::Carers:
            return known("lower(h.carers)");
        case HomeOrder::Provider:
            return nullable("lower(r.name)");
        case HomeOrder::Status:
            return known(statusOrder(), true);
        case HomeOrder::Placed:
            return known(std::string(kPlaced), true);
        case HomeOrder::Free:
            return known("h.places - " + std::string(kTaken), true);
        case HomeOrder::Ages:
            return known("h.youngest_years * 100 + h.oldest_years", true);
        case HomeOrder::Sex:
            return known("coalesce(h.only_sex, '')");
        case HomeOrder::Skills:
            return nullable("(select sum(v.level) from skill v where v.profile = s.id)", true);
        case HomeOrder::Postcode:
            return worded("h.postcode");
        case HomeOrder::Cost:
            return nullable("h.weekly_cost_pence", true);
    }
    return {};
}

SqlText leadsToHome(const SearchTerm& term)
{
    SqlText text(" and (exists (select 1 from search_word x where x.record = h.id and ");
    text.add(inRanges("x.word", term.words));
    text.add(") or exists (select 1 from search_word x where x.record = r.id and ");
    return text.add(inRanges("x.word", term.words)).add("))");
}

SqlText foundBy(const SearchTerm& term)
{
    SqlText text(" and h.id in (select x.record from search_word x where x.kind = 'home' and ");
    text.add(inRanges("x.word", term.words));
    text.add(
        " union select o.id from search_word x join home o on o.provider = x.record"
        " where x.kind = 'provider' and ");
    return text.add(inRanges("x.word", term.words)).add(")");
}

}  // namespace

ListTable HomeList::table() const
{
    return {"home", "h", kHomeJoins, m_today.toIso()};
}

SqlText HomeList::conditions(const Asked& asked)
{
    const HomeFilter& filter = asked.filter;
    SqlText where(" where 1 = 1");
    if (filter.kind)
        where.add(" and h.kind = ").bind(std::string(toKey(*filter.kind)));
    if (filter.status)
        where.add(" and h.status = ").bind(std::string(toKey(*filter.status)));
    if (filter.ownService)
        where.add(" and coalesce(r.own_service, 1) = ").bind(*filter.ownService ? 1LL : 0LL);
    if (filter.hasSkills)
        where.add(*filter.hasSkills ? " and s.id is not null" : " and s.id is null");
    if (filter.withFreePlace)
        where.add(" and h.status = ")
            .bind(std::string(toKey(ApprovalStatus::Approved)))
            .add(" and h.places > ")
            .addEach(kTaken, m_today.toIso());
    const SearchTerm* const rarest = SearchIndex(m_transaction).wayIn(asked.terms);
    for (const SearchTerm& term : asked.terms)
        where.add(&term == rarest ? foundBy(term) : leadsToHome(term));
    if (rarest)
        where.enter();
    return where;
}

std::vector<HomeLine> HomeList::linesOf(const SqlText& chosen, const ListOrder& order)
{
    const std::string day = m_today.toIso();
    SqlText columns(
        "h.id, h.kind, h.name, h.reference, h.carers, coalesce(r.name, ''),"
        " coalesce(r.own_service, 1), h.status, h.places, h.youngest_years, h.oldest_years,"
        " h.only_sex, h.postcode, h.location, h.weekly_cost_pence, ");
    columns.addEach(kPlaced, day).add(", ").addEach(kComing, day).add(", ").addEach(kTaken, day);
    columns.add(
        ", s.recorded_on,"
        " coalesce((select sum(v.level) from skill v where v.profile = s.id), 0)");
    const SqlText text = table().lines(columns, chosen, order);

    std::vector<HomeLine> lines;
    HomeLine line;
    Home& home = line.home;
    KeyColumns key;
    Query query(m_transaction.session(), text.text());
    query.into(home.id).into(home.kind).into(home.name).into(home.reference).into(home.carers);
    query.into(home.providerName).into(home.ownService).into(home.approval.status);
    query.into(home.approval.places).into(home.approval.youngestYears);
    query.into(home.approval.oldestYears).into(home.approval.onlySex).into(home.postcode);
    query.into(home.location).into(home.weeklyCostPence).into(line.placed).into(line.coming);
    query.into(line.taken).into(line.skillsRecordedOn).into(line.skillTotal);
    key.readBy(query);
    text.bindTo(query);
    query.forEach([&] {
        line.key = key.key(home.id.value, order);
        lines.push_back(line);
    });
    return lines;
}

std::vector<HomeLine> HomeList::page(const Asked& asked, const std::optional<ListKey>& after,
                                     int limit)
{
    const ListOrder order = orderOf(asked.order, asked.descending);
    return linesOf(table().page(order, conditions(asked), after, limit), order);
}

/// Sums over homes, each of them once; nothing is free in a home that is over its places.
SqlText HomeList::sumsOf(const SqlText& where) const
{
    const std::string day = m_today.toIso();
    SqlText text(
        "count(*), coalesce(sum(case when status = 'approved' then 1 else 0 end), 0),"
        " coalesce(sum(case when status = 'approved' then places else 0 end), 0),"
        " coalesce(sum(placed), 0), coalesce(sum(case when status = 'approved' and places > taken"
        " then places - taken else 0 end), 0) from (select h.provider as provider,"
        " h.status as status, h.places as places, ");
    text.addEach(kPlaced, day).add(" as placed, ").addEach(kTaken, day).add(" as taken");
    return text.add(table().from(where)).add(where).add(") as line");
}

namespace {

void readSums(Query& query, HomeSums& sums)
{
    query.into(sums.homes).into(sums.approved).into(sums.places).into(sums.placed).into(sums.free);
}

}  // namespace

HomeSums HomeList::sums(const Asked& asked)
{
    SqlText text("select ");
    text.add(sumsOf(conditions(asked)));
    HomeSums sums;
    Query query(m_transaction.session(), text.text());
    readSums(query, sums);
    text.bindTo(query);
    query.first();
    return sums;
}

std::vector<ProviderSums> HomeList::sumsByProvider()
{
    SqlText text("select provider, ");
    text.add(sumsOf({})).add(" group by provider");
    std::vector<ProviderSums> all;
    ProviderSums one;
    Query query(m_transaction.session(), text.text());
    query.into(one.provider);
    readSums(query, one.sums);
    text.bindTo(query);
    query.forEach([&] { all.push_back(one); });
    return all;
}

std::optional<HomeLine> HomeList::find(const HomeId& id)
{
    auto found = find(std::vector{id});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<HomeLine> HomeList::find(const std::vector<HomeId>& ids)
{
    return linesOf(table().chosen({}, whereOneOf("h.id", ids)), {});
}

}  // namespace homeward::storage
