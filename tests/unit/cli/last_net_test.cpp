#include <catch2/catch.hpp>
#include <sstream>
#include <stdexcept>

#include "cli/command.h"

using namespace homeward;

TEST_CASE("[cli] what a command throws ends in exit code 3 and none of its words")
{
    std::ostringstream out;
    std::ostringstream err;
    auto clock = std::make_shared<FixedClock>(*Date::fromYmd(2025, 11, 22));
    cli::Console console{out, err, false, {clock, randomIds(clock), app::KdfCost::Test},
                         {},  {},  {}};
    console.variable = [](const std::string&) -> std::optional<std::string> {
        throw std::runtime_error("Tyler Brook");
    };
    CHECK(cli::run({"verify"}, console) == cli::kCouldNot);
    CHECK(out.str().empty());
    CHECK(err.str().find("Something went wrong inside Homeward") != std::string::npos);
    CHECK(err.str().find("Tyler") == std::string::npos);
}
