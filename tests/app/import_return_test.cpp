#include <fstream>

#include "app/care/placements.h"
#include "app/exchange/import_return.h"
#include "app/matching/matching_service.h"
#include "app/records/children.h"
#include "tests/support/all_rows.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

namespace {

constexpr const char* kHeader = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
constexpr const char* kEpisodes =
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,"
    "URN\n";

std::filesystem::path write(const AuthorityFixture& fixture, const char* name, std::string text)
{
    const auto file = fixture.temporary.path() / name;
    std::ofstream(file, std::ios::binary) << text;
    return file;
}

/// Two years: a child who moves, and one who comes in the second year.
std::vector<std::filesystem::path> twoYears(const AuthorityFixture& fixture)
{
    return {
        write(fixture, "2023-header.csv", std::string(kHeader) + "500,1,02/03/2013,WBRI,,,\n"),
        write(fixture, "2023-episodes.csv",
              std::string(kEpisodes) + "500,10/05/2023,S,C1,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,\n"),
        write(fixture, "2024-header.csv",
              std::string(kHeader) + "500,M,02/03/2013,WBRI,,,\n501,F,11/12/2019,AIND,,,\n"),
        write(fixture, "2024-episodes.csv",
              std::string(kEpisodes) +
                  "500,10/05/2023,S,C1,N1,U6,PR1,01/06/2024,X1,CARPL,ZZ1 1AA,ZZ2 2BB,\n"
                  "500,01/06/2024,P,C1,N1,U4,PR1,,,,ZZ1 1AA,ZZ3 3CC,\n"
                  "501,20/08/2024,S,V2,N4,U3,PR1,,,,ZZ4 4DD,ZZ4 4DD,\n"),
    };
}

/// Imports the files as a person does: preview, then commit.
void take(const AuthorityFixture& fixture, const std::vector<std::filesystem::path>& files)
{
    require(
        app::commitImport(*fixture.session, require(app::previewImport(*fixture.session, files))));
}

ChildId idOf(app::Session& session, const std::string& caseNumber)
{
    for (const auto& row : require(test::allChildren(session)))
        if (row.caseNumber == caseNumber)
            return row.id;
    FAIL("no child " << caseNumber);
    return {};
}

}  // namespace

TEST_CASE("a preview writes nothing, and committing it gives one history per child", "[import]")
{
    AuthorityFixture fixture;
    const auto preview = require(app::previewImport(*fixture.session, twoYears(fixture)));
    for (const auto& finding : preview.findings)
        INFO(finding.file << ":" << finding.line << " " << finding.reason);
    CHECK(preview.findings.empty());
    CHECK(preview.childrenCreated == 2);
    CHECK(require(test::allChildren(*fixture.session)).empty());
    REQUIRE(preview.files.size() == 4);
    CHECK(preview.files[0].created == 1);
    CHECK(preview.files[2].created == 1);
    CHECK(preview.files[3].changed == 1);  // the open episode of 2023 now has its end
    CHECK(preview.files[3].created == 2);

    const auto outcome = require(app::commitImport(*fixture.session, preview));
    CHECK(outcome.childrenCreated == 2);
    CHECK(outcome.placementsCreated == 3);
    const auto history =
        require(app::placementsOf(*fixture.session, idOf(*fixture.session, "500"))).history;
    REQUIRE(history.placements.size() == 2);
    CHECK(history.placements[0].endsOn == day("2024-06-01"));
    CHECK(history.placements[0].changeReason == "CARPL");
    CHECK_FALSE(history.placements[1].endsOn);
    CHECK(history.legalStatuses.size() == 1);
    CHECK(history.periods.size() == 1);
}

TEST_CASE("importing the same return twice changes nothing", "[import]")
{
    AuthorityFixture fixture;
    const auto files = twoYears(fixture);
    take(fixture, files);
    const auto again = require(app::previewImport(*fixture.session, files));
    CHECK(again.changesNothing());
    CHECK(again.childrenLeft == 2);
    for (const auto& file : again.files) {
        INFO(file.file);
        CHECK(file.created == 0);
        CHECK(file.changed == 0);
    }
}

TEST_CASE("one year after the other gives what both years at once give", "[import]")
{
    AuthorityFixture together;
    AuthorityFixture apart;
    const auto files = twoYears(together);
    take(together, files);
    const auto same = twoYears(apart);
    for (const auto& year : {std::vector{same[0], same[1]}, std::vector{same[2], same[3]}})
        take(apart, year);
    for (const char* number : {"500", "501"}) {
        const auto a =
            require(app::placementsOf(*together.session, idOf(*together.session, number))).history;
        const auto b =
            require(app::placementsOf(*apart.session, idOf(*apart.session, number))).history;
        CHECK(deriveEpisodes(a) == deriveEpisodes(b));
    }
}

