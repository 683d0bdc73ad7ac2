#include "app/records/global_search.h"
#include "support/text/text.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;

namespace {

app::ChildRow child(const std::string& id, const std::string& name, const std::string& number)
{
    app::ChildRow row;
    row.id = {id};
    row.displayName = name;
    row.searchText = foldedForSearch(name + " " + number);
    return row;
}

std::vector<std::string> ids(const std::vector<app::SearchHit>& hits)
{
    std::vector<std::string> found;
    for (const auto& hit : hits)
        found.push_back(hit.id);
    return found;
}

}  // namespace

TEST_CASE("search finds by name, number and home, without accents and with one slip", "[search]")
{
    const std::vector<app::ChildRow> children{child("a", "Zo\xc3\xab Brook", "100"),
                                              child("b", "Marsha Dell", "101"),
                                              child("c", "Adam O'Neill", "102")};
    app::HomeRow marsh;
    marsh.id = {"h"};
    marsh.name = "Marsh household";
    marsh.searchText = foldedForSearch("Marsh household ZZ1 2AB");
    const std::vector<app::HomeRow> homes{marsh};
    using List = std::vector<std::string>;
    CHECK(ids(app::search(children, homes, "zoe")) == List{"a"});
    CHECK(ids(app::search(children, homes, "oneill")) == List{"c"});
    CHECK(ids(app::search(children, homes, "102")) == List{"c"});
    CHECK(ids(app::search(children, homes, "marsh")) == List{"h", "b"});  // the whole word first
    CHECK(ids(app::search(children, homes, "zz1")) == List{"h"});
    CHECK(ids(app::search(children, homes, "borok")) == List{"a"});  // swapped
    CHECK(ids(app::search(children, homes, "brokk")) == List{"a"});  // changed
    CHECK(ids(app::search(children, homes, "brok")) == List{"a"});   // left out
    CHECK(ids(app::search(children, homes, "brroo")) == List{"a"});  // doubled
    CHECK(ids(app::search(children, homes, "bx")).empty());  // short words are not guessed at
    CHECK(ids(app::search(children, homes, "adam dell")).empty());  // every word counts
    CHECK(ids(app::search(children, homes, "  ")).empty());
}

TEST_CASE("of two children a search finds first the one it names", "[search]")
{
    const std::vector<app::ChildRow> children{child("c", "Theo Cotterby", "D300"),
                                              child("d", "Theo Danso", "D301")};
    CHECK(ids(app::search(children, {}, "theo d")) == std::vector<std::string>{"d", "c"});
}
