#include <QAbstractItemModelTester>
#include <set>

#include "tests/ui/support/ui_harness.h"
#include "ui/admin/accounts/account_table_model.h"
#include "ui/shared/fields/passphrase_fields.h"
#include "ui/admin/frameworks/framework_comparison_model.h"
#include "ui/admin/frameworks/framework_problem_model.h"
#include "ui/admin/frameworks/framework_table_model.h"
#include "ui/admin/imports/finding_table_model.h"
#include "ui/admin/imports/finding_text.h"
#include "ui/admin/imports/import_file_model.h"
#include "ui/admin/trail/audit_table_model.h"
#include "ui/admin/trail/audit_words.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/history/history_words.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

using Tester = QAbstractItemModelTester;
constexpr auto kFatal = Tester::FailureReportingMode::Fatal;

Finding finding(const char* reason, bool rejected = true,
                std::map<std::string, std::string> facts = {})
{
    return {rejected ? Severity::Rejected : Severity::Warning,
            "2024-episodes.csv",
            7,
            "DECOM",
            "31/02/2024",
            reason,
            std::move(facts)};
}

NeedsFramework twoDomains()
{
    NeedsFramework made;
    made.outcomes = {{"safe", "Be Safe"}};
    made.domains.push_back({"keeping-safe", "safe", "Keeping safe", "At home.", 1.0, {}, {}});
    made.domains.push_back({"behaviour", "safe", "Behaviour", "With others.", 1.0, {}, {}});
    return made;
}

}  // namespace

TEST_CASE("models of the admin page keep the contract when rows are replaced", "[ui-model]")
{
    AccountTableModel accounts;
    FrameworkTableModel frameworks;
    ImportFileModel files;
    FindingTableModel findings;
    AuditTableModel audit;
    FrameworkComparisonModel differences;
    FrameworkProblemModel problems;
    const Tester testers[] = {{&accounts, kFatal}, {&frameworks, kFatal}, {&files, kFatal},
                              {&findings, kFatal}, {&audit, kFatal},      {&differences, kFatal},
                              {&problems, kFatal}};
    for (int round = 0; round < 2; ++round) {
        accounts.setAccounts({{{"a"}, "a.okafor", "A. Okafor", Role::Manager, true, 1},
                              {{"b"}, "b.nowak", "B. Nowak", Role::SocialWorker, false, 1}},
                             {"a"});
        frameworks.setRows({{{"f"}, "Title", "key", "1.0", 12, {}, "A. Okafor", true, 3}});
        files.setRows({{"2024-header.csv", true, 2024, 3, 1, 1, 1, 0}});
        findings.setRows({finding("finding.bad-date")});
        audit.setRows({{1, {}, "admin", "A. Okafor", "add-account", "account", "x", {}, {}}});
        differences.setRows(differencesOf(twoDomains(), {}));
        problems.setRows(problemsOf(invalidInput("document", "invalid-document")));
    }
    CHECK(accounts.rowCount() == 2);
    CHECK(accounts.index(0, AccountTableModel::PersonColumn).data().toString() ==
          QStringLiteral("A. Okafor (you)"));
    CHECK(files.index(0, ImportFileModel::YearColumn).data().toString() ==
          QStringLiteral("2024/25"));
}

TEST_CASE("a reason without words of its own is still named", "[ui-model]")
{
    CHECK(findingText(finding("finding.from-tomorrow")).contains(QLatin1String("from-tomorrow")));
}

TEST_CASE("words of a finding use its facts", "[ui-model]")
{
    CHECK(
        findingText(finding("finding.field-count", true, {{"expected", "13"}, {"found", "12"}})) ==
        QStringLiteral("The row has 12 fields where the first line has 13."));
    CHECK(findingText(
              finding("finding.code-not-in-year", true,
                      {{"field", "PLACE"}, {"year", "2024-25"}, {"validTo", "2015-03-31"}})) ==
          QStringLiteral("This code was used until 31 March 2015, not in the year 2024/25."));
    CHECK(findingText(finding("finding.required")) ==
          QStringLiteral("DECOM is empty and has to be filled in."));
}

TEST_CASE("findings are filtered by result and by words", "[ui-model]")
{
    FindingTableModel model;
    model.setRows({finding("finding.bad-date"), finding("finding.orphan-episode"),
                   finding("finding.duplicate-row", false, {{"firstLine", "3"}})});
    CHECK(model.rejectedCount() == 2);
    model.setShow(FindingTableModel::Show::Warnings);
    CHECK(model.rowCount() == 1);
    model.setShow(FindingTableModel::Show::Rejected);
    CHECK(model.rowCount() == 2);
    model.setSearch(QStringLiteral(" not a date "));
    CHECK(model.rowCount() == 1);
}

