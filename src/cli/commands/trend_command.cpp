#include <algorithm>

#include "app/exchange/exports.h"
#include "app/needs/insight.h"
#include "cli/command.h"
#include "cli/json_output.h"
#include "documents/needs_change_report.h"
#include "support/text/path_text.h"

namespace homeward::cli {
namespace {

constexpr int kOldestYears = 25;
constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2100;

Cohort cohortOf(ValueReader& read, const Arguments& arguments)
{
    Cohort cohort;
    cohort.youngestYears = read.maybeNumber("--age-from", 0, kOldestYears);
    cohort.oldestYears = read.maybeNumber("--age-to", 0, kOldestYears);
    cohort.sex = read.key<Sex>("--sex");
    cohort.placement = read.key<PlaceGroup>("--placement");
    cohort.provider = arguments.value("--provider");
    cohort.entryYear = read.maybeNumber("--entry-year", kFirstYear, kLastYear);
    setScope(cohort, read.key<CareScope>("--care").value_or(CareScope::InCare));
    return cohort;
}

std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

/// Domains and providers can only be checked against the records.
void checkNames(ValueReader& read, const Arguments& arguments, const app::InsightData& data)
{
    if (const auto domain = arguments.value("--domain"))
        if (!data.framework.findDomain(*domain)) {
            std::vector<std::string> keys;
            for (const auto& known : data.framework.domains)
                keys.push_back(known.key);
            read.refuse("cli.fault.choice", "--domain", *domain, {{"choices", joined(keys)}});
        }
    if (const auto provider = arguments.value("--provider"))
        if (std::find(data.providers.begin(), data.providers.end(), *provider) ==
            data.providers.end())
            read.refuse("cli.fault.choice", "--provider", *provider,
                        {{"choices", joined(data.providers)}});
}

/// The group as it was asked for: a file says what it is about.
std::string groupOf(const Arguments& arguments)
{
    std::string group;
    for (const char* option : {"--care", "--age-from", "--age-to", "--sex", "--placement",
                               "--provider", "--entry-year", "--domain"})
        if (const auto value = arguments.value(option))
            group += std::string(group.empty() ? "" : " ") + option + " " + *value;
    return group.empty() ? "-" : group;
}

std::string printed(Call& call, const app::InsightData& data,
                    const analytics::PublishedChange& change, const Cohort& cohort)
{
    if (call.asJson())
        return trendJson(change, data.framework, cohort, data.asOf, call.words());
    if (call.arguments().has("--table"))
        return documents::needsChangeText(change, data.framework, call.words());
    return app::needsChangeCsv(
        data, change,
        {call.words().text("cli.trend.group",
                           {{"date", data.asOf.toIso()}, {"group", groupOf(call.arguments())}}),
         documents::trendNote(call.words())});
}

}  // namespace

int runTrend(Call& call)
{
    const Arguments& arguments = call.arguments();
    ValueReader read(arguments);
    const Cohort cohort = cohortOf(read, arguments);
    if (read.fault())
        return call.wrongUse(*read.fault());
    int exitCode = kDone;
    const auto session = openSession(call, exitCode);
    if (!session)
        return exitCode;
    const auto data = app::insightData(*session, call.runControl());
    if (!data)
        return call.couldNot(data.error());
    checkNames(read, arguments, *data);
    if (read.fault())
        return call.wrongUse(*read.fault());

    analytics::PublishedChange change = app::publishedChange(*data, cohort);
    if (const auto domain = arguments.value("--domain"))
        std::erase_if(change.domains,
                      [&](const analytics::PublishedRow& one) { return one.domainKey != *domain; });
    const std::string text = printed(call, *data, change, cohort);
    const app::ExportRecord record{call.asJson()              ? "json"
                                   : arguments.has("--table") ? "text"
                                                              : "csv",
                                   "trend",
                                   change.domains.size() + 1,
                                   {}};
    const auto file = call.target("--output");
    const auto left =
        file ? app::exportTo(*session, *file, text, record) : app::recordExport(*session, record);
    if (!left)
        return call.couldNot(left.error());
    if (file)
        call.remark("cli.written", {{"file", pathText(file->file)}});
    else
        call.console().out << text;
    if (change.comparable)
        return kDone;
    call.remark("cli.trend.nobody", {{"limit", std::to_string(analytics::kSuppressionLimit)}});
    return kNo;
}

}  // namespace homeward::cli
