#include "cli/command.h"

namespace homeward::cli {
namespace {

constexpr std::size_t kMany = 1'000;  ///< files

Command importCommand()
{
    return {{"import-903",
             "cli.value.files",
             0,
             kMany,
             "cli.command.import-903",
             {{"--dry-run", "", "cli.option.dry-run"},
              {"--year", "cli.value.year", "cli.option.year-of-files"},
              {"--anyway", "", "cli.option.anyway"},
              {"--list", "", "cli.option.list-imports"},
              {"--undo-last", "", "cli.option.undo-last"},
              {"--findings", "cli.value.file", "cli.option.findings"},
              {"--force", "", "cli.option.force"}}},
            runImport};
}

Command mergeCommand()
{
    return {{"merge",
             "cli.value.two-numbers",
             2,
             2,
             "cli.command.merge",
             {{"--reason", "cli.value.text", "cli.option.merge-reason"},
              {"--care", "cli.value.merged-care", "cli.option.merged-care"},
              {"--dry-run", "", "cli.option.dry-run"}}},
            runMerge};
}

/// Adds what keeps an authority from being lost, or from being put back unseen.
std::vector<Command> withKeeping(std::vector<Command> commands)
{
    const std::vector<Command> keeping{
        {{"head",
          "",
          0,
          0,
          "cli.command.head",
          {{"--compare", "cli.value.kept-head", "cli.option.compare-head"}}},
         runHead},
        {{"backup", "cli.value.target", 0, 1, "cli.command.backup", {}}, runBackup},
        {{"backups",
          "cli.value.dir",
          1,
          1,
          "cli.command.backups",
          {{"--check", "", "cli.option.check"}}},
         runBackups},
        {{"restore",
          "cli.value.backup-and-dir",
          2,
          2,
          "cli.command.restore",
          {{"--compare", "cli.value.dir", "cli.option.compare"},
           {"--replace", "", "cli.option.replace"}}},
         runRestore}};
    commands.insert(commands.end(), keeping.begin(), keeping.end());
    return commands;
}

}  // namespace

const std::vector<OptionSpec>& commonOptions()
{
    static const std::vector<OptionSpec> options{
        {"--authority", "cli.value.dir", "cli.option.authority"},
        {"--account", "cli.value.name", "cli.option.account"},
        {"--passphrase-file", "cli.value.file", "cli.option.passphrase-file"},
        {"--json", "", "cli.option.json"},
        {"--progress", "", "cli.option.progress"}};
    return options;
}

const std::vector<Command>& commands()
{
    static const std::vector<Command> all = withKeeping(
        {{{"demo",
           "cli.value.dir",
           1,
           1,
           "cli.command.demo",
           {{"--children", "cli.value.number", "cli.option.children"},
            {"--households", "cli.value.number", "cli.option.households"},
            {"--years", "cli.value.number", "cli.option.years"},
            {"--seed", "cli.value.number", "cli.option.seed"},
            {"--returns", "cli.value.dir", "cli.option.returns"},
            {"--force", "", "cli.option.force"},
            {"--today", "cli.value.date", "cli.option.today"}}},
          runDemo},
         importCommand(),
         {{"postcodes", "cli.value.files", 1, kMany, "cli.command.postcodes", {}}, runPostcodes},
         mergeCommand(),
         {{"separate", "cli.value.case-number", 1, 1, "cli.command.separate", {}}, runSeparate},
         {{"assess", "cli.value.file", 1, 1, "cli.command.assess", {}}, runAssess},
         {{"shortlist",
           "",
           0,
           0,
           "cli.command.shortlist",
           {{"--child", "cli.value.case-number", "cli.option.child", true},
            {"--on", "cli.value.date", "cli.option.on"},
            {"--kind", "cli.value.kind", "cli.option.kind"},
            {"--type", "cli.value.type", "cli.option.type"},
            {"--max-miles", "cli.value.number", "cli.option.max-miles"},
            {"--limit", "cli.value.number", "cli.option.limit"},
            {"--html", "cli.value.file", "cli.option.html"},
            {"--force", "", "cli.option.force"}}},
          runShortlist},
         {{"trend",
           "",
           0,
           0,
           "cli.command.trend",
           {{"--domain", "cli.value.key", "cli.option.domain"},
            {"--care", "cli.value.care", "cli.option.care"},
            {"--age-from", "cli.value.number", "cli.option.age-from"},
            {"--age-to", "cli.value.number", "cli.option.age-to"},
            {"--sex", "cli.value.sex", "cli.option.sex"},
            {"--placement", "cli.value.placement", "cli.option.placement"},
            {"--provider", "cli.value.name", "cli.option.provider"},
            {"--entry-year", "cli.value.year", "cli.option.entry-year"},
            {"--table", "", "cli.option.table"},
            {"--output", "cli.value.file", "cli.option.output"},
            {"--force", "", "cli.option.force"}}},
          runTrend},
         {{"verify", "", 0, 0, "cli.command.verify", {}}, runVerify}});
    return all;
}

}  // namespace homeward::cli
