#include <sys/stat.h>

#include <fstream>

#include "app/exchange/import_return.h"
#include "app/exchange/text_file.h"
#include "app/needs/assessments.h"
#include "app/needs/frameworks.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

namespace {

std::filesystem::path written(const TemporaryFolder& folder, const char* name,
                              const std::string& text)
{
    const auto file = folder.path() / name;
    std::ofstream(file, std::ios::binary) << text;
    return file;
}

/// 1 MiB of them, none of the runs too long.
std::string manyBlanks()
{
    std::string text = "[";
    while (text.size() < 1u << 20)
        text += std::string(60'000, ' ') + "[],";
    return text;
}

}  // namespace

TEST_CASE("a file larger than its kind is not taken, one that just fits is", "[files][hostile]")
{
    TemporaryFolder folder;
    const auto file = written(folder, "a.json", "\xef\xbb\xbf" + std::string(97, 'x'));
    CHECK(*app::readTextFile(file, 100) == std::string(97, 'x'));
    const auto refused = app::readTextFile(file, 99);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::FileUnreadable);
    CHECK(refused.error().facts.at("rule") == "too-large");
    CHECK(refused.error().facts.at("file") == "a.json");
    std::filesystem::resize_file(file, std::uintmax_t{3} << 20);
    CHECK(app::readFrameworkFile(file).error().facts.at("rule") == "too-large");
}

TEST_CASE("a pipe, a device or a folder in a file's place is unreadable, never waited for",
          "[files][hostile]")
{
    TemporaryFolder folder;
    const auto pipe = folder.path() / "pipe.json";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    for (const std::filesystem::path& file :
         {pipe, folder.path(), std::filesystem::path("/dev/zero"), folder.path() / "none"})
        CHECK(app::readFrameworkFile(file).error().code == ErrorCode::FileUnreadable);
}

TEST_CASE("reading a framework file stops when the window closes", "[files][cancel]")
{
    TemporaryFolder folder;
    const auto file = written(folder, "a.json", manyBlanks() + "[]");
    int asked = 0;
    const int after = GENERATE(0, 1, 3, 20);
    const auto read = app::readFrameworkFile(file, {[&] { return asked++ >= after; }, {}});
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == ErrorCode::Cancelled);
    CHECK(asked == after + 1);
}

TEST_CASE("assessments of a file are taken all or, when stopped, none", "[files][cancel]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    const NeedsFramework framework = require(app::currentFramework(*fixture.session));
    std::string ratings;
    for (const auto& domain : framework.domains)
        ratings += (ratings.empty() ? "" : ",") + std::string("{\"domain\":\"") + domain.key +
                   "\",\"level\":1,\"evidence\":\"Seen.\"}";
    std::string list;
    for (const char* on : {"2026-01-01", "2026-01-02", "2026-01-03"})
        list += (list.empty() ? "[" : ",") +
                std::string("{\"format\":\"homeward-assessment/1\",\"child\":\"100\",") +
                "\"assessedOn\":\"" + on + "\",\"ratings\":[" + ratings + "]}";
    const auto file = written(fixture.temporary, "a.json", list + "]");
    int asked = 0;
    REQUIRE(app::assessFromFile(*fixture.session, file, {[&] { return ++asked < 0; }, {}}).ok());
    const int all = asked;
    const auto again = written(fixture.temporary, "b.json",
                               list.replace(list.find("2026-01-01"), 10, "2026-02-01") + "]");
    const auto before = require(app::assessmentsOf(*fixture.session, child)).size();
    asked = 0;
    const auto stopped =
        app::assessFromFile(*fixture.session, again, {[&] { return ++asked >= all; }, {}});
    REQUIRE_FALSE(stopped.ok());
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    CHECK(require(app::assessmentsOf(*fixture.session, child)).size() == before);
}

TEST_CASE("of episodes without a child 1,000 are listed and the others counted",
          "[import][hostile]")
{
    AuthorityFixture fixture;
    std::string text =
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,"
        "URN\n";
    for (int child = 0; child < 1'500; ++child)
        text += std::to_string(child) + ",10/05/2023,S,C1,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,\n";
    const auto preview = require(app::previewImport(
        *fixture.session, {written(fixture.temporary, "2023-episodes.csv", text)}));
    REQUIRE(preview.findings.size() == 1'001);
    CHECK(preview.findings.back().reason == "finding.more-findings");
    CHECK(preview.findings.back().facts.at("count") == "500");
    CHECK(preview.rowsRejected() == 1'500);
}

TEST_CASE("children refused are counted beyond the findings that are listed", "[import][hostile]")
{
    app::ImportPreview preview;
    preview.findings = {
        {Severity::Rejected, {}, 0, "CHILD", "500", "finding.history-overlap", {}},
        {Severity::Rejected, {}, 0, {}, {}, "finding.more-findings", {{"count", "41"}}},
        {Severity::Rejected, "a.csv", 3, {}, {}, "finding.required", {}},
        {Severity::Warning, {}, 0, {}, {}, "finding.more-findings", {{"count", "7"}}}};
    CHECK(preview.childrenRefused() == 42);
}
