#include "app/authority/demonstration.h"
#include "cli/command.h"
#include "cli/json_output.h"
#include "support/text/path_text.h"

namespace homeward::cli {

int runDemo(Call& call)
{
    const Arguments& arguments = call.arguments();
    ValueReader read(arguments);
    app::DemonstrationPlan plan;
    plan.folder = absolutePath(pathFrom(arguments.words.front()));
    plan.children = read.number("--children", plan.children, 1, app::kMostDemonstrationRecords);
    plan.households =
        read.number("--households", plan.households, 0, app::kMostDemonstrationRecords);
    plan.years = read.number("--years", plan.years, 1, app::kMostDemonstrationYears);
    plan.seed = read.seed("--seed", plan.seed);
    plan.today = read.date("--today").value_or(call.console().environment.clock->today());
    if (const auto returns = arguments.value("--returns"))
        plan.returnsFolder = pathFrom(*returns);
    plan.replaceReturns = arguments.has("--force");
    if (read.fault())
        return call.wrongUse(*read.fault());

    const auto made = app::createDemonstration(plan, call.console().environment, call.runControl());
    if (!made)
        return call.couldNot(made.error());
    if (call.asJson()) {
        call.console().out << demoJson(plan, *made);
        return kDone;
    }
    call.say("cli.demo.made", {{"authority", made->name}, {"folder", pathText(plan.folder)}});
    call.say("cli.demo.size", {{"children", std::to_string(plan.children)},
                               {"households", std::to_string(plan.households)},
                               {"years", std::to_string(plan.years)},
                               {"seed", std::to_string(plan.seed)},
                               {"today", plan.today.toIso()}});
    call.say("cli.demo.account", {{"account", app::kDemonstrationAccount},
                                  {"passphrase", app::kDemonstrationPassphrase}});
    if (plan.returnsFolder)
        call.say("cli.demo.returns", {{"folder", plan.returnsFolder->string()}});
    call.say("demonstration.notice");
    return kDone;
}

}  // namespace homeward::cli
