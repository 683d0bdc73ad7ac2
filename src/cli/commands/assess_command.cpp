#include "app/needs/assessments.h"
#include "cli/command.h"
#include "cli/json_output.h"
#include "support/text/path_text.h"

namespace homeward::cli {

int runAssess(Call& call)
{
    int exitCode = kDone;
    const auto session = openSession(call, exitCode);
    if (!session)
        return exitCode;
    const auto outcome =
        app::assessFromFile(*session, pathFrom(call.arguments().words.front()), call.runControl());
    if (!outcome)
        return call.couldNot(outcome.error());
    if (call.asJson())
        call.console().out << assessJson(*outcome);
    else
        call.say("cli.assess.done", {{"completed", std::to_string(outcome->completed)},
                                     {"unchanged", std::to_string(outcome->unchanged)}});
    return kDone;
}

}  // namespace homeward::cli
