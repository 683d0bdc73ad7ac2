#include "tests/unit/cli/command_line.h"

using namespace homeward;
using namespace homeward::test;
namespace fs = std::filesystem;

namespace {

/// A small demonstration authority with its returns, made once.
struct SmallAuthority {
    test::TemporaryFolder folder;
    fs::path authority = folder.path() / "authority";
    fs::path returns = folder.path() / "returns";
    Answer made;

    SmallAuthority()
    {
        CommandLine line;
        made = line.run({"demo", authority.string(), "--children", "60", "--households", "40",
                         "--years", "3", "--seed", "7", "--returns", returns.string(), "--json"});
    }
};

SmallAuthority& small()
{
    static SmallAuthority authority;
    return authority;
}

CommandLine inSmall()
{
    CommandLine line;
    line.variables["HOMEWARD_AUTHORITY"] = small().authority.string();
    return line;
}

/// A child of the demonstration who is in care now: its number stands in the last header file.
std::string someChild()
{
    std::istringstream lines(read(small().returns / "2025-header.csv"));
    std::string line;
    for (int i = 0; i < 4; ++i)
        std::getline(lines, line);
    return line.substr(0, line.find(','));
}

}  // namespace

TEST_CASE("[cli] demo makes an authority and says what it is")
{
    REQUIRE(small().made.exitCode == cli::kDone);
    const auto json = small().made.json();
    CHECK(json["demonstration"] == true);
    CHECK(json["children"] == 60);
    CHECK(json["today"] == "2025-11-22");
    CHECK(fs::exists(small().returns / "2023-episodes.csv"));
    CHECK(fs::exists(small().returns / "2025-header.csv"));
}

TEST_CASE("[cli] the same seed writes the same returns")
{
    test::TemporaryFolder folder;
    CommandLine line;
    const auto again = folder.path() / "again";
    const auto returns = folder.path() / "returns";
    REQUIRE(line.run({"demo", again.string(), "--children", "60", "--households", "40", "--years",
                      "3", "--seed", "7", "--returns", returns.string()})
                .exitCode == cli::kDone);
    for (const auto& entry : fs::directory_iterator(returns))
        CHECK(read(entry.path()) == read(small().returns / entry.path().filename()));
}

TEST_CASE("[cli][cancel] stopping demo leaves nothing behind")
{
    test::TemporaryFolder folder;
    CommandLine line;
    line.stop = true;
    const auto target = folder.path() / "stopped";
    CHECK(line.run({"demo", target.string(), "--children", "20", "--households", "5"}).exitCode ==
          cli::kCouldNot);
    CHECK_FALSE(fs::exists(target));
}

TEST_CASE("[cli] demo refuses a folder that holds something, and touches nothing")
{
    test::TemporaryFolder folder;
    write(folder.path() / "mine.txt", "mine");
    CommandLine line;
    const Answer answer = line.run({"demo", folder.path().string(), "--children", "5"});
    CHECK(answer.exitCode == cli::kCouldNot);
    CHECK(answer.err.find("not empty") != std::string::npos);
    CHECK(read(folder.path() / "mine.txt") == "mine");
}

TEST_CASE("[cli] importing the returns an authority wrote keeps their rows and changes nothing")
{
    CommandLine line = inSmall();
    const auto first = line.run({"import-903", small().returns.string(), "--json"}).json();
    CHECK(first["committed"] == true);
    CHECK(first["children"]["left"] == 60);
    const Answer answer = line.run({"import-903", small().returns.string(), "--json"});
    INFO(answer.out << answer.err);
    REQUIRE(answer.exitCode == cli::kDone);
    const auto json = answer.json();
    CHECK(json["committed"] == false);
    CHECK(json["rejected"] == 0);
    CHECK(json["children"]["created"] == 0);
    CHECK(json["children"]["changed"] == 0);
    CHECK(json["children"]["left"] == 60);
    CHECK(json["files"].size() == 6);
}

