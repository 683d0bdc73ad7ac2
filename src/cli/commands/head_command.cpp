#include <fstream>

#include "app/authority/restore.h"
#include "cli/command.h"
#include "cli/json_output.h"

namespace homeward::cli {
namespace {

/// The words themselves, or those of a file of that name.
std::optional<app::TrailEnd> keptEnd(const std::string& value)
{
    if (auto end = app::trailEndFrom(value))
        return end;
    constexpr std::size_t kMostBytes = 64 << 10;  // a mail with the line in it
    std::ifstream stream(value, std::ios::binary);
    std::string text(kMostBytes, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
    return app::trailEndFrom(text);
}

int compare(Call& call, app::Session& session, const app::TrailEnd& kept)
{
    const auto answer = app::compareTrailEnd(session, kept);
    if (!answer)
        return call.couldNot(answer.error());
    if (call.asJson())
        call.console().out << headJson(*answer);
    else
        call.say("cli.head." + std::string(toKey(answer->verdict)),
                 {{"sequence", std::to_string(answer->sequence)},
                  {"rows", std::to_string(answer->rowsSince)}});
    return answer->verdict == app::TrailEndVerdict::Contained ? kDone : kNo;
}

}  // namespace

int runHead(Call& call)
{
    std::optional<app::TrailEnd> kept;
    const auto given = call.arguments().value("--compare");
    if (given) {
        kept = keptEnd(*given);
        if (!kept)
            return call.wrongUse({"cli.fault.kept-head", {{"value", *given}}});
    }
    int exitCode = kDone;
    const auto session = openSession(call, exitCode);
    if (!session)
        return exitCode;
    if (kept)
        return compare(call, *session, *kept);
    const auto end = app::trailEnd(*session);
    if (!end)
        return call.couldNot(end.error());
    if (call.asJson())
        call.console().out << headJson(*end);
    else
        call.console().out << app::toText(*end) << '\n';
    return kDone;
}

}  // namespace homeward::cli
