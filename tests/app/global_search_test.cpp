#include "app/records/global_search.h"
#include "app/care/care.h"
#include "app/records/child_list.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

namespace {

using Names = std::vector<std::string>;

std::string nameOf(const app::SearchHit& hit)
{
    if (const auto* child = std::get_if<app::ChildRow>(&hit.row))
        return child->caseNumber;
    return std::get<app::HomeRow>(hit.row).reference;
}

/// Children and homes for searching; case numbers and references say who is found.
class Register : public AuthorityFixture {
public:
    void addNamed(const std::string& number, const std::string& given, const std::string& family,
                  const std::string& preferred = {})
    {
        Child child;
        child.caseNumber = number;
        child.givenName = given;
        child.familyName = family;
        child.preferredName = preferred;
        child.birthDate = day("2014-05-01");
        require(app::addChild(*session, child));
    }
    void addHousehold(const std::string& reference, const std::string& name,
                      const std::string& postcode, const std::string& provider = {})
    {
        Home home;
        home.name = name;
        home.reference = reference;
        home.postcode = postcode;
        home.approval.places = 2;
        if (!provider.empty())
            home.provider = require(app::provideProvider(*session, provider, false));
        require(app::addHome(*session, home));
    }
    Names found(const std::string& typed) const
    {
        Names names;
        for (const app::SearchHit& hit : require(app::search(*session, typed)))
            names.push_back(nameOf(hit));
        return names;
    }
    /// By the search of the list of children.
    Names listed(const std::string& typed) const
    {
        app::ChildListAsked asked;
        asked.filter.typed = typed;
        Names names;
        for (const app::ChildRow& row : require(app::childrenOf(*session, asked)).rows)
            names.push_back(row.caseNumber);
        CHECK(static_cast<int>(names.size()) ==
              require(app::countChildren(*session, asked.filter)).matching);
        return names;
    }
};

}  // namespace

TEST_CASE("search finds by name, number and home, with one slip", "[search]")
{
    Register all;
    all.addNamed("100", "Zo\xc3\xab", "Brook");
    all.addNamed("101", "Marsha", "Dell");
    all.addNamed("102", "Adam", "O'Neill");
    all.addHousehold("F7", "Marsh household", "ZZ1 2AB", "Oakleaf Fostering");
    CHECK(all.found("zoe") == Names{"100"});
    CHECK(all.found("oneill") == Names{"102"});
    CHECK(all.found("102") == Names{"102"});
    CHECK(all.found("marsh") == Names{"F7", "101"});  // the whole word first
    CHECK(all.found("f7") == Names{"F7"});
    CHECK(all.found("oakleaf marsh") == Names{"F7"});
    CHECK(all.found("borok") == Names{"100"});   // swapped
    CHECK(all.found("brokk") == Names{"100"});   // changed
    CHECK(all.found("brok") == Names{"100"});    // left out
    CHECK(all.found("brrook") == Names{"100"});  // doubled
    CHECK(all.found("rbook") == Names{"100"});   // the first two swapped
    CHECK(all.found("vrook") == Names{"100"});   // the first changed
    CHECK(all.found("rook") == Names{"100"});    // the first left out
    CHECK(all.found("bx").empty());              // short words are not guessed at
    CHECK(all.found("adam dell").empty());       // every word counts
    CHECK(all.found("  ").empty());
}