TEST_CASE("[cli] import-903 takes what it can, lists what it cannot, and then leaves both alone")
{
    test::TemporaryFolder folder;
    CommandLine line;
    const auto target = (folder.path() / "own").string();
    REQUIRE(line.run({"demo", target, "--children", "3", "--households", "2"}).exitCode == 0);
    const auto header = folder.path() / "2024-header.csv";
    const auto episodes = folder.path() / "2024-episodes.csv";
    write(header, "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\nX1,M,01/02/2014,WBRI,,,\r\n");
    write(episodes,
          "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_"
          "POST,URN\r\n"
          "X1,03/05/2024,S,V2,N1,U6,PR1,,X1,,ZZ1 1AA,ZZ1 2AA,\r\n"
          "X1,31/02/2025,P,V2,N1,U6,PR1,,X1,,ZZ1 1AA,ZZ1 3AA,\r\n");
    line.variables["HOMEWARD_AUTHORITY"] = target;
    const auto findings = folder.path() / "findings.csv";

    const Answer dry = line.run({"import-903", header.string(), episodes.string(), "--dry-run"});
    CHECK(dry.exitCode == cli::kNo);
    CHECK(dry.out.find("2024-episodes.csv:3 DECOM \"31/02/2025\": This is not a date.") !=
          std::string::npos);
    CHECK(dry.out.find("Nothing was written (--dry-run).") != std::string::npos);

    const Answer taken = line.run({"import-903", header.string(), episodes.string(), "--findings",
                                   findings.string(), "--json"});
    CHECK(taken.exitCode == cli::kNo);
    CHECK(taken.json()["committed"] == true);
    CHECK(taken.json()["children"]["created"] == 1);
    CHECK(read(findings).find("31/02/2025") != std::string::npos);

    const Answer again = line.run({"import-903", header.string(), episodes.string(), "--json"});
    CHECK(again.json()["committed"] == false);
    CHECK(again.json()["children"]["created"] == 0);
    CHECK(line.run({"verify"}).exitCode == cli::kDone);
}

TEST_CASE("[cli] a shortlist as JSON adds up and gives everybody else's reasons")
{
    CommandLine line = inSmall();
    const Answer answer = line.run({"shortlist", "--child", someChild(), "--json"});
    INFO(answer.err);
    REQUIRE(answer.exitCode <= cli::kNo);
    const auto json = answer.json();
    CHECK(json["policy_version"] == "1");
    CHECK(json["framework"]["key"] == "homeward-default");
    CHECK(json["child"] == someChild());
    std::size_t shares = 0;
    for (const char* list : {"candidates", "near_misses"})
        for (const auto& candidate : json[list]) {
            double sum = 0;
            for (const auto& share : candidate["contributions"]) {
                sum += share["points"].get<double>();
                ++shares;
                CHECK_FALSE(share["sentence"].get<std::string>().empty());
            }
            CHECK(std::abs(sum - candidate["score"].get<double>()) < 1e-9);
            CHECK(candidate["household"].contains("name"));
            CHECK(candidate.contains("gaps"));
        }
    CHECK(shares > 10);
    REQUIRE_FALSE(json["not_eligible"].empty());
    for (const auto& other : json["not_eligible"]) {
        REQUIRE_FALSE(other["reasons"].empty());
        CHECK(other["reasons"][0]["sentence"].get<std::string>().find("limit.") ==
              std::string::npos);
    }
    CHECK(json["households_looked_at"].get<std::size_t>() >=
          json["candidates"].size() + json["near_misses"].size() + json["not_eligible"].size());
}

TEST_CASE("[cli] a shortlist says under which search it is on record")
{
    const std::string child = someChild();
    CommandLine line = inSmall();
    const Answer json = line.run({"shortlist", "--child", child, "--json"});
    const std::string search = json.json()["search"];
    CHECK(search.size() == 36);
    const Answer again = line.run({"shortlist", "--child", child});
    CHECK(again.exitCode == json.exitCode);
    CHECK(again.out.find("On record as search " + search) != std::string::npos);
    const Answer other = line.run({"shortlist", "--child", child, "--max-miles", "3", "--json"});
    CHECK(other.exitCode <= cli::kNo);
    CHECK(other.json()["search"] != search);
}

