#include "support/text/keyed_enum.h"

#include <catch2/catch.hpp>

#include <utility>

using namespace homeward;

namespace {

enum class Season { Spring, Summer, Winter };

}  // namespace

template <>
struct homeward::EnumKeys<Season> {
    static constexpr std::pair<Season, std::string_view> table[] = {{Season::Spring, "spring"},
                                                                    {Season::Summer, "summer"}};
};

TEST_CASE("an enumerator has the key of its table", "[support][keys]")
{
    CHECK(toKey(Season::Summer) == "summer");
    CHECK(toKey(Season::Winter).empty());
}

TEST_CASE("a key gives its enumerator and any other text nothing", "[support][keys]")
{
    CHECK(fromKey<Season>("spring") == Season::Spring);
    CHECK_FALSE(fromKey<Season>("Spring"));
    CHECK_FALSE(fromKey<Season>("spring "));
    CHECK_FALSE(fromKey<Season>(""));
}