TEST_CASE("a home chosen here stays linked when the return confirms the placement", "[import]")
{
    AuthorityFixture fixture;
    take(fixture, twoYears(fixture));
    const ChildId child = idOf(*fixture.session, "500");
    const HomeId home = fixture.addHome("H1");
    app::Choice chosen;
    chosen.home = home;
    chosen.reason = "Near his school.";
    require(chooseFromListNow(*fixture.session, {child, {}, {}, {}}, chosen));
    const auto file =
        write(fixture, "2025-episodes.csv",
              std::string(kEpisodes) +
                  "500,01/06/2024,P,C1,N1,U4,PR1,01/03/2026,X1,CARPL,ZZ1 1AA,ZZ3 3CC,\n"
                  "500,01/03/2026,P,C1,N1,U6,PR1,,,,ZZ1 1AA,ZZ5 5EE,1234567\n");
    take(fixture, {file});
    const auto rows = require(app::placementsOf(*fixture.session, child)).rows;
    REQUIRE(rows.size() == 3);
    CHECK(rows.back().placement.home == home);
    CHECK(rows.back().placement.providerNumber == "1234567");
    CHECK(rows.back().decisionReason == "Near his school.");
}

TEST_CASE("rows that cannot be taken are listed with file, line, column, value and reason",
          "[import]")
{
    AuthorityFixture fixture;
    const auto header =
        write(fixture, "2023-header.csv", std::string(kHeader) + "500,1,02/03/2013,WBRI,,,\n");
    const auto episodes = write(fixture, "2023-episodes.csv",
                                std::string(kEpisodes) +
                                    "500,31/04/2023,S,C1,N1,U6,PR1,,,,,,\n"
                                    "500,10/05/2023,S,C9,N1,U6,PR1,,,,,,\n"
                                    "999,10/05/2023,S,C1,N1,U6,PR1,,,,,,\n"
                                    "500,11/05/2023,S,C1,N1,U6,PR1,,,,,,\n");
    const auto preview = require(app::previewImport(*fixture.session, {header, episodes}));
    const auto find = [&](const std::string& reason) {
        for (const auto& finding : preview.findings)
            if (finding.reason == reason)
                return finding;
        FAIL("no finding " << reason);
        return Finding{};
    };
    CHECK(find("finding.bad-date").line == 2);
    CHECK(find("finding.bad-date").column == "DECOM");
    CHECK(find("finding.bad-date").value == "31/04/2023");
    CHECK(find("finding.unknown-code").column == "LS");
    CHECK(find("finding.unknown-code").value == "C9");
    CHECK(find("finding.orphan-episode").line == 4);
    CHECK(find("finding.orphan-episode").file == "2023-episodes.csv");
    // A legal status that is none keeps the place where the child lived.
    CHECK(preview.files[1].rejected == 2);
    CHECK(preview.files[1].created == 2);
}

TEST_CASE("a preview that is out of date is refused and nothing is written", "[import]")
{
    AuthorityFixture fixture;
    const auto files = twoYears(fixture);
    const auto first = require(app::previewImport(*fixture.session, files));
    const auto second = require(app::previewImport(*fixture.session, files));
    require(app::commitImport(*fixture.session, first));
    CHECK(app::commitImport(*fixture.session, second).error().code == ErrorCode::EditConflict);
    CHECK(require(test::allChildren(*fixture.session)).size() == 2);
}

TEST_CASE("a cancelled import writes nothing", "[import][cancel]")
{
    AuthorityFixture fixture;
    const auto preview = require(app::previewImport(*fixture.session, twoYears(fixture)));
    RunControl control;
    control.stop = [] { return true; };
    CHECK(app::commitImport(*fixture.session, preview, control).error().code ==
          ErrorCode::Cancelled);
    CHECK(require(test::allChildren(*fixture.session)).empty());
    CHECK(app::previewImport(*fixture.session, twoYears(fixture), control).error().code ==
          ErrorCode::Cancelled);
}

TEST_CASE("a placement ended here stays ended when the same return comes again", "[import]")
{
    AuthorityFixture fixture;
    const auto files = twoYears(fixture);
    take(fixture, files);
    const ChildId child = idOf(*fixture.session, "500");
    const auto placements = require(app::placementsOf(*fixture.session, child)).history.placements;
    require(app::endPlacement(*fixture.session, placements.back().id, placements.back().rowVersion,
                              day("2026-02-20"), "CARPL"));
    const auto again = require(app::previewImport(*fixture.session, files));
    CHECK(again.changesNothing());
    // A year that brings news of the child does not turn the gap into a placement either.
    const auto newer =
        write(fixture, "2025-episodes.csv",
              std::string(kEpisodes) + "500,25/02/2026,P,C1,N1,U6,PR1,,,,ZZ1 1AA,ZZ5 5EE,\n");
    take(fixture, {newer});
    const auto history = require(app::placementsOf(*fixture.session, child)).history;
    REQUIRE(history.placements.size() == 3);
    CHECK(history.placements[1].endsOn == day("2026-02-20"));
    CHECK(history.placements[2].startsOn == day("2026-02-25"));
}

