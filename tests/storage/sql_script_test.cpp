#include "storage/engine/sql_script.h"

#include <catch2/catch.hpp>

using homeward::storage::splitStatements;
using Statements = std::vector<std::string>;

TEST_CASE("a script is split at semicolons outside quotes and comments", "[storage][migration]")
{
    const auto [script, expected] = GENERATE(table<const char*, Statements>({
        {"", {}},
        {" ; \n;", {}},
        {"a; b", {"a", "b"}},
        {"a;b;", {"a", "b"}},
        {"-- a; b\nc;", {"c"}},
        {"a -- x; y\n b;", {"a  \n b"}},
        {"/* a; \n b */ c; d", {"c", "d"}},
        {"insert 'a;b''c;d'; e", {"insert 'a;b''c;d'", "e"}},
        {"insert '-- no comment'; e", {"insert '-- no comment'", "e"}},
        {"insert '/*'; e", {"insert '/*'", "e"}},
        {"create \"odd;name\"; e", {"create \"odd;name\"", "e"}},
        {"a - b; c / d", {"a - b", "c / d"}},
        {"a -- don't\n; b", {"a", "b"}},
    }));
    INFO(script);
    CHECK(splitStatements(script) == expected);
}
