#include "storage/records/child_list.h"

#include "domain/statutory_codes.h"
#include "storage/records/search_index.h"

namespace homeward::storage {
namespace {

constexpr std::string_view kInCare =
    "exists (select 1 from care_period k where k.child = c.id and k.starts_on <= \x01"
    " and (k.ends_on is null or k.ends_on > \x01))";

/// In care, or not yet.
const std::string kOpen = "(" + std::string(kInCare) +
                          " or not exists (select 1 from care_period k where k.child = c.id"
                          " and k.starts_on <= \x01))";

/// A placement q that holds on the day.
const std::string kHolds =
    "q.starts_on <= \x01 and (q.ends_on is null or q.ends_on > \x01) and q.withdrawn is null";

/// A column of the placement today. Of overlapping ones the latest counts, as in placementOn. What
/// thousands of rows are asked for before a page is chosen stands in an index whole.
std::string placedToday(const std::string& column)
{
    return "(select q." + column + " from placement q where q.child = c.id and " + kHolds +
           " order by q.starts_on desc, q.id desc limit 1)";
}

const std::string kHomeToday = placedToday("home");
const std::string kPlacedOn = placedToday("starts_on");
const std::string kJoinNextPlacement =
    " left join placement m on m.id = (select q.id from placement q where q.child = c.id and "
    "q.starts_on > \x01"
    " and q.withdrawn is null order by q.starts_on, q.id limit 1)";
const std::string kJoinPlacement = " left join placement p on p.id = " + placedToday("id");

const std::vector<ListJoin> kChildJoins{
    {"w", " left join account w on w.id = c.worker"},
    {"p", kJoinPlacement},
    {"h", " left join home h on h.id = p.home"},
    {"m", kJoinNextPlacement},
    {"n", " left join home n on n.id = m.home"},
    {"r", " left join provider r on r.id = h.provider"},
    {"s",
     " left join assessment s on s.id = (select a.id from assessment a where a.child = c.id"
     " and a.corrected_by is null order by a.assessed_on desc, a.number desc limit 1)"}};

/// A list of codes for "in (...)".
std::string codesOf(PlaceGroup group)
{
    std::string codes;
    for (const StatutoryCodes::Code& code : StatutoryCodes::builtIn().codesOf("PLACE"))
        if (placeGroupOf(code.code) == group)
            codes += (codes.empty() ? "'" : ", '") + code.code + "'";
    return codes;
}

/// The rule of urgencyOf and neededBy: the digit of the urgency, then the day.
std::string urgencyKey()
{
    const auto then = [](Urgency urgency) {
        return " then '" + std::to_string(static_cast<int>(urgency)) + "'";
    };
    return "case when not " + std::string(kInCare) + then(Urgency::NotInCare) +
           " when exists (select 1 from placement q where q.child = c.id and q.starts_on > \x01"
           " and q.withdrawn is null)" +
           then(Urgency::HomeFound) + " when p.id is null" + then(Urgency::NoHome) +
           " when p.outside_terms_until is not null and p.outside_terms_settled = ''" +
           then(Urgency::OutsideTerms) + " || p.outside_terms_until" +
           " when p.leaves_by is not null and p.notice_given_on is not null" +
           then(Urgency::NoticeGiven) + " || p.leaves_by when p.leaves_by is not null" +
           then(Urgency::MovePlanned) + " || p.leaves_by when p.place_code in (" +
           codesOf(PlaceGroup::ForAdoption) + ")" + then(Urgency::Adoption) + " else '" +
           std::to_string(static_cast<int>(Urgency::Lives)) + "' end";
}

constexpr std::string_view kAssessedOn =
    "(select max(a.assessed_on) from assessment a where a.child = c.id"
    " and a.corrected_by is null)";
constexpr std::string_view kTotalNeed =
    "(select a.level_total from assessment a where a.child = c.id"
    " and a.corrected_by is null order by a.assessed_on desc, a.number desc limit 1)";

ListOrder orderOf(ChildOrder order, bool descending)
{
    const auto nullable = [&](std::string_view sql, bool isNumber = false) {
        const std::string value(sql);
        return ListOrder{value, "case when " + value + " is null then 1 else 0 end", isNumber,
                         descending};
    };
    switch (order) {
        case ChildOrder::Name:
            return {"c.name_key", {}, false, descending, true};
        case ChildOrder::CaseNumber:
            return {"c.number_key", {}, false, descending};
        case ChildOrder::Age:
            // The youngest were born last.
            return {"c.birth_date", {}, false, !descending};
        case ChildOrder::Sex:
            return {"c.sex", {}, false, descending};
        case ChildOrder::LivesWith:
            // Households by name, then those known only by the kind of place.
            return nullable("coalesce(h.name_key, '" + std::string(kNoName) + "' || p.place_code)");
        case ChildOrder::Since:
            return nullable(kPlacedOn);
        case ChildOrder::Worker:
            return nullable("lower(w.person_name)");
        case ChildOrder::LastAssessed:
            return nullable(kAssessedOn);
        case ChildOrder::TotalNeed:
            return nullable(kTotalNeed, true);
        case ChildOrder::Urgency:
            return {urgencyKey(), {}, false, descending};
    }
    return {};
}

void addPlacement(SqlText& where, PlaceGroup group)
{
    // Other is whatever no other group has, codes of tomorrow among them.
    const bool isOther = group == PlaceGroup::Other;
    where.add(isOther ? " and p.place_code not in (''" : " and p.place_code in (''");
    for (const StatutoryCodes::Code& code : StatutoryCodes::builtIn().codesOf("PLACE"))
        if ((placeGroupOf(code.code) == group) != isOther)
            where.add(", ").bind(code.code);
    where.add(")");
}

void addProvider(SqlText& where, const std::string& provider)
{
    where.add(" and (coalesce(r.name, '') = ").bind(provider);
    where.add(" or (coalesce(r.name, '') = '' and p.provider_code in (").bind(provider);
    for (const StatutoryCodes::Code& code : StatutoryCodes::builtIn().codesOf("PLACE_PROVIDER"))
        if (code.label == provider)
            where.add(", ").bind(code.code);
    where.add(")))");
}

/// The same children as belongsTo (domain/cohort.h).
void addCohort(SqlText& where, const Cohort& cohort, Date today)
{
    if (cohort.youngestYears)
        where.add(" and c.birth_date <= ")
            .bind(today.plusMonths(-12 * *cohort.youngestYears).toIso());
    if (cohort.oldestYears)
        where.add(" and c.birth_date > ")
            .bind(today.plusMonths(-12 * (*cohort.oldestYears + 1)).toIso());
    if (cohort.sex)
        where.add(" and c.sex = ").bind(std::string(toKey(*cohort.sex)));
    if (cohort.placement)
        addPlacement(where, *cohort.placement);
    if (cohort.provider)
        addProvider(where, *cohort.provider);
    if (cohort.entryYear) {
        const CollectionYear year{*cohort.entryYear};
        where.add(" and (select min(k.starts_on) from care_period k where k.child = c.id) >= ")
            .bind(year.firstDay().toIso())
            .add(" and (select min(k.starts_on) from care_period k where k.child = c.id) < ")
            .bind(year.dayAfter().toIso());
    }
}

/// Whether a word leads to the child, to the home it lives in, or to its place.
SqlText leadsToChild(const SearchTerm& term, const std::string& day)
{
    SqlText text(" and (exists (select 1 from search_word x where x.record = c.id and ");
    text.add(inRanges("x.word", term.words));
    text.add(") or exists (select 1 from search_word x where x.record = ");
    text.addEach(kHomeToday, day).add(" and ").add(inRanges("x.word", term.words)).add(")");
    if (!term.postcodes.empty())
        text.add(" or ").add(inRanges("p.place_postcode", term.postcodes));
    return text.add(")");
}

/// The way into the list by an uncommon word: all whom it may lead to.
SqlText foundBy(const SearchTerm& term, const std::string& day)
{
    const std::string open = " and " + kHolds;
    SqlText text(" and c.id in (select x.record from search_word x where x.kind = 'child' and ");
    text.add(inRanges("x.word", term.words));
    text.add(
        " union select q.child from search_word x join placement q on q.home = x.record"
        " where x.kind = 'home' and ");
    text.add(inRanges("x.word", term.words)).addEach(open, day);
    if (!term.postcodes.empty()) {
        text.add(" union select q.child from placement q where ");
        text.add(inRanges("q.place_postcode", term.postcodes)).addEach(open, day);
    }
    return text.add(")");
}

}  // namespace

ListTable ChildList::table() const
{
    return {"child", "c", kChildJoins, m_today.toIso()};
}

int ChildList::countThose(const SqlText& where)
{
    return numberOf(m_transaction.session(), table().count(where));
}

SqlText ChildList::conditions(const Asked& asked, Way way)
{
    const ChildFilter& filter = asked.filter;
    SqlText where(" where 1 = 1");
    if (filter.care == CareNow::Open)
        where.add(" and ").addEach(kOpen, m_today.toIso());
    else if (filter.care != CareNow::Everyone)
        where.add(" and ").addEach(kInCare, m_today.toIso());
    if (filter.care == CareNow::NeedsHome)
        where.add(" and ")
            .addEach(urgencyKey(), m_today.toIso())
            .add(" < ")
            .bind(std::to_string(static_cast<int>(Urgency::Lives)));
    if (filter.care == CareNow::WithoutHousehold)
        where.add(" and ").addEach(kHomeToday, m_today.toIso()).add(" is null");
    if (filter.worker && filter.worker->isEmpty())
        where.add(" and c.worker is null");
    else if (filter.worker)
        where.add(" and c.worker = ").bind(filter.worker->value);
    if (filter.assessed)
        where.add(*filter.assessed ? " and " : " and not ")
            .add("exists (select 1 from assessment a where a.child = c.id)");
    addCohort(where, filter.cohort, m_today);
    if (addTerms(where, asked.terms, way))
        where.enter();
    return where;
}

bool ChildList::addTerms(SqlText& where, const std::vector<SearchTerm>& terms, Way way)
{
    // To count, all have to be found: the rarest word is the shortest way however common.
    const SearchTerm* const rarest = SearchIndex(m_transaction).wayIn(terms, way == Way::Counted);
    for (const SearchTerm& term : terms)
        where.add(&term == rarest ? foundBy(term, m_today.toIso())
                                  : leadsToChild(term, m_today.toIso()));
    return rarest != nullptr;
}

std::vector<ChildLine> ChildList::linesOf(const SqlText& chosen, const ListOrder& order)
{
    const std::string day = m_today.toIso();
    SqlText columns(
        "c.id, c.case_number, c.given_name, c.family_name, c.preferred_name, c.sex, c.birth_date,"
        " case when ");
    columns.addEach(kInCare, day);
    columns.add(
        " then 1 else 0 end, p.place_code, p.starts_on, p.outside_terms_until,"
        " coalesce(p.outside_terms_agreed_by, ''), coalesce(p.outside_terms_settled, ''),"
        " p.leaves_by, p.notice_given_on, m.starts_on, coalesce(n.name, ''), h.id,"
        " coalesce(h.name, ''), c.worker,"
        " coalesce(w.person_name, ''), (select count(*) from assessment a where a.child = c.id"
        " and a.corrected_by is null),"
        " s.assessed_on, coalesce(s.level_total, 0), case when exists (select 1 from draft d"
        " where d.account = ");
    columns.bind(m_reader.value);
    columns.add(" and d.kind = 'assessment' and d.record = c.id) then 1 else 0 end");
    const SqlText text = table().lines(columns, chosen, order);

    std::vector<ChildLine> lines;
    ChildLine line;
    KeyColumns key;
    Query query(m_transaction.session(), text.text());
    query.into(line.id).into(line.caseNumber).into(line.givenName).into(line.familyName);
    query.into(line.preferredName).into(line.sex).into(line.birthDate).into(line.care.inCare);
    query.into(line.care.placeCode).into(line.placedOn).into(line.care.outsideTerms.until);
    query.into(line.care.outsideTerms.agreedBy).into(line.care.outsideTerms.settled);
    query.into(line.care.leaving.by).into(line.care.leaving.noticeGiven).into(line.care.movesOn);
    query.into(line.nextHomeName).into(line.home).into(line.homeName);
    query.into(line.worker).into(line.workerName).into(line.assessments);
    query.into(line.lastAssessedOn).into(line.totalNeed).into(line.hasDraft);
    key.readBy(query);
    text.bindTo(query);
    query.forEach([&] {
        line.key = key.key(line.id.value, order);
        lines.push_back(line);
    });
    return lines;
}

std::vector<ChildLine> ChildList::page(const Asked& asked, const std::optional<ListKey>& after,
                                       int limit)
{
    const ListOrder order = orderOf(asked.order, asked.descending);
    if (!order.isName || !order.descending)
        return pageOf(order, conditions(asked, Way::Ordered), after, limit);
    // From the end, and those without a name behind them in either order.
    const auto part = [&](std::string_view which, const ListOrder& by, bool goesOn, int rows) {
        SqlText where = conditions(asked, Way::Ordered);
        where.add(which).bind(std::string(kNoName));
        return pageOf(by, where, goesOn ? after : std::nullopt, rows);
    };
    const bool behindNames = after && after->isUnknown;
    std::vector<ChildLine> lines;
    if (!behindNames)
        lines = part(" and c.name_key < ", order, true, limit);
    if (const int room = limit - static_cast<int>(lines.size()); room > 0)
        for (ChildLine& line :
             part(" and c.name_key >= ", orderOf(ChildOrder::Name, false), behindNames, room)) {
            line.key.isUnknown = true;
            lines.push_back(std::move(line));
        }
    return lines;
}

std::vector<ChildLine> ChildList::pageOf(const ListOrder& order, const SqlText& where,
                                         const std::optional<ListKey>& after, int limit)
{
    // Who stands on the page is decided by as little as that takes; the rest is read for them
    // alone.
    return linesOf(table().page(order, where, after, limit), order);
}

int ChildList::count(const Asked& asked)
{
    return countThose(conditions(asked, Way::Counted));
}

int ChildList::total()
{
    return countThose({});
}

std::optional<ChildLine> ChildList::find(const ChildId& id)
{
    auto found = find(std::vector{id});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<ChildLine> ChildList::find(const std::vector<ChildId>& ids)
{
    return linesOf(table().chosen({}, whereOneOf("c.id", ids)), {});
}

std::vector<ChildLine> ChildList::assessedBefore(const ChildFilter& filter, Date before, int limit)
{
    ListOrder order;
    order.value = "coalesce(" + std::string(kAssessedOn) + ", '')";
    return pageOf(order, notAssessedSince(filter, before), {}, limit);
}

int ChildList::countAssessedBefore(const ChildFilter& filter, Date before)
{
    return countThose(notAssessedSince(filter, before));
}

SqlText ChildList::notAssessedSince(const ChildFilter& filter, Date before)
{
    SqlText where = conditions({filter, {}}, Way::Counted);
    where.add(" and coalesce(").add(kAssessedOn).add(", '') < ").bind(before.toIso());
    return where;
}

int ChildList::highestTotalNeed()
{
    return numberOf(m_transaction.session(),
                    SqlText("select coalesce(max(level_total), 0) from assessment"));
}

}  // namespace homeward::storage
