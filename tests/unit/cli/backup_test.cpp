#include "tests/unit/cli/command_line.h"

using namespace homeward;
using namespace homeward::test;
namespace fs = std::filesystem;

namespace {

/// An authority of three children that a test may change, and a folder for backups.
struct OwnAuthority {
    test::TemporaryFolder folder;
    fs::path authority = folder.path() / "own";
    fs::path place = folder.path() / "second place";
    CommandLine line;

    OwnAuthority()
    {
        fs::create_directories(place);
        REQUIRE(line.run({"demo", authority.string(), "--children", "3", "--households", "2"})
                    .exitCode == cli::kDone);
        line.variables["HOMEWARD_AUTHORITY"] = authority.string();
    }
    fs::path backUp()
    {
        const Answer made = line.run({"backup", place.string(), "--json"});
        INFO(made.err);
        REQUIRE(made.exitCode == cli::kDone);
        return made.json()["file"].get<std::string>();
    }
};

}  // namespace

TEST_CASE("[cli][backup] a backup is made, listed, checked and restored by one command")
{
    OwnAuthority own;
    const fs::path file = own.backUp();
    const Answer listed = own.line.run({"backups", own.place.string(), "--check"});
    CHECK(listed.exitCode == cli::kDone);
    CHECK(listed.out.find(file.filename().string()) != std::string::npos);
    CHECK(listed.out.find("Every byte was checked. Whole backups: 1.") != std::string::npos);

    CommandLine elsewhere;  // nothing but the file
    const fs::path target = own.folder.path() / "new machine" / "authority";
    const Answer restored = elsewhere.run({"restore", file.string(), target.string()});
    INFO(restored.err);
    REQUIRE(restored.exitCode == cli::kDone);
    CHECK(restored.out.find("Restored to " + target.string()) != std::string::npos);
    elsewhere.variables["HOMEWARD_AUTHORITY"] = target.string();
    CHECK(elsewhere.run({"verify"}).exitCode == cli::kDone);
    const auto trend = [](CommandLine& line) { return line.run({"trend", "--json"}).out; };
    CHECK(trend(elsewhere) == trend(own.line));
}

TEST_CASE("[cli][backup][cancel] a backup that is stopped leaves nothing")
{
    OwnAuthority own;
    own.line.stop = true;
    CHECK(own.line.run({"backup", own.place.string()}).exitCode == cli::kCouldNot);
    CHECK(fs::is_empty(own.place));
}

TEST_CASE("[cli][backup] a damaged backup is named, not restored, and found by a check")
{
    OwnAuthority own;
    const fs::path file = own.backUp();
    std::string bytes = read(file);
    bytes[bytes.size() - 5'000] = static_cast<char>(bytes[bytes.size() - 5'000] ^ 1);
    write(file, bytes);
    const Answer checked = own.line.run({"backups", own.place.string(), "--check", "--json"});
    CHECK(checked.exitCode == cli::kNo);
    CHECK(checked.json()["backups"][0]["problem"] == "damaged-backup");
    const fs::path target = own.folder.path() / "restored";
    const Answer restored = own.line.run({"restore", file.string(), target.string()});
    CHECK(restored.exitCode == cli::kCouldNot);
    CHECK(restored.err.find("This backup is damaged") != std::string::npos);
    CHECK_FALSE(fs::exists(target));
    CHECK(own.line.run({"backups", own.folder.path().string()}).exitCode == cli::kNo);
    CHECK(own.line.run({"backups", "/no/such/folder"}).exitCode == cli::kCouldNot);
}

TEST_CASE("[cli][backup] restore compares with the present authority and takes its place")
{
    OwnAuthority own;
    const fs::path file = own.backUp();
    const fs::path target = own.folder.path() / "restored";
    CHECK(own.line.run({"restore", file.string(), target.string(), "--replace"}).exitCode ==
          cli::kWrongUse);
    const Answer compared = own.line.run(
        {"restore", file.string(), target.string(), "--compare", own.authority.string(), "--json"});
    INFO(compared.err);
    REQUIRE(compared.exitCode == cli::kDone);
    CHECK(compared.json()["comparison"]["present_continues"] == true);
    CHECK(compared.json()["comparison"]["rows_since"] == 0);
    CHECK(compared.json()["comparison"]["records"]["child"]["present"] == 3);
    CHECK(compared.json()["replaced_kept_as"].is_null());

    fs::remove_all(target);
    const Answer replaced = own.line.run({"restore", file.string(), target.string(), "--compare",
                                          own.authority.string(), "--replace"});
    REQUIRE(replaced.exitCode == cli::kDone);
    CHECK(replaced.out.find("to go back, rename the two folders") != std::string::npos);
    CHECK_FALSE(fs::exists(target));
    CHECK(own.line.run({"verify"}).exitCode == cli::kDone);
    int kept = 0;
    for (const auto& entry : fs::directory_iterator(own.folder.path()))
        kept += entry.path().filename().string().starts_with("own-replaced-") ? 1 : 0;
    CHECK(kept == 1);
}

