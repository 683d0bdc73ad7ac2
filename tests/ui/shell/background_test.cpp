#include <stdexcept>

#include "tests/ui/support/ui_harness.h"
#include "ui/shell/session/background.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

TEST_CASE("work before the sign-in that throws becomes an internal failure without its words",
          "[ui-job]")
{
    QObject context;
    std::optional<Result<std::string>> answer;
    Background::run<std::string>(
        &context,
        [](const RunControl&) -> Result<std::string> { throw std::runtime_error("Tyler"); },
        [&](Result<std::string> result) { answer = std::move(result); });
    REQUIRE(waitUntil([&] { return answer.has_value(); }));
    REQUIRE_FALSE(answer->ok());
    CHECK(answer->error().code == ErrorCode::Internal);
    CHECK(answer->error().detail.find("Tyler") == std::string::npos);
}