TEST_CASE("[cli] a shortlist as text and as a page says who decides and that it is invented")
{
    CommandLine line = inSmall();
    const auto page = small().folder.path() / "shortlist.html";
    const Answer answer =
        line.run({"shortlist", "--child", someChild(), "--limit", "2", "--html", page.string()});
    REQUIRE(answer.exitCode <= cli::kNo);
    for (const std::string& text : {answer.out, read(page)}) {
        CHECK(text.find("A person decides") != std::string::npos);
        CHECK(text.find("invented") != std::string::npos);
        CHECK(text.find("Matching policy 1") != std::string::npos);
    }
}

TEST_CASE("[cli] an assessment file is completed once")
{
    CommandLine line = inSmall();
    nlohmann::json ratings = nlohmann::json::array();
    const auto trend = line.run({"trend", "--json"}).json();
    for (const auto& domain : trend["domains"])
        ratings.push_back(
            {{"domain", domain["domain"]}, {"level", 1}, {"evidence", "From a file."}});
    const auto file = small().folder.path() / "assessment.json";
    write(file, nlohmann::json{{"format", "homeward-assessment/1"},
                               {"child", someChild()},
                               {"assessedOn", "2025-11-20"},
                               {"ratings", ratings}}
                    .dump());
    const Answer first = line.run({"assess", file.string(), "--json"});
    INFO(first.err);
    REQUIRE(first.exitCode == cli::kDone);
    CHECK(first.json()["completed"] == 1);
    const Answer second = line.run({"assess", file.string(), "--json"});
    CHECK(second.json()["completed"] == 0);
    CHECK(second.json()["unchanged"] == 1);
}

TEST_CASE("[cli][errors] an assessment file that is not right is named with its place")
{
    CommandLine line = inSmall();
    const auto file = small().folder.path() / "broken.json";
    write(file, "{\"child\": }");
    const Answer broken = line.run({"assess", file.string()});
    CHECK(broken.exitCode == cli::kCouldNot);
    CHECK(broken.err.find("Line 1") != std::string::npos);
    CHECK(line.run({"assess", "/no/such/file.json"}).exitCode == cli::kCouldNot);
}

TEST_CASE("[cli] trend prints CSV with one row a domain and the total, and follows a cohort")
{
    CommandLine line = inSmall();
    const Answer all = line.run({"trend"});
    CHECK(all.exitCode == cli::kDone);
    CHECK(std::count(all.out.begin(), all.out.end(), '\n') == 16);
    CHECK(all.out.find("\nnote,") != std::string::npos);
    CHECK(all.out.rfind("domain,title,children", 0) == 0);
    const Answer one = line.run({"trend", "--domain", "learning"});
    CHECK(std::count(one.out.begin(), one.out.end(), '\n') == 5);
    CHECK(one.out.find("group: --domain learning") != std::string::npos);
    const Answer nobody = line.run({"trend", "--age-from", "25"});
    CHECK(nobody.exitCode == cli::kNo);
    const auto ever = [&](const char* sex) {
        return line.run({"trend", "--care", "ever", "--sex", sex, "--json"}).json();
    };
    const auto girls = ever("F");
    const auto boys = ever("M");
    CHECK(std::abs(girls["children"].get<int>() + boys["children"].get<int>() - 60) <= 5);
    for (const auto* group : {&girls, &boys})
        for (const char* count : {"children", "assessed", "comparable"})
            CHECK((*group)[count].get<int>() % 5 == 0);
    const auto file = small().folder.path() / "trend.csv";
    CHECK(line.run({"trend", "--output", file.string()}).out.empty());
    CHECK(read(file) == line.run({"trend"}).out);
}

