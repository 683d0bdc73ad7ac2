#include "storage/records/child_repository.h"

#include "domain/identity.h"
#include "domain/search_words.h"
#include "storage/records/record_rows.h"
#include "storage/records/search_index.h"

namespace homeward::storage {

std::optional<Child> ChildRepository::find(const ChildId& id)
{
    return Select<Child>(m_transaction.session(), "where id = :id").with(id).first();
}

std::optional<Child> ChildRepository::findByCaseNumber(const std::string& caseNumber)
{
    const std::string key = caseNumberKey(caseNumber);
    if (auto child =
            Select<Child>(m_transaction.session(), "where case_key = :case_key").with(key).first())
        return child;
    return Select<Child>(m_transaction.session(),
                         "where id in (select child from former_number where case_key = :case_key)")
        .with(key)
        .first();
}

std::map<std::string, std::string> ChildRepository::formerKeys()
{
    std::map<std::string, std::string> keys;
    std::string former;
    std::string current;
    Query(m_transaction.session(),
          "select former_number.case_key, child.case_key from former_number"
          " join child on child.id = former_number.child")
        .into(former)
        .into(current)
        .forEach([&] { keys.emplace(former, current); });
    return keys;
}

void ChildRepository::keepFormerNumbers(const Child& child)
{
    Query(m_transaction.session(), "delete from former_number where child = :child")
        .with(child.id)
        .run();
    std::string key;
    Query insert(m_transaction.session(),
                 "insert into former_number (case_key, child) values (:case_key, :child)");
    insert.with(key).with(child.id);
    for (const std::string& number : child.formerNumbers) {
        key = caseNumberKey(number);
        insert.run();
    }
}

std::vector<Child> ChildRepository::bornOn(Date day)
{
    return Select<Child>(m_transaction.session(), "where birth_date = :day order by id")
        .with(day)
        .all();
}

std::vector<Child> ChildRepository::all()
{
    return Select<Child>(m_transaction.session(), "order by id").all();
}

std::vector<Child> ChildRepository::after(const ChildId& last, int most)
{
    // As text: an empty id would be NULL, behind which there is nobody.
    return Select<Child>(m_transaction.session(), "where id > :last order by id limit :most")
        .with(last.value)
        .with(most)
        .all();
}

void ChildRepository::insert(const Child& child, const Stamp& stamp)
{
    insertMany({child}, stamp);
}

void ChildRepository::insertMany(const std::vector<Child>& children, const Stamp& stamp)
{
    std::string name;
    std::string number;
    std::string key;
    Insert<Child> rows(m_transaction.session(), stamp, Column("name_key", name),
                       Column("number_key", number), Column("case_key", key));
    SearchIndex index(m_transaction);
    for (const Child& child : children) {
        name = nameKeyOf(child);
        number = nameKey(child.caseNumber);
        key = caseNumberKey(child.caseNumber);
        rows.run(child);
        index.add(SearchKind::Child, child.id.value, searchWordsOf(child));
        if (!child.formerNumbers.empty())
            keepFormerNumbers(child);
    }
}

bool ChildRepository::update(const Child& child, const Stamp& stamp)
{
    const std::string name = nameKeyOf(child);
    const std::string number = nameKey(child.caseNumber);
    const std::string key = caseNumberKey(child.caseNumber);
    if (!storage::update(m_transaction.session(), child, stamp, Column("name_key", name),
                         Column("number_key", number), Column("case_key", key)))
        return false;
    SearchIndex(m_transaction).replace(SearchKind::Child, child.id.value, searchWordsOf(child));
    keepFormerNumbers(child);
    return true;
}

void ChildRepository::remove(const ChildId& id)
{
    SearchIndex(m_transaction).replace(SearchKind::Child, id.value, {});
    for (const char* sql :
         {"delete from former_number where child = :id",
          "delete from decided_days where child = :id", "delete from child where id = :id"})
        Query(m_transaction.session(), sql).with(id).run();
}

bool ChildRepository::isReferredTo(const ChildId& id)
{
    for (const char* sql : {"select count(*) from search where child = :id",
                            "select count(*) from assessment where child = :id",
                            "select count(*) from draft where record = :id"}) {
        int rows = 0;
        Query(m_transaction.session(), sql).into(rows).with(id).first();
        if (rows > 0)
            return true;
    }
    return false;
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

void ChildRepository::unlinkSiblings(const ChildId& a, const ChildId& b)
{
    ChildId child = a;
    ChildId sibling = b;
    Query query(m_transaction.session(),
                "delete from sibling_link where child = :child and sibling = :sibling");
    query.with(child).with(sibling);
    query.run();
    std::swap(child, sibling);
    query.run();
}

}  // namespace homeward::storage
