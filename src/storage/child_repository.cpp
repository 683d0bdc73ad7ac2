#include "storage/child_repository.h"

#include "storage/query.h"

namespace homeward::storage {
namespace {

constexpr const char* kColumns =
    "id, case_number, given_name, family_name, preferred_name, sex, birth_date, ethnicity, upn,"
    " family_location, school_location, language, likes_pets, worker, what_matters_to_me,"
    " what_i_am_good_at, my_hopes, row_version";

void readInto(Query& query, Child& child)
{
    query.into(child.id).into(child.caseNumber).into(child.givenName).into(child.familyName);
    query.into(child.preferredName).into(child.sex).into(child.birthDate).into(child.ethnicity);
    query.into(child.upn).into(child.familyLocation).into(child.schoolLocation);
    query.into(child.language).into(child.likesPets).into(child.worker);
    query.into(child.aboutMe.whatMattersToMe).into(child.aboutMe.whatIAmGoodAt);
    query.into(child.aboutMe.myHopes).into(child.rowVersion);
}

/// Everything a user can edit, in the order of both statements below.
void bindFields(Query& query, const Child& child)
{
    query.with(child.caseNumber).with(child.givenName).with(child.familyName);
    query.with(child.preferredName).with(child.sex).with(child.birthDate).with(child.ethnicity);
    query.with(child.upn).with(child.familyLocation).with(child.schoolLocation);
    query.with(child.language).with(child.likesPets).with(child.worker);
    query.with(child.aboutMe.whatMattersToMe).with(child.aboutMe.whatIAmGoodAt);
    query.with(child.aboutMe.myHopes);
}

std::optional<Child> findWhere(soci::session& sql, const std::string& condition,
                               const std::string& value)
{
    Child child;
    Query query(sql, std::string("select ") + kColumns + " from child where " + condition);
    readInto(query, child);
    if (!query.with(value).first())
        return std::nullopt;
    return child;
}

}  // namespace

std::optional<Child> ChildRepository::find(const ChildId& id)
{
    return findWhere(m_transaction.session(), "id = :id", id.value);
}

std::optional<Child> ChildRepository::findByCaseNumber(const std::string& caseNumber)
{
    return findWhere(m_transaction.session(), "case_number = :number", caseNumber);
}

std::vector<Child> ChildRepository::all()
{
    std::vector<Child> children;
    Child child;
    Query query(m_transaction.session(),
                std::string("select ") + kColumns + " from child order by id");
    readInto(query, child);
    query.forEach([&] { children.push_back(child); });
    return children;
}

void ChildRepository::insert(const Child& child, const Stamp& stamp)
{
    insertMany({child}, stamp);
}

void ChildRepository::insertMany(const std::vector<Child>& children, const Stamp& stamp)
{
    Child child;
    Query query(
        m_transaction.session(),
        "insert into child (case_number, given_name, family_name, preferred_name, sex,"
        " birth_date, ethnicity, upn, family_location, school_location, language,"
        " likes_pets, worker, what_matters_to_me, what_i_am_good_at, my_hopes, id,"
        " row_version, created_at, created_by, changed_at, changed_by) values (:case_number,"
        " :given_name, :family_name, :preferred_name, :sex, :birth_date, :ethnicity, :upn,"
        " :family_location, :school_location, :language, :likes_pets, :worker, :matters,"
        " :good_at, :hopes, :id, 1, :created_at, :created_by, :changed_at, :changed_by)");
    bindFields(query, child);
    query.with(child.id).with(stamp.at).with(stamp.by).with(stamp.at).with(stamp.by);
    for (const Child& next : children) {
        child = next;
        query.run();
    }
}

bool ChildRepository::update(const Child& child, const Stamp& stamp)
{
    Query query(m_transaction.session(),
                "update child set case_number = :case_number, given_name = :given_name,"
                " family_name = :family_name, preferred_name = :preferred_name, sex = :sex,"
                " birth_date = :birth_date, ethnicity = :ethnicity, upn = :upn,"
                " family_location = :family_location, school_location = :school_location,"
                " language = :language, likes_pets = :likes_pets, worker = :worker,"
                " what_matters_to_me = :matters, what_i_am_good_at = :good_at, my_hopes = :hopes,"
                " row_version = row_version + 1, changed_at = :changed_at,"
                " changed_by = :changed_by where id = :id and row_version = :seen");
    bindFields(query, child);
    query.with(stamp.at).with(stamp.by).with(child.id).with(child.rowVersion);
    return query.run() == 1;
}

std::vector<ChildId> ChildRepository::siblingsOf(const ChildId& id)
{
    std::vector<ChildId> siblings;
    ChildId sibling;
    Query(m_transaction.session(),
          "select sibling from sibling_link where child = :id order by sibling")
        .into(sibling)
        .with(id)
        .forEach([&] { siblings.push_back(sibling); });
    return siblings;
}

std::vector<std::pair<ChildId, ChildId>> ChildRepository::siblingLinks()
{
    std::vector<std::pair<ChildId, ChildId>> links;
    std::pair<ChildId, ChildId> link;
    Query(m_transaction.session(),
          "select child, sibling from sibling_link order by child, sibling")
        .into(link.first)
        .into(link.second)
        .forEach([&] { links.push_back(link); });
    return links;
}

void ChildRepository::linkSiblings(const ChildId& a, const ChildId& b)
{
    ChildId child = a;
    ChildId sibling = b;
    Query query(m_transaction.session(),
                "insert into sibling_link (child, sibling) select id, :sibling from child"
                " where id = :child and not exists (select 1 from sibling_link"
                " where child = :child_again and sibling = :sibling_again)");
    query.with(sibling).with(child).with(child).with(sibling);
    query.run();
    std::swap(child, sibling);
    query.run();
}

}  // namespace homeward::storage