TEST_CASE("[cli] two records of one child become one, and two again")
{
    const test::TemporaryFolder folder;
    fs::copy(small().authority, folder.path() / "authority", fs::copy_options::recursive);
    CommandLine line;
    line.variables["HOMEWARD_AUTHORITY"] = (folder.path() / "authority").string();
    std::istringstream lines(read(small().returns / "2025-header.csv"));
    std::string row;
    std::vector<std::string> numbers;
    while (std::getline(lines, row))
        numbers.push_back(row.substr(0, row.find(',')));
    const std::string kept = numbers.at(1);
    const std::string gone = numbers.at(2);

    const auto looked = line.run({"merge", kept, gone, "--dry-run", "--json"}).json();
    CHECK(looked["merged"] == false);
    CHECK(looked["gone"]["case_number"] == gone);
    CHECK(line.run({"merge", kept, gone, "--care", "kept"}).exitCode == cli::kCouldNot);
    const std::vector<std::string> merge{"merge", kept,       gone,        "--care",
                                         "kept",  "--reason", "One child."};
    CHECK(line.run(merge).exitCode == cli::kDone);
    CHECK(line.run(merge).err.find("not two records") != std::string::npos);
    CHECK(line.run({"verify"}).exitCode == cli::kDone);
    CHECK(line.run({"separate", gone}).exitCode == cli::kDone);
    CHECK(line.run({"separate", gone}).exitCode == cli::kNo);
    CHECK(line.run({"merge", kept, "no-such", "--reason", "x"}).exitCode == cli::kCouldNot);
}

TEST_CASE("[cli] verify finds the trail whole, and names the row once it is not")
{
    CommandLine line = inSmall();
    const Answer whole = line.run({"verify", "--json"});
    CHECK(whole.exitCode == cli::kDone);
    CHECK(whole.json()["whole"] == true);
    CHECK(whole.json()["rows"].get<int>() > 5);

    test::TemporaryFolder folder;
    fs::copy(small().authority, folder.path() / "copy", fs::copy_options::recursive);
    fs::remove(folder.path() / "copy" / "audit.head");
    line.variables["HOMEWARD_AUTHORITY"] = (folder.path() / "copy").string();
    const Answer beheaded = line.run({"verify", "--json"});
    CHECK(beheaded.exitCode == cli::kNo);
    CHECK(beheaded.json()["findings"][0]["what"] == "conflict.head-missing");
    // It stays on record, also once somebody has put a head there again.
    fs::copy(small().authority / "audit.head", folder.path() / "copy" / "audit.head");
    const Answer again = line.run({"verify", "--json"});
    CHECK(again.exitCode == cli::kNo);
    CHECK(again.json()["findings"][0]["what"] == "conflict.head-missing");
}

TEST_CASE(
    "[cli] the passphrase comes from a file, a variable or a person, and a wrong one is told apart")
{
    CommandLine line = inSmall();
    const auto right = small().folder.path() / "right";
    const auto wrong = small().folder.path() / "wrong";
    write(right, "demonstration\r\n");
    write(wrong, "demonstration \n");
    CHECK(line.run({"verify", "--passphrase-file", right.string()}).exitCode == cli::kDone);
    CHECK(line.run({"verify", "--passphrase-file", wrong.string()}).exitCode == cli::kCouldNot);
    CHECK(line.run({"verify", "--passphrase-file", "/no/such/file"}).exitCode == cli::kCouldNot);
    // As programs of other systems save it; a blank at its end is part of it, and is named.
    for (const std::string& mark : {std::string("\xef\xbb\xbf"), std::string()}) {
        std::ofstream(right, std::ios::binary) << mark << app::kDemonstrationPassphrase << "\r\n";
        CHECK(line.run({"verify", "--passphrase-file", right.string()}).exitCode == cli::kDone);
    }
    std::ofstream(right) << app::kDemonstrationPassphrase << " \n";
    const auto blank = line.run({"verify", "--passphrase-file", right.string()});
    CHECK(blank.exitCode == cli::kCouldNot);
    CHECK(blank.err.find(right.string()) != std::string::npos);
    CHECK(blank.err.find("blank") != std::string::npos);
    line.variables["HOMEWARD_PASSPHRASE_FILE"] = wrong.string();
    const Answer refused = line.run({"verify"});
    CHECK(refused.exitCode == cli::kCouldNot);
    CHECK(refused.err.find("do not belong together") != std::string::npos);
    line.variables.erase("HOMEWARD_PASSPHRASE_FILE");
    CHECK(line.run({"verify", "--account", "somebody"}).exitCode == cli::kWrongUse);
    line.typedPassphrase = "something else";
    CHECK(line.run({"verify", "--account", "somebody"}).exitCode == cli::kCouldNot);
}

