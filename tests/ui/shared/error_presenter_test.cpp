#include <QJsonDocument>
#include <QJsonObject>
#include <set>

#include "support/files/resource.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;

namespace {

QString allWords(const UserMessage& message)
{
    return message.title + u' ' + message.text + u' ' + message.nextStep;
}

}  // namespace

TEST_CASE("every error code has a title and words, and never shows the detail", "[ui-errors]")
{
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        const Error error{static_cast<ErrorCode>(code), "select 1 from child 0190-abc", {}};
        CAPTURE(toKey(error.code));
        const UserMessage message = messageFor(error);
        CHECK_FALSE(message.title.isEmpty());
        CHECK_FALSE(message.text.isEmpty());
        CHECK_FALSE(allWords(message).contains(QStringLiteral("select")));
        CHECK_FALSE(allWords(message).contains(QStringLiteral("0190")));
        CHECK_FALSE(allWords(message).contains(QStringLiteral("rror")));
        CHECK_FALSE(allWords(message).contains(text(toKey(error.code))));
        CHECK(message.nextStep.isEmpty() == (error.code == ErrorCode::Cancelled));
    }
}

TEST_CASE("every rule and field that the core names has words of its own", "[ui-errors]")
{
    const auto catalogue = resource("resources/messages/en.json");
    REQUIRE(catalogue);
    const QJsonObject keys =
        QJsonDocument::fromJson(
            QByteArray(catalogue->data(), static_cast<qsizetype>(catalogue->size())))
            .object();
    const QString unknown = ruleText(invalidInput("name", "no-such-rule"));
    int rules = 0;
    for (const QString& key : keys.keys()) {
        CAPTURE(key);
        if (key == QStringLiteral("rule.other"))
            continue;
        if (key.startsWith(QStringLiteral("rule."))) {
            CHECK(ruleText(invalidInput("name", utf8(key.mid(5)))) != unknown);
            ++rules;
        } else if (key.startsWith(QStringLiteral("field."))) {
            CHECK(messageFor(invalidInput(utf8(key.mid(6)), "required"))
                      .text.contains(QStringLiteral(": ")));
        }
    }
    CHECK(rules > 20);
}

TEST_CASE("a broken rule names the field in words", "[ui-errors]")
{
    const UserMessage message = messageFor(invalidInput("birthDate", "in-future"));
    CHECK(message.text == QStringLiteral("Date of birth: This date is in the future."));
}

TEST_CASE("facts of an error are shown", "[ui-errors]")
{
    CHECK(messageFor({ErrorCode::NotPermitted, {}, {{"right", "edit-homes"}}})
              .text.contains(QStringLiteral("change carers' records")));
    CHECK(messageFor({ErrorCode::FileUnreadable, {}, {{"file", "2025-header.csv"}}})
              .text.contains(QStringLiteral("2025-header.csv")));
}

TEST_CASE("where records are only read the reason and the way are said", "[ui-errors][place]")
{
    std::map<std::string, std::string> facts{{"why", "network"}, {"where", "SMB"}};
    const QString opened = allWords(messageFor({ErrorCode::ReadOnly, {}, facts}));
    CHECK(opened.contains(QStringLiteral("network share (SMB)")));
    CHECK(opened.contains(QStringLiteral("write-ahead log")));
    CHECK(opened.contains(QStringLiteral("lose each other")));
    CHECK(opened.contains(QStringLiteral("server")));
    facts["creating"] = "yes";
    const QString created = allWords(messageFor({ErrorCode::ReadOnly, {}, facts}));
    CHECK(created.contains(QStringLiteral("Choose a folder on a disk of this computer")));
    CHECK(created != opened);
    facts = {{"why", "synchronised"}, {"where", "OneDrive"}};
    CHECK(allWords(messageFor({ErrorCode::ReadOnly, {}, facts}))
              .contains(QStringLiteral("OneDrive")));
    CHECK(allWords(messageFor({ErrorCode::ReadOnly, {}, {{"why", "permissions"}}}))
              .contains(QStringLiteral("right to write")));
}

TEST_CASE("every cause of a refused folder has its words, for opening, saving and making",
          "[ui-errors][place]")
{
    const QString general = messageFor({ErrorCode::StorageFailed, {}, {}}).text;
    const QString unknown = ruleText(invalidInput("folder", "no-such-rule"));
    for (const char* cause :
         {"no-permission", "read-only-disk", "name-too-long", "gone", "not-a-folder", "is-a-folder",
          "link-loop", "disk-fault", "too-many-files", "in-use"}) {
        CAPTURE(cause);
        CHECK(messageFor({ErrorCode::StorageFailed, {}, {{"cause", cause}}}).text != general);
        CHECK(ruleText(invalidInput("folder", cause)) != unknown);
        CHECK(messageFor({ErrorCode::AuthorityMissing, {}, {{"cause", cause}, {"folder", "/x"}}})
                  .text.contains(QStringLiteral("/x")));
    }
    std::set<QString> titles;
    for (const char* why : {"gone", "unfinished", "being-made", ""})
        titles.insert(
            messageFor({ErrorCode::AuthorityMissing, {}, {{"why", why}, {"folder", "/x"}}}).title);
    CHECK(titles.size() == 4);
}
