#include "storage/records/assessment_repository.h"
#include "storage/records/child_list.h"
#include "storage/records/child_repository.h"
#include "tests/storage/sample_records.h"
#include "tests/storage/store_under_test.h"

using namespace homeward;
using namespace homeward::test;
using storage::AssessmentRepository;
using storage::DraftRepository;
using storage::Transaction;

namespace {

void addBackground(StoreUnderTest& store)
{
    store.write([](Transaction& t) {
        storage::AccountRepository(t).insert(account(), stamp());
        storage::FrameworkRepository(t).insert(framework());
        storage::FrameworkRepository(t).insert(framework("framework-2", "2.0"));
        storage::ChildRepository(t).insertMany({plainChild("a"), plainChild("b")}, stamp());
    });
}

Assessment first()
{
    Assessment result = assessment("z first", ChildId{"a"}, "2024-01-10");
    result.ratings = {rating("sleep", 4, "Wakes at night"), rating("anger", 1)};
    return result;
}

Assessment second()
{
    Assessment result = assessment("y second", ChildId{"a"}, "2025-01-10");
    result.ratings = {rating("sleep", 2, "Sleeps 'through'"),
                      rating("anger", std::nullopt, "new here"),
                      rating("sleep", 4, "mine", Perspective::Child), rating("apart", 0)};
    return result;
}

Assessment numbered(Assessment assessment, int number)
{
    assessment.number = number;
    return assessment;
}

storage::ChildLine lineOf(StoreUnderTest& store, const char* child)
{
    return store
        .read([&](Transaction& t) {
            return storage::ChildList(t, *Date::fromIso("2026-03-01"), {}).find(ChildId{child});
        })
        .value();
}

}  // namespace

TEST_CASE("assessments are read back exactly, in order of their day", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addBackground(store);
    store.write([](Transaction& t) {
        AssessmentRepository(t).insert(second());
        AssessmentRepository(t).insertMany({first()});
    });
    CHECK(store.read([](Transaction& t) {
        return AssessmentRepository(t).ofChild(ChildId{"a"});
    }) == std::vector<Assessment>{numbered(first(), 2), numbered(second(), 1)});
    CHECK(store.read([](Transaction& t) {
        return AssessmentRepository(t).latestOf(ChildId{"a"});
    }) == numbered(second(), 1));
    CHECK_FALSE(
        store.read([](Transaction& t) { return AssessmentRepository(t).latestOf(ChildId{"b"}); }));
}

TEST_CASE("of two assessments of one day the one recorded later is the latest, whatever clocks say",
          "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addBackground(store);
    Assessment corrected = first();
    corrected.id = AssessmentId{"a corrected"};
    corrected.completedAt.msSinceEpoch -= 3'600'000;
    corrected.ratings = {rating("sleep", 3)};
    store.write([&](Transaction& t) { AssessmentRepository(t).insertMany({first(), corrected}); });

    CHECK(store.read([](Transaction& t) {
        return AssessmentRepository(t).latestOf(ChildId{"a"});
    }) == numbered(corrected, 2));
    CHECK(lineOf(store, "a").totalNeed == 3);
}

TEST_CASE("a corrected assessment counts no more and is found by its id", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addBackground(store);
    Assessment right = first();
    right.id = AssessmentId{"a right"};
    right.corrects = first().id;
    right.reason = "wrong child";
    right.ratings = {rating("sleep", 3)};
    store.write([&](Transaction& t) {
        AssessmentRepository repository(t);
        repository.insertMany({first()});
        repository.insert(right);
        repository.setCorrectedBy(first().id, right.id);
    });
    store.read([&](Transaction& t) {
        AssessmentRepository repository(t);
        CHECK(repository.ofChild(ChildId{"a"}) == std::vector<Assessment>{numbered(right, 2)});
        CHECK(repository.latestOf(ChildId{"a"}) == numbered(right, 2));
        CHECK(repository.agreedOf({ChildId{"a"}, ChildId{"b"}}).at(ChildId{"a"}).size() == 1);
        CHECK(repository.find(first().id)->correctedBy == right.id);
        return 0;
    });
    CHECK(lineOf(store, "a").totalNeed == 3);
}

