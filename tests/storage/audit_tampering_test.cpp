#include "tests/storage/audited_store.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::storage;

namespace {

void check(const ChainReport& report, ChainProblem problem, std::int64_t sequence)
{
    REQUIRE(report.problem);
    CHECK(static_cast<int>(*report.problem) == static_cast<int>(problem));
    CHECK(report.sequence == sequence);
}

constexpr const char* kColumnsButNumber =
    "at, account, use_case, entity, entity_id, child, before_fields, after_fields, previous_hash, "
    "hash, rights, seals";

}  // namespace

TEST_CASE("an edited row is found and named, whichever column was edited", "[storage][audit]")
{
    const std::string column = GENERATE("at", "account", "use_case", "entity", "entity_id", "child",
                                        "before_fields", "after_fields", "previous_hash", "hash");
    const std::string row = GENERATE("1", "5", "9");
    AuditedStore store(9);
    const ChainHead head = store.head();
    const std::string edit =
        "update audit set " + column + " = " + column + " || 'x' where sequence = " + row;
    store.tamper({edit.c_str()});
    INFO(edit);
    check(store.verify(head), ChainProblem::Edited, std::stoi(row));
    check(store.verify(std::nullopt), ChainProblem::Edited, std::stoi(row));
}

TEST_CASE("text moved from one column to the next is an edit", "[storage][audit]")
{
    AuditedStore store(4);
    store.tamper({"update audit set use_case = 'edit', entity = ' childchild' where sequence = 2"});
    check(store.verify(store.head()), ChainProblem::Edited, 2);
}

TEST_CASE("the first of several bad rows is named", "[storage][audit]")
{
    AuditedStore store(9);
    const ChainHead head = store.head();
    store.tamper({"update audit set child = 'x' where sequence in (4, 6, 8)",
                  "delete from audit where sequence = 9"});
    const ChainReport report = store.verify(head);
    check(report, ChainProblem::Edited, 4);
    CHECK(report.expectedHash != report.foundHash);
    CHECK(report.expectedHash.size() == 64);
}

TEST_CASE("a removed row is found and named", "[storage][audit]")
{
    AuditedStore store(9);
    const ChainHead head = store.head();
    SECTION("the first")
    {
        store.tamper({"delete from audit where sequence = 1"});
        check(store.verify(head), ChainProblem::Removed, 1);
    }
    SECTION("several in the middle")
    {
        store.tamper({"delete from audit where sequence in (4, 5)"});
        check(store.verify(head), ChainProblem::Removed, 4);
        check(store.verify(std::nullopt), ChainProblem::Removed, 4);
    }
    SECTION("with the gap closed by numbering the rest anew")
    {
        store.tamper({"delete from audit where sequence = 4",
                      "update audit set sequence = -sequence where sequence > 4",
                      "update audit set sequence = -sequence - 1 where sequence < 0"});
        check(store.verify(head), ChainProblem::Removed, 4);
    }
    SECTION("behind a lagging head")
    {
        store.append(4);
        store.tamper({"delete from audit where sequence = 11"});
        check(store.verify(head), ChainProblem::Removed, 11);
    }
}

TEST_CASE("rows in another order are found and named", "[storage][audit]")
{
    AuditedStore store(9);
    const ChainHead head = store.head();
    SECTION("numbers exchanged")
    {
        store.tamper({"update audit set sequence = -1 where sequence = 3",
                      "update audit set sequence = 3 where sequence = 6",
                      "update audit set sequence = 6 where sequence = -1"});
        check(store.verify(head), ChainProblem::Reordered, 3);
    }
    SECTION("contents exchanged, hashes left")
    {
        std::string assignments;
        for (const char* column : {"at", "entity_id", "child", "before_fields", "after_fields"})
            assignments += std::string(assignments.empty() ? "" : ", ") + column + " = (select k." +
                           column + " from kept k where k.sequence = 9 - audit.sequence)";
        store.tamper({"create table kept as select * from audit",
                      ("update audit set " + assignments + " where sequence in (3, 6)").c_str(),
                      "drop table kept"});
        check(store.verify(head), ChainProblem::Reordered, 3);
    }
    SECTION("a row moved to the end")
    {
        store.tamper({"update audit set sequence = 10 where sequence = 4"});
        check(store.verify(head), ChainProblem::Reordered, 4);
    }
}