TEST_CASE("a choice corrected the same day outlives a return that knows of one night only",
          "[import]")
{
    AuthorityFixture fixture;
    take(fixture, twoYears(fixture));
    const ChildId child = idOf(*fixture.session, "500");
    const HomeId right = fixture.addHome("H2");
    for (const HomeId& home : {fixture.addHome("H1"), right}) {
        const app::Choice chosen{{}, home, "Near his school.", {}, {}, {}};
        require(chooseFromListNow(*fixture.session, {child, {}, {}, {}}, chosen));
    }
    const auto file =
        write(fixture, "2025-episodes.csv",
              std::string(kEpisodes) +
                  "500,01/06/2024,P,C1,N1,U4,PR1,01/03/2026,X1,CARPL,ZZ1 1AA,ZZ3 3CC,\n"
                  "500,01/03/2026,P,C1,N1,U6,PR1,,,,ZZ1 1AA,ZZ5 5EE,1234567\n");
    const auto preview = require(app::previewImport(*fixture.session, {file}));
    CHECK(preview.findings.empty());
    require(app::commitImport(*fixture.session, preview));
    const auto placements = require(app::placementsOf(*fixture.session, child)).history.placements;
    REQUIRE(placements.size() == 4);
    CHECK(placements[2].endsOn == placements[2].startsOn);
    CHECK(placements[3].home == right);
    CHECK(placements[3].providerNumber == "1234567");
}

TEST_CASE("care begun here is no news to a return that only names the child", "[import]")
{
    AuthorityFixture fixture;
    const auto files = twoYears(fixture);
    take(fixture, {files[2]});
    const ChildId child = idOf(*fixture.session, "501");
    const app::Choice chosen{{}, fixture.addHome("H1"), "Near her school.", {}, {}, {}};
    require(chooseFromListNow(*fixture.session, {child, {}, {}, {}}, chosen));
    CHECK(require(app::previewImport(*fixture.session, {files[2]})).changesNothing());
    CHECK(require(app::placementsOf(*fixture.session, child)).history.legalStatuses.empty());
}

TEST_CASE("an older return does not overwrite what a newer one said of a child", "[import]")
{
    AuthorityFixture fixture;
    take(fixture, twoYears(fixture));
    const auto older =
        write(fixture, "2022-header.csv", std::string(kHeader) + "500,2,05/03/2012,WBRI,,,\n");
    const auto preview = require(app::previewImport(*fixture.session, {older}));
    CHECK(preview.childrenChanged == 0);
    CHECK(preview.rowsNew == 1);  // kept as reported
    REQUIRE(preview.findings.size() == 1);
    CHECK(preview.findings.front().reason == "finding.older-header");
    CHECK(preview.findings.front().line == 2);
    CHECK_FALSE(preview.findings.front().isRejected());
}

TEST_CASE("a return that puts episodes before birth leaves the child's record as it is", "[import]")
{
    AuthorityFixture fixture;
    take(fixture, twoYears(fixture));
    const auto wrong =
        write(fixture, "2025-header.csv", std::string(kHeader) + "500,M,02/03/2024,WBRI,,,\n");
    const auto preview = require(app::previewImport(*fixture.session, {wrong}));
    CHECK(preview.changesNothing());
    REQUIRE(preview.findings.size() == 1);
    CHECK(preview.findings.front().reason == "finding.history-before-birth");
}

TEST_CASE("what was put right here outlives an older return, and a newer one goes on from it",
          "[import][care]")
{
    AuthorityFixture fixture;
    const auto files = twoYears(fixture);
    take(fixture, files);
    const ChildId child = idOf(*fixture.session, "500");
    const auto history = [&] {
        return require(app::placementsOf(*fixture.session, child)).history;
    };
    const Placement moved = history().placements[1];
    SECTION("a placement that was entered in error")
    {
        require(app::withdrawPlacement(*fixture.session, moved.id, moved.rowVersion, {}));
    }
    SECTION("another first day")
    {
        require(app::correctPlacement(*fixture.session, moved.id, moved.rowVersion,
                                      {day("2024-06-08"), {}, {}}));
    }
    SECTION("a placement without a night")
    {
        require(app::correctPlacement(*fixture.session, moved.id, moved.rowVersion,
                                      {moved.startsOn, moved.startsOn, "OTHER"}));
    }
    SECTION("an end that was taken back after the move was withdrawn")
    {
        require(app::withdrawPlacement(*fixture.session, moved.id, moved.rowVersion, {{}, false}));
        const Placement first = history().placements[0];
        require(app::correctPlacement(*fixture.session, first.id, first.rowVersion,
                                      {first.startsOn, {}, {}}));
    }
    const CareHistory decided = history();
    const auto again = require(app::previewImport(*fixture.session, files));
    CHECK(again.changesNothing());
    REQUIRE(again.findings.size() == 1);
    CHECK(again.findings.front().reason == "finding.put-right");
    CHECK(again.findings.front().value == "500");
    take(fixture, files);
    CHECK(history() == decided);

    const auto newer =
        write(fixture, "2025-episodes.csv",
              std::string(kEpisodes) + "500,25/02/2026,P,C1,N1,U6,PR1,,,,ZZ1 1AA,ZZ5 5EE,\n");
    take(fixture, {newer});
    CHECK(history().placements.back().startsOn == day("2026-02-25"));
    CHECK(history().placements.size() == decided.placements.size() + 1);
}
