#include "storage/records/child_repository.h"
#include "storage/records/record_rows.h"

#include "app/trust/audit_fields.h"
#include "storage/engine/connection.h"
#include "tests/storage/sample_records.h"
#include "tests/storage/store_under_test.h"

// A record of the tests' own, with its own table, and the same record with one more field: a member
// and one line of the list are all that reading, writing, audit, drafts and differences need.

namespace homeward {

using BikeId = Id<struct BikeTag>;
enum class Colour { Red, Green };

struct Frame {
    std::optional<int> sizeCm;
    bool operator==(const Frame&) const = default;
};

struct Bike {
    BikeId id;
    std::string name;
    Colour colour = Colour::Red;
    std::optional<Date> boughtOn;
    Frame frame;
    std::vector<std::string> riders;
    ChildId keeper;
    std::string ownerName;  ///< Filled when read.
    int rowVersion = 0;
    bool operator==(const Bike&) const = default;
};

struct BikeWithBell : Bike {
    std::string bellTone;
    bool operator==(const BikeWithBell&) const = default;
};

template <>
struct EnumKeys<Colour> {
    static constexpr std::pair<Colour, std::string_view> table[] = {{Colour::Red, "red"},
                                                                    {Colour::Green, "green"}};
};

template <>
struct Fields<Bike> {
    static constexpr std::string_view table = "bike";
    static constexpr auto list = std::tuple{
        field("name", &Bike::name, Required{}), field("colour", &Bike::colour),
        field("bought_on", &Bike::boughtOn),    field("size_cm", &Bike::frame, &Frame::sizeCm),
        field("riders", &Bike::riders),         field("keeper", &Bike::keeper, Bookkeeping{})};
};

template <>
struct Fields<BikeWithBell> {
    static constexpr std::string_view table = "bike";
    static constexpr auto list =
        std::tuple_cat(Fields<Bike>::list, std::tuple{field("bell_tone", &BikeWithBell::bellTone)});
};

}  // namespace homeward

namespace homeward::storage {

template <>
struct ReadWith<Bike> {
    static constexpr std::string_view joins = "left join child on child.id = bike.keeper";
    static constexpr auto filled =
        std::tuple{Filled{"coalesce(child.given_name, '')", &Bike::ownerName}};
};

}  // namespace homeward::storage

using namespace homeward;
using namespace homeward::test;
using storage::Transaction;

namespace {

constexpr const char* kBikes =
    "create table bike (id text primary key, name text not null, colour text not null,"
    " bought_on text, size_cm integer, riders text not null, keeper text, row_version integer"
    " not null, created_at text not null, created_by text not null, changed_at text not null,"
    " changed_by text not null)";
constexpr const char* kBells = "alter table bike add column bell_tone text not null default ''";

BikeWithBell greenBike()
{
    BikeWithBell bike;
    bike.id = BikeId{"b"};
    bike.name = "Swift";
    bike.colour = Colour::Green;
    bike.frame.sizeCm = 48;
    bike.riders = {"Ash, Robin", "Kit"};
    bike.bellTone = "high";
    bike.rowVersion = 1;
    return bike;
}

template <typename Record>
std::optional<Record> stored(StoreUnderTest& store)
{
    return store.read([](Transaction& t) {
        return storage::Select<Record>(t.session(), "where bike.id = :id")
            .with(BikeId{"b"})
            .first();
    });
}

}  // namespace

TEST_CASE("a field that is added in one line is written, read and updated", "[storage][fields]")
{
    StoreUnderTest store(engines().front());
    BikeWithBell bike = greenBike();
    store.write([&](Transaction& t) {
        t.session() << kBikes;
        t.session() << kBells;
        storage::Insert<BikeWithBell>(t.session(), stamp()).run(bike);
    });
    CHECK(stored<BikeWithBell>(store) == bike);
    bike.bellTone = "low";
    bike.boughtOn = day("2026-03-31");
    store.write([&](Transaction& t) {
        CHECK(storage::update(t.session(), bike, stamp()));
        CHECK_FALSE(storage::update(t.session(), bike, stamp()));  // its version has moved on
    });
    bike.rowVersion = 2;
    CHECK(stored<BikeWithBell>(store) == bike);
}

TEST_CASE("a record without the new field reads and writes the same table as before",
          "[storage][fields]")
{
    StoreUnderTest store(engines().front());
    const Bike bike = greenBike();
    store.write([&](Transaction& t) {
        t.session() << kBikes;
        storage::Insert<Bike>(t.session(), stamp()).run(bike);
        t.session() << kBells;
    });
    CHECK(stored<Bike>(store) == bike);
    CHECK(stored<BikeWithBell>(store)->bellTone.empty());
}

TEST_CASE("the statement of a record is a sentence of SQL", "[storage][fields]")
{
    CHECK(storage::selectText<BikeWithBell>() ==
          "select bike.id, bike.name, bike.colour, bike.bought_on, bike.size_cm, bike.riders,"
          " bike.keeper, bike.bell_tone, bike.row_version from bike ");
}

TEST_CASE("what is joined to a record is read with it", "[storage][fields]")
{
    StoreUnderTest store(engines().front());
    Bike bike = greenBike();
    bike.keeper = ChildId{"child-2"};
    store.write([&](Transaction& t) {
        t.session() << kBikes;
        storage::ChildRepository(t).insert(fullChild("child-2"), stamp());
        storage::Insert<Bike>(t.session(), stamp()).run(bike);
    });
    CHECK(stored<Bike>(store)->ownerName == fullChild().givenName);
}

TEST_CASE("an item of a stored list that nobody writes is a damaged record", "[storage][fields]")
{
    std::set<Colour> colours;
    CHECK_THROWS_AS(storage::listInto(colours).read("[\"red\", \"blue\"]"), storage::DamagedRecord);
    storage::listInto(colours).read("[\"red\", \"green\"]");
    CHECK(colours == std::set{Colour::Red, Colour::Green});
    CHECK(storage::listFrom(colours).written() == "[\"red\",\"green\"]");
}

TEST_CASE("a field that is added in one line is audited, compared and kept in drafts", "[fields]")
{
    const BikeWithBell bike = greenBike();
    CHECK(app::auditFields(bike) == FieldTexts{{"name", "Swift"},
                                               {"colour", "green"},
                                               {"boughtOn", ""},
                                               {"sizeCm", "48"},
                                               {"riders", "Ash, Robin, Kit"},
                                               {"bellTone", "high"}});
    BikeWithBell other = bike;
    other.bellTone = "low";
    other.frame.sizeCm.reset();
    CHECK(changedFields(bike, other) == std::vector<std::string_view>{"sizeCm", "bellTone"});
    const auto back = withTexts(bike, fieldTexts(other));
    REQUIRE(back);
    CHECK(*back == other);
}

TEST_CASE("a text that is no value of its field is refused by the field's name", "[fields]")
{
    const auto broken = [](const std::string& field, const std::string& text) {
        const auto read = withTexts(greenBike(), {{field, text}});
        return read ? std::string()
                    : read.error().facts.at("field") + " " + read.error().facts.at("rule");
    };
    CHECK(broken("boughtOn", "soon") == "boughtOn not-a-date");
    CHECK(broken("boughtOn", "31/3/2026").empty());
    CHECK(broken("sizeCm", "48 cm") == "sizeCm not-a-number");
    CHECK(broken("colour", "blue") == "colour unknown-code");
    CHECK(broken("noSuchField", "x").empty());
    BikeWithBell unnamed = greenBike();
    unnamed.name = " ";
    CHECK(checkRequired(unnamed).error()->facts.at("field") == "name");
}