TEST_CASE("assessments of neighbouring children come with their agreed levels only", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addBackground(store);
    Assessment other = assessment("x other", ChildId{"b"}, "2025-02-02");
    store.write([&](Transaction& t) {
        AssessmentRepository(t).insertMany({second(), other, first()});
    });
    struct Agreed {
        AssessmentId id;
        Date on;
        std::vector<std::pair<std::string, MaybeLevel>> levels;
        bool operator==(const Agreed&) const = default;
    };
    const auto agreed = [](const Assessment& of) {
        Agreed found{of.id, of.assessedOn, {}};
        for (const Rating& each : of.ratings)
            if (each.perspective == Perspective::Agreed)
                found.levels.emplace_back(each.domainKey, each.level);
        return found;
    };
    const auto read = [&](const char* from, const char* to) {
        std::map<std::string, std::vector<Agreed>> all;
        for (const auto& [child, assessments] : store.read([&](Transaction& t) {
                 return AssessmentRepository(t).agreedOf({ChildId{from}, ChildId{to}});
             }))
            for (const Assessment& each : assessments) {
                CHECK(each.ratings.size() == agreed(each).levels.size());
                all[child.value].push_back(agreed(each));
            }
        return all;
    };
    using All = std::map<std::string, std::vector<Agreed>>;
    CHECK(read("a", "b") ==
          All{{"a", {agreed(first()), agreed(second())}}, {"b", {agreed(other)}}});
    CHECK(read("b", "z") == All{{"b", {agreed(other)}}});
}

TEST_CASE("a line of a list counts assessments and adds up the agreed levels of the latest",
          "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addBackground(store);
    store.write([&](Transaction& t) {
        AssessmentRepository(t).insertMany(
            {second(), first(), assessment("empty", ChildId{"b"}, "2023-03-03")});
    });
    const storage::ChildLine line = lineOf(store, "a");
    CHECK(line.assessments == 2);
    CHECK(line.lastAssessedOn == second().assessedOn);
    CHECK(line.totalNeed == totalLevel(second().ratings));
    CHECK(lineOf(store, "b").assessments == 1);
    CHECK(lineOf(store, "b").totalNeed == 0);
}

TEST_CASE("assessments are counted per framework version", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addBackground(store);
    Assessment newer = second();
    newer.framework = FrameworkVersionId{"framework-2"};
    store.write([&](Transaction& t) { AssessmentRepository(t).insertMany({first(), newer}); });
    CHECK(store.read([](Transaction& t) { return AssessmentRepository(t).countByFramework(); }) ==
          std::map<FrameworkVersionId, int>{{FrameworkVersionId{"framework-1"}, 1},
                                            {FrameworkVersionId{"framework-2"}, 1}});
}

TEST_CASE("a draft belongs to one account, kind, record and window", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    const AccountId mine{"account-1"};
    const AccountId theirs{"account-2"};
    store.write([&](Transaction& t) {
        DraftRepository drafts(t);
        drafts.put(mine, {"assessment", "b", "w1", "old", Timestamp{1}});
        drafts.put(mine, {"assessment", "b", "w1", "new", Timestamp{2}});
        drafts.put(mine, {"assessment", "b", "w2", "elsewhere", Timestamp{5}});
        drafts.put(mine, {"assessment", "a", "w1", "other", Timestamp{3}});
        drafts.put(theirs, {"assessment", "b", "w1", "theirs", Timestamp{4}});
    });
    const auto words = [&](const AccountId& who, const char* kind, const char* record) {
        std::vector<std::string> bodies;
        for (const storage::StoredDraft& draft :
             store.read([&](Transaction& t) { return DraftRepository(t).of(who, kind, record); }))
            bodies.push_back(draft.body);
        return bodies;
    };
    using Words = std::vector<std::string>;
    CHECK(words(mine, "assessment", "b") == Words{"elsewhere", "new"});
    CHECK(words(theirs, "assessment", "b") == Words{"theirs"});
    CHECK(words(mine, "plan", "b").empty());
    const auto all = store.read([&](Transaction& t) { return DraftRepository(t).ofAccount(mine); });
    REQUIRE(all.size() == 3);
    CHECK(all[0].writer == "w2");
    CHECK(all[1].record == "a");

    store.write([&](Transaction& t) {
        DraftRepository drafts(t);
        drafts.rename(mine, "assessment", "b", "w1", "w3");
        drafts.remove(mine, "assessment", "b", "w1");
        drafts.remove(mine, "assessment", "b", "w2");
    });
    CHECK(words(mine, "assessment", "b") == Words{"new"});
    CHECK(words(theirs, "assessment", "b") == Words{"theirs"});
}