TEST_CASE("two versions differ by added and removed domains and changed texts", "[ui-model]")
{
    NeedsFramework before = twoDomains();
    NeedsFramework after = twoDomains();
    after.domains[0].need[2] = "Most weeks.";
    after.domains[1].key = "belonging";
    after.domains[1].title = "Belonging";
    const auto rows = differencesOf(before, after);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].kind == FrameworkDifference::Kind::Added);
    CHECK(rows[0].domain == QStringLiteral("Belonging"));
    CHECK(rows[1].kind == FrameworkDifference::Kind::Removed);
    CHECK(rows[2].where == QStringLiteral("need level 2"));
    CHECK(rows[2].after == QStringLiteral("Most weeks."));
}

TEST_CASE("faults of a framework file are told with path, or line and column", "[ui-model]")
{
    const auto schema = problemsOf(
        invalidInput("document", "invalid-document",
                     {{"path", "/domains/3/need"},
                      {"problems", "/domains/3/need: list-too-short 5\n/: missing title"}}));
    REQUIRE(schema.size() == 2);
    CHECK(schema[0].where == QStringLiteral("/domains/3/need"));
    CHECK(schema[0].what == QStringLiteral("This list has too few entries; it needs 5."));
    CHECK(schema[1].where == QStringLiteral("the whole file"));
    CHECK(schema[1].what == QStringLiteral("“title” is missing here."));

    const auto syntax =
        problemsOf(invalidInput("document", "not-json", {{"line", "12"}, {"column", "5"}}));
    REQUIRE(syntax.size() == 1);
    CHECK(syntax[0].where == QStringLiteral("line 12, column 5"));
    CHECK(syntax[0].what.contains(QStringLiteral("not valid JSON")));

    const auto twice = problemsOf(invalidInput("document", "duplicate-key",
                                               {{"line", "3"}, {"column", "2"}, {"key", "title"}}));
    REQUIRE(twice.size() == 1);
    CHECK(twice[0].where == QStringLiteral("line 3, column 2"));
    CHECK(twice[0].what.contains(QStringLiteral("twice")));

    const auto many = problemsOf(invalidInput(
        "document", "invalid-document",
        {{"path", "/title"}, {"problems", "/title: text-too-long 200"}, {"more", "7900"}}));
    REQUIRE(many.size() == 2);
    CHECK(many[1].what == QStringLiteral("And 7900 more."));
}

TEST_CASE("the verdict says whole with its counts, or names what was found", "[ui-model]")
{
    app::VerifyReport report;
    report.rows = 5132;
    report.records = 12;
    CHECK(verdictWords(report).whole);
    CHECK(verdictWords(report).text.startsWith(
        QStringLiteral("5,132 rows of the audit trail and 12 records were checked")));
    report.findings.push_back({"trail.clock", {{"sequence", "4711"}}, true});
    CHECK(verdictWords(report).whole);
    CHECK(verdictWords(report).text.contains(QLatin1String("4711")));
    report.findings.push_back({"trail.removed", {{"sequence", "815"}}, false});
    CHECK_FALSE(verdictWords(report).whole);
    CHECK(verdictWords(report).text.contains(QLatin1String("Row 815")));
}

TEST_CASE("a row of the audit trail tells what changed from what", "[ui-model]")
{
    app::AuditRow row;
    row.useCase = "change-account";
    row.before = {{"role", "social-worker"}};
    row.after = {{"role", "manager"}};
    CHECK(changedFieldsText(row, QStringLiteral(" · ")) ==
          QStringLiteral("Role: Social worker → Manager"));
    CHECK(useCaseText(row.useCase) == QStringLiteral("Changed an account"));
}

TEST_CASE("a passphrase is told what it lacks", "[ui-model]")
{
    const auto lacks = [](const char* first, const char* second) {
        return passphraseProblem(Secret(std::string_view(first)), Secret(std::string_view(second)),
                                 {"a.okafor.long", "A. Okafor", "Testshire"});
    };
    CHECK(lacks("short", "").startsWith(QStringLiteral("5 of at least 12")));
    CHECK(lacks("aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa").contains(QLatin1String("over and over")));
    CHECK(lacks("a.okafor.long", "a.okafor.long").contains(QLatin1String("own names")));
    CHECK(lacks("three unrelated words", "three unrelated word")
              .contains(QLatin1String("not the same")));
    CHECK(lacks("three unrelated words", "three unrelated words").isEmpty());
}
