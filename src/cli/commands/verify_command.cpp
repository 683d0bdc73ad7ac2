#include "app/trust/verify.h"

#include "cli/command.h"
#include "cli/json_output.h"

namespace homeward::cli {

int runVerify(Call& call)
{
    int exitCode = kDone;
    const auto session = openSession(call, exitCode);
    if (!session)
        return exitCode;
    const auto report = app::verifyAuthority(*session, call.runControl());
    if (!report)
        return call.couldNot(report.error());
    if (call.asJson()) {
        call.console().out << verifyJson(*report);
        return report->isWhole() ? kDone : kNo;
    }
    for (const app::VerifyFinding& finding : report->findings)
        call.say("verify." + finding.what, finding.facts);
    const documents::Facts counts{{"rows", std::to_string(report->rows)},
                                  {"records", std::to_string(report->records)}};
    const std::string verdict = report->isWhole() ? "verify.whole" : "verify.not-whole";
    call.say(verdict + ".title");
    call.say(verdict, counts);
    return report->isWhole() ? kDone : kNo;
}

}  // namespace homeward::cli
