#include <fstream>

#include "app/session/drafts.h"
#include "app/session/rescue.h"
#include "app/trust/trust.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;
namespace fs = std::filesystem;

namespace {

struct Rescuing : AuthorityFixture {
    Rescuing()
    {
        environment.rescueFolder = temporary.path() / "rescue";
        session = signIn("admin");
    }
    /// The database of this moment, put in the folder as a new file: what a sync client does.
    void exchange()
    {
        fs::copy_file(folder / "authority.homeward", folder / "new");
        fs::rename(folder / "new", folder / "authority.homeward");
    }
};

}  // namespace

TEST_CASE("words that an exchanged authority cannot take are offered at the next sign-in",
          "[rescue]")
{
    Rescuing fixture;
    fixture.session.reset();
    fixture.session = fixture.signIn("admin");
    fixture.exchange();
    const auto refused =
        app::keepDraft(*fixture.session, "about-me", "child-1", "She likes otters");
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::StoreReplaced);
    const fs::path file = refused.error().facts.at("rescued");
    REQUIRE_FALSE(
        app::keepDraft(*fixture.session, "about-me", "child-1", "She likes otters a lot").ok());
    REQUIRE_FALSE(app::keepDraft(*fixture.session, "skills", "home-1", "Patient").ok());
    // One file, private, and not to be read.
    CHECK((fs::status(file).permissions() & fs::perms::all) ==
          (fs::perms::owner_read | fs::perms::owner_write));
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    CHECK(bytes.find("otters") == std::string::npos);
    CHECK(bytes.find("about-me") == std::string::npos);
    CHECK(app::findRescues(*fixture.session)->empty());  // its own words are still on screen

    fixture.session.reset();
    fixture.session = fixture.signIn("admin");
    if (fixture.session->standing().conflict != "")
        REQUIRE(app::decideConflicts(*fixture.session, "An older copy was put there").ok());
    const auto rescues = require(app::findRescues(*fixture.session));
    REQUIRE(rescues.size() == 1);
    CHECK(rescues[0].drafts == 2);
    CHECK(require(app::takeRescue(*fixture.session, rescues[0].file)) == 2);
    CHECK(require(app::readDraft(*fixture.session, "about-me", "child-1")) ==
          "She likes otters a lot");
    CHECK_FALSE(fs::exists(file));
}

TEST_CASE("rescued words are nobody else's, nor another authority's", "[rescue][privacy]")
{
    Rescuing fixture;
    const auto worker = fixture.signInAs(Role::SocialWorker, "worker");
    fixture.exchange();
    REQUIRE_FALSE(app::keepDraft(*fixture.session, "about-me", "child-1", "Words").ok());
    CHECK(require(app::findRescues(*worker)).empty());
    Rescuing other;
    fs::copy(fixture.environment.rescueFolder, other.environment.rescueFolder,
             fs::copy_options::recursive);
    CHECK(require(app::findRescues(*other.session)).empty());
}

TEST_CASE("a newer draft is not put back by older rescued words", "[rescue]")
{
    Rescuing fixture;
    const auto elsewhere = fixture.signIn("admin");
    fixture.exchange();
    const auto refused = app::keepDraft(*fixture.session, "about-me", "child-1", "Older");
    const fs::path file = refused.error().facts.at("rescued");
    fixture.session.reset();
    fixture.clock->set(Timestamp{fixture.clock->now().msSinceEpoch + 60'000});
    fixture.session = fixture.signIn("admin");
    if (fixture.session->standing().conflict != "")
        REQUIRE(app::decideConflicts(*fixture.session, "An older copy was put there").ok());
    REQUIRE(app::keepDraft(*fixture.session, "about-me", "child-1", "Newer").ok());
    CHECK(require(app::takeRescue(*fixture.session, file)) == 0);
    CHECK(require(app::readDraft(*fixture.session, "about-me", "child-1")) == "Newer");
    CHECK(fs::exists(file));  // nothing is lost
}

TEST_CASE("a damaged rescue file is no rescue and stays", "[rescue]")
{
    Rescuing fixture;
    fs::create_directories(fixture.environment.rescueFolder);
    fixture.exchange();
    const auto refused = app::keepDraft(*fixture.session, "about-me", "child-1", "Words");
    const fs::path file = refused.error().facts.at("rescued");
    fixture.session.reset();
    std::fstream(file, std::ios::binary | std::ios::in | std::ios::out).seekp(40).put('x');
    fixture.session = fixture.signIn("admin");
    CHECK(require(app::findRescues(*fixture.session)).empty());
    CHECK(app::takeRescue(*fixture.session, file).error().code == ErrorCode::FileUnreadable);
    CHECK(fs::exists(file));
}