TEST_CASE("search finds names in any alphabet as people type them", "[search]")
{
    Register all;
    all.addNamed("1", "Mihai", "\xc8\x98tirbu");                          // Știrbu
    all.addNamed("2", "Th\xe1\xbb\x8b \xc3\x81nh", "Nguy\xe1\xbb\x85n");  // Thị Ánh Nguyễn
    all.addNamed("3",
                 "\xc4\x90or\xc4\x91"
                 "e",
                 "Kova\xc4\x8d");  // Đorđe Kovač
    all.addNamed("4", "\xd0\x81\xd0\xbb\xd0\xba\xd0\xb0",
                 "\xd0\x91\xd0\xb5\xd0\xbb\xd1\x8b\xd0\xb9");
    all.addNamed("5", "\xce\x91\xce\xbb\xce\xad\xce\xba\xce\xbf\xcf\x82",
                 "\xce\x9d\xce\xaf\xce\xba\xce\xbf\xcf\x82");
    CHECK(all.found("stirbu") == Names{"1"});
    CHECK(all.found("Stirbu, Mihai") == Names{"1"});  // family, given
    CHECK(all.found("nguyen thi anh") == Names{"2"});
    CHECK(all.found("dorde") == Names{"3"});
    CHECK(all.found("KOVAC") == Names{"3"});
    // Елка without the dots, and in capitals; Αλεκος without the accent, and in capitals
    CHECK(all.found("\xd0\xb5\xd0\xbb\xd0\xba\xd0\xb0") == Names{"4"});
    CHECK(all.found("\xd0\x95\xd0\x9b\xd0\x9a\xd0\x90") == Names{"4"});
    CHECK(all.found("\xce\xb1\xce\xbb\xce\xb5\xce\xba\xce\xbf\xcf\x83") == Names{"5"});
    CHECK(all.found("\xce\x91\xce\x9b\xce\x95\xce\x9a\xce\x9f\xce\xa3") == Names{"5"});
    // one slip in another alphabet: белий
    CHECK(all.found("\xd0\xb1\xd0\xb5\xd0\xbb\xd0\xb8\xd0\xb9") == Names{"4"});
    CHECK(all.listed("stirbu") == Names{"1"});
    CHECK(all.listed("nguyen thi") == Names{"2"});
}

TEST_CASE("a postcode is found with its blank and without", "[search]")
{
    Register all;
    all.addHousehold("F1", "Ash household", "ZZ1 2AB");
    all.addHousehold("F2", "Elm household", "zz12 3cd");
    CHECK(all.found("zz1 2ab") == Names{"F1"});
    CHECK(all.found("ZZ12AB") == Names{"F1"});
    CHECK(all.found("zz12 3cd") == Names{"F2"});
    CHECK(all.found("zz123cd") == Names{"F2"});
    CHECK(all.found("zz1") == Names{"F1", "F2"});
    CHECK(all.found("zz1 2a") == Names{"F1"});
}

TEST_CASE("a child is found by the household it lives in", "[search]")
{
    Register all;
    const ChildId child = all.addChild("200");
    all.assess(child, 1, day("2026-02-01"));
    all.addHousehold("F1", "Ash household", "ZZ1 2AB");
    CHECK(all.listed("ash").empty());
    app::Choice choice;
    choice.reason = "Near the school";
    const app::SearchTerms terms{child, {}, {}, {}};
    const auto list = require(app::shortlist(*all.session, terms)).list;
    REQUIRE_FALSE(list.candidates.empty());
    choice.home = list.candidates.front().home;
    require(chooseFromListNow(*all.session, terms, choice));
    CHECK(all.listed("ash") == Names{"200"});
    CHECK(all.listed("zz12ab tyler") == Names{"200"});
    CHECK(all.found("ash") == Names{"F1", "200"});  // the household before who lives there
    all.clock->set(FixedClock(day("2026-02-28")).now());
    CHECK(all.listed("ash").empty());  // not there yet
}

TEST_CASE("what was renamed is found by its new name alone", "[search]")
{
    Register all;
    all.addNamed("300", "Tyler", "Brook", "Ty");
    CHECK(all.found("ty brook") == Names{"300"});
    Child child =
        require(app::openChild(*all.session, require(app::childNumbered(*all.session, "300"))))
            .child;
    child.familyName = "Danso";
    require(app::saveChild(*all.session, child));
    CHECK(all.found("danso") == Names{"300"});
    CHECK(all.found("brook").empty());
}

TEST_CASE("of those found alike who is in care comes first, then the names decide", "[search]")
{
    Register all;
    all.addNamed("1", "Theo", "Zeller");
    all.addNamed("2", "Theo", "Adams");
    all.addNamed("3", "Theo", "Marsh");
    const ChildId child = require(app::childNumbered(*all.session, "1"));
    app::CareBeginning care;
    care.child = child;
    care.startsOn = day("2026-02-01");
    care.needCode = "N1";
    care.legalStatus = "C1";
    require(app::beginCare(*all.session, care));
    CHECK(all.found("theo") == Names{"1", "2", "3"});
}

TEST_CASE("of two children a search finds first the one it names", "[search]")
{
    Register all;
    all.addNamed("D300", "Theo", "Cotterby");
    all.addNamed("D301", "Theo", "Danso");
    CHECK(all.found("theo d") == Names{"D301", "D300"});
}