TEST_CASE(
    "[cli][backup] an authority that cannot be opened any more is replaced all the same, "
    "another one is not")
{
    OwnAuthority own;
    OwnAuthority other;
    const fs::path file = own.backUp();
    const fs::path target = own.folder.path() / "restored";
    CHECK(own.line
              .run({"restore", file.string(), target.string(), "--compare",
                    other.authority.string(), "--replace"})
              .exitCode == cli::kCouldNot);
    CHECK(fs::exists(target));
    fs::remove_all(target);
    write(own.authority / "authority.homeward", "broken");
    CHECK(own.line.run({"verify"}).exitCode == cli::kCouldNot);
    CHECK(own.line
              .run({"restore", file.string(), target.string(), "--compare", own.authority.string(),
                    "--replace"})
              .exitCode == cli::kDone);
    CHECK(own.line.run({"verify"}).exitCode == cli::kDone);
}

TEST_CASE("[cli][backup] without a place backup says so; a wrong passphrase restores nothing")
{
    OwnAuthority own;
    const Answer nowhere = own.line.run({"backup"});
    CHECK(nowhere.exitCode == cli::kWrongUse);
    CHECK(nowhere.err.find("No folder was chosen") != std::string::npos);
    CHECK(own.line.run({"backup", (own.folder.path() / "no" / "such").string()}).exitCode ==
          cli::kCouldNot);
    const fs::path file = own.backUp();
    const Answer twice = own.line.run({"backup", file.string()});
    CHECK(twice.exitCode == cli::kCouldNot);
    CHECK(twice.err.find("was left as it is") != std::string::npos);
    CHECK(twice.err.find("--force") == std::string::npos);
    const auto wrong = own.folder.path() / "wrong";
    write(wrong, "not this one\n");
    const Answer refused =
        own.line.run({"restore", file.string(), (own.folder.path() / "r").string(),
                      "--passphrase-file", wrong.string()});
    CHECK(refused.exitCode == cli::kCouldNot);
    CHECK_FALSE(fs::exists(own.folder.path() / "r"));
    CHECK(own.line.run({"restore", file.string()}).exitCode == cli::kWrongUse);
    const Answer letter =
        own.line.run({"restore", wrong.string(), (own.folder.path() / "r").string()});
    CHECK(letter.exitCode == cli::kCouldNot);
    CHECK(letter.err == "This backup cannot be used. " + wrong.string() +
                            ": This is not a backup made by Homeward. Nothing was taken from it. "
                            "Try another backup.\n");
}

TEST_CASE("[cli][head] the end of the trail is one line, and shows later that it is still there")
{
    OwnAuthority own;
    const Answer printed = own.line.run({"head"});
    REQUIRE(printed.exitCode == cli::kDone);
    CHECK(std::count(printed.out.begin(), printed.out.end(), '\n') == 1);
    CHECK(std::count(printed.out.begin(), printed.out.end(), ':') == 2);
    const auto kept = own.folder.path() / "mail.txt";
    write(kept, "Dear both,\nthe end of today:\n" + printed.out + "Yours");
    own.backUp();  // one row more
    const Answer there = own.line.run({"head", "--compare", kept.string(), "--json"});
    CHECK(there.exitCode == cli::kDone);
    CHECK(there.json()["verdict"] == "contained");
    CHECK(there.json()["rows_since"].get<int>() >= 1);
    const std::string line = printed.out.substr(0, printed.out.size() - 1);
    CHECK(own.line.run({"head", "--compare", line}).exitCode == cli::kDone);

    const std::string beyond = "9999" + line.substr(line.find(':'), 65);
    const Answer missing = own.line.run({"head", "--compare", beyond});
    CHECK(missing.exitCode == cli::kNo);
    CHECK(missing.out.find("does not hold row 9999") != std::string::npos);
    std::string forged = line;
    forged.back() = forged.back() == '0' ? '1' : '0';
    CHECK(own.line.run({"head", "--compare", forged}).exitCode == cli::kNo);
    CHECK(own.line.run({"head", "--compare", "/no/such/file"}).exitCode == cli::kWrongUse);
}
