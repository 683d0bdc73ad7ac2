#include "domain/needs/needs_framework.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace homeward;

namespace {

NeedsFramework framework(std::initializer_list<const char*> keys)
{
    NeedsFramework result;
    result.outcomes = {{"one", "One"}, {"two", "Two"}};
    for (const char* key : keys) {
        NeedsFramework::Domain domain;
        domain.key = key;
        domain.outcomeKey = "two";
        domain.title = key;
        result.domains.push_back(domain);
    }
    return result;
}

}  // namespace

TEST_CASE("domains and outcomes are found by key", "[domain][framework]")
{
    const NeedsFramework found = framework({"a", "b"});
    REQUIRE(found.findDomain("b"));
    CHECK(found.findDomain("b")->title == "b");
    CHECK(found.findDomain("c") == nullptr);
    CHECK(found.domainIndex("b") == 1u);
    CHECK_FALSE(found.domainIndex("c"));
    CHECK(found.findOutcome("three") == nullptr);
    CHECK(found.outcomeIndexOf(found.domains[0]) == 1);
}

TEST_CASE("comparing two versions names what was added, removed and reworded",
          "[domain][framework]")
{
    const NeedsFramework before = framework({"a", "b"});
    NeedsFramework after = framework({"b", "c"});
    after.domains[0].need[2] = "more words";
    after.domains[0].weight = 2;
    const FrameworkComparison comparison = compareFrameworks(before, after);
    CHECK(comparison.addedDomains == std::vector<std::string>{"c"});
    CHECK(comparison.removedDomains == std::vector<std::string>{"a"});
    REQUIRE(comparison.changes.size() == 2);
    std::vector<std::string> where{comparison.changes[0].where, comparison.changes[1].where};
    std::sort(where.begin(), where.end());
    CHECK(where == std::vector<std::string>{"need.2", "weight"});
    CHECK(compareFrameworks(before, before).changes.empty());
}