TEST_CASE("[cli] words are those of the chosen language, and one that is not there is told")
{
    CommandLine line = inSmall();
    line.variables["HOMEWARD_LANGUAGE"] = "en";
    CHECK(line.run({"head"}).exitCode == cli::kDone);
    line.variables["HOMEWARD_LANGUAGE"] = "xx";
    const Answer refused = line.run({"head"});
    CHECK(refused.exitCode == cli::kWrongUse);
    CHECK(refused.err == "HOMEWARD_LANGUAGE: there is no language xx here.\n");
}

TEST_CASE("[cli] exit codes tell wrong use from what could not be done")
{
    CommandLine line = inSmall();
    CHECK(line.run({"--help"}).exitCode == cli::kDone);
    CHECK(line.run({"shortlist", "--help"}).exitCode == cli::kDone);
    CHECK(line.run({}).exitCode == cli::kWrongUse);
    CHECK(line.run({"trend", "--placement", "castle"}).exitCode == cli::kWrongUse);
    CHECK(line.run({"trend", "--domain", "castle"}).exitCode == cli::kWrongUse);
    CHECK(line.run({"demo", "x", "--children", "0"}).exitCode == cli::kWrongUse);
    const Answer noChild = line.run({"shortlist", "--child", "nobody"});
    CHECK(noChild.exitCode == cli::kCouldNot);
    CHECK(noChild.err.find("No child with the case number") != std::string::npos);
    line.variables.clear();
    CHECK(line.run({"verify"}).exitCode == cli::kWrongUse);
    CHECK(line.run({"verify", "--authority", "/no/such/folder"}).exitCode == cli::kCouldNot);
}

TEST_CASE("[cli] progress is told on standard error only when asked for")
{
    test::TemporaryFolder folder;
    CommandLine line;
    const Answer quiet =
        line.run({"demo", (folder.path() / "a").string(), "--children", "5", "--households", "2"});
    CHECK(quiet.err.empty());
    const Answer told = line.run({"demo", (folder.path() / "b").string(), "--children", "5",
                                  "--households", "2", "--progress"});
    CHECK(told.err.find("100 %") != std::string::npos);
    CHECK(told.out == std::string(quiet.out).replace(quiet.out.find("/a\n"), 3, "/b\n"));
}

TEST_CASE("[cli] nothing is made where it cannot be safe, and it is said why and what to do")
{
    const test::TemporaryFolder folder;
    CommandLine line;
    const auto target = folder.path() / "OneDrive - Testshire" / "demonstration";
    const Answer answer = line.run({"demo", target.string(), "--children", "5"});
    CHECK(answer.exitCode == cli::kCouldNot);
    CHECK(answer.err.find("OneDrive") != std::string::npos);
    CHECK(answer.err.find("Choose a folder on a disk of this computer") != std::string::npos);
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("[cli] a path that is relative, gone or too long opens, or says the true cause")
{
    const auto here = fs::current_path();
    CommandLine line;
    fs::current_path(small().authority.parent_path());
    line.variables["HOMEWARD_AUTHORITY"] = small().authority.filename().string();
    CHECK(line.run({"shortlist", "--child", someChild()}).exitCode == cli::kDone);
    fs::current_path(here);
    line.variables["HOMEWARD_AUTHORITY"] = (small().folder.path() / "gone").string();
    CHECK(line.run({"verify"}).err.find("is not there") != std::string::npos);
    line.variables["HOMEWARD_AUTHORITY"] = "/" + std::string(300, 'x');
    CHECK(line.run({"verify"}).err.find("longer than") != std::string::npos);
}