TEST_CASE("an inserted row is found and named", "[storage][audit]")
{
    AuditedStore store(9);
    const ChainHead head = store.head();
    const std::string copy =
        std::string("insert into audit (sequence, ") + kColumnsButNumber + ") ";
    SECTION("before the first")
    {
        store.tamper(
            {(copy + "select 0, " + kColumnsButNumber + " from audit where sequence = 1").c_str()});
        check(store.verify(head), ChainProblem::Inserted, 0);
    }
    SECTION("in the middle, the rest numbered anew")
    {
        store.tamper(
            {"update audit set sequence = -sequence where sequence > 4",
             "update audit set sequence = -sequence + 1 where sequence < 0",
             (copy + "select 5, at, account, 'made up', entity, entity_id, child, before_fields,"
                     " after_fields, hash, 'ff', rights, seals from audit where sequence = 4")
                 .c_str()});
        check(store.verify(head), ChainProblem::Inserted, 5);
    }
    SECTION("a copy of a genuine row at the end")
    {
        store.tamper({(copy + "select 10, " + kColumnsButNumber + " from audit where sequence = 3")
                          .c_str()});
        check(store.verify(head), ChainProblem::Inserted, 10);
    }
    SECTION("at the end, hashed without the key")
    {
        store.tamper({(copy + "select 10, at, account, use_case, entity, 'made up', child,"
                              " before_fields, after_fields, hash,"
                              " '0000000000000000000000000000000000000000000000000000000000000000',"
                              " rights, seals from audit where sequence = 9")
                          .c_str()});
        check(store.verify(head), ChainProblem::Inserted, 10);
    }
    SECTION("far behind the end")
    {
        store.tamper({(copy + "select 500, at, account, use_case, entity, 'made up', child,"
                              " before_fields, after_fields, hash, 'ff', rights, seals from audit "
                              "where sequence = 9")
                          .c_str()});
        check(store.verify(head), ChainProblem::Inserted, 500);
    }
}

TEST_CASE("an end cut off is found against the head", "[storage][audit]")
{
    AuditedStore store(9);
    const ChainHead head = store.head();
    SECTION("some rows")
    {
        store.tamper({"delete from audit where sequence > 6"});
        check(store.verify(head), ChainProblem::EndCutOff, 7);
    }
    SECTION("all rows")
    {
        store.tamper({"delete from audit"});
        check(store.verify(head), ChainProblem::EndCutOff, 1);
    }
    SECTION("also when the program has gone on since")
    {
        store.tamper({"delete from audit where sequence > 6"});
        store.append(5);
        check(store.verify(head), ChainProblem::EndCutOff, 9);
    }
}

TEST_CASE("a trail without a head, or with a nonsense one, is told", "[storage][audit]")
{
    AuditedStore store(3);
    check(store.verify(std::nullopt), ChainProblem::HeadMissing, 3);
    check(store.verify(ChainHead{0, "ff"}), ChainProblem::HeadForged, 0);
    check(store.verify(ChainHead{3, ""}), ChainProblem::HeadForged, 0);
    check(store.verify(ChainHead{-1, "ff"}), ChainProblem::HeadForged, 0);
}

TEST_CASE("a trail rewritten with another key is found at its first row", "[storage][audit]")
{
    AuditedStore store(3);
    const ChainHead head = store.head();
    const Secret otherKey = derivedKey(fixedKey(1), "auditlog");
    const Result<ChainReport> report = store.store().database().read<ChainReport>(
        "verify", [&](Transaction& t) { return verifyChain(t, otherKey, head, RunControl{}); });
    REQUIRE(report.ok());
    check(*report, ChainProblem::Edited, 1);
}
