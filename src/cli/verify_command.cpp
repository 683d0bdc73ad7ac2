#include "app/audit_trail.h"
#include "cli/command.h"
#include "cli/json_output.h"

namespace homeward::cli {

int runVerify(Call& call)
{
    int exitCode = kDone;
    const auto session = openSession(call, exitCode);
    if (!session)
        return exitCode;
    const auto verdict = app::verifyAudit(*session, call.runControl());
    if (!verdict)
        return call.couldNot(verdict.error());
    const documents::Facts facts{{"rows", std::to_string(verdict->rows)},
                                 {"sequence", std::to_string(verdict->sequence)},
                                 {"expected", verdict->expectedHash},
                                 {"found", verdict->foundHash}};
    if (call.asJson())
        call.console().out << verifyJson(*verdict);
    else if (!verdict->fault)
        call.say("audit.whole", facts);
    else
        call.say("audit.fault." + std::string(toKey(*verdict->fault)), facts);
    return verdict->fault ? kNo : kDone;
}

}  // namespace homeward::cli
