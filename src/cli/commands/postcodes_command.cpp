#include <filesystem>

#include "app/exchange/postcodes.h"
#include "cli/command.h"
#include "cli/json_output.h"
#include "support/text/path_text.h"

namespace homeward::cli {

int runPostcodes(Call& call)
{
    int exitCode = kDone;
    const auto session = openSession(call, exitCode);
    if (!session)
        return exitCode;
    std::vector<std::filesystem::path> files;
    for (const std::string& word : call.arguments().words)
        files.push_back(pathFrom(word));
    const auto loaded = app::loadPostcodes(*session, files, call.runControl());
    if (!loaded)
        return call.couldNot(loaded.error());
    const auto directory = app::postcodeDirectory(*session);
    if (!directory)
        return call.couldNot(directory.error());
    if (call.asJson()) {
        call.console().out << postcodesJson(*loaded, *directory);
        return kDone;
    }
    call.say("cli.postcodes.taken", {{"taken", std::to_string(loaded->taken)},
                                     {"without", std::to_string(loaded->withoutPlace)}});
    call.say("cli.postcodes.total", {{"total", std::to_string(directory->postcodes)}});
    return kDone;
}

}  // namespace homeward::cli
