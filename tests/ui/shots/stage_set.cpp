#include "tests/ui/shots/stage_set.h"

#include <cstdlib>
#include <fstream>
#include <iostream>

#include "app/authority/authority.h"
#include "app/authority/demonstration.h"
#include "app/needs/assessments.h"
#include "tests/ui/support/ui_stage.h"

namespace homeward::ui::shots {

namespace {

template <typename T>
T orStop(Result<T> result, const char* what)
{
    if (!result) {
        std::cerr << what << ": " << toKey(result.error().code) << ' ' << result.error().detail
                  << '\n';
        std::exit(3);
    }
    return std::move(result).value();
}

}  // namespace

std::unique_ptr<app::Session> openDemonstration(const std::filesystem::path& folder)
{
    const app::Environment environment = test::stageEnvironment();
    if (!app::inspectAuthority(folder)) {
        app::DemonstrationPlan plan;
        plan.folder = folder;
        plan.today = test::stageDay();
        orStop(app::createDemonstration(plan, environment), "make the demonstration");
    }
    return orStop(app::signIn(folder, app::kDemonstrationAccount,
                              Secret(std::string_view(app::kDemonstrationPassphrase)), environment),
                  "sign in");
}

void writeDraft(app::Session& session, const ChildId& child)
{
    const app::OpenDraft opened = orStop(app::openDraft(session, child), "open a draft");
    if (opened.resumed)  // written for an earlier picture
        return;
    AssessmentDraft draft = opened.draft;
    const struct {
        std::size_t domain;
        int change;
        const char* evidence;
    } entries[] = {{0, 0, "Well this year; loves swimming and sleeps through."},
                   {1, -1, "Bad dreams down from most nights to once a week."},
                   {2, -1, "Home on time four nights out of five; says where they are going."},
                   {4, 1, "Two fixed-term exclusions since the change of class."}};
    for (const auto& entry : entries) {
        if (entry.domain >= draft.ratings.size())
            continue;
        Rating& rating = draft.ratings[entry.domain];
        const int level = rating.level.value_or(Level()).value() + entry.change;
        rating.level = Level::fromInt(std::clamp(level, 0, kLevelCount - 1));
        rating.evidence = entry.evidence;
        rating.confirmed = true;
    }
    orStop(app::saveDraft(session, draft), "keep a draft");
}

std::vector<std::filesystem::path> writeReturn(const std::filesystem::path& folder)
{
    const auto header = folder / "2025-header.csv";
    const auto episodes = folder / "2025-episodes.csv";
    std::ofstream(header, std::ios::binary) << "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n"
                                               "880101,1,04/02/2014,WBRI,A123456789123,,\r\n"
                                               "880102,2,19/11/2011,MWBC,UN1,,\r\n"
                                               "880103,3,31/02/2015,WBRI,UN1,,\r\n";
    std::ofstream(episodes, std::ios::binary)
        << "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_"
           "POST,URN\r\n"
           "880101,12/05/2025,S,C2,N1,U6,PR1,,,,AB1 2CD,AB3 4EF,SC000001\r\n"
           "880102,01/07/2025,S,V2,N2,U4,PR4,30/09/2025,X1,CARPL,AB1 2CD,AB5 6GH,SC000002\r\n"
           "880102,30/09/2025,P,V2,N2,Q9,PR4,,,,AB1 2CD,AB5 6GH,SC000002\r\n"
           "889999,14/08/2025,S,C2,N1,U6,PR1,,,,AB1 2CD,AB3 4EF,SC000001\r\n";
    return {header, episodes};
}

}  // namespace homeward::ui::shots
