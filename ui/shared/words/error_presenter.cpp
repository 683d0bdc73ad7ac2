#include "ui/shared/words/error_presenter.h"

#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

/// Whether what was being saved stands on the page all the same.
bool leavesEntries(ErrorCode code)
{
    switch (code) {
        case ErrorCode::EditConflict:
        case ErrorCode::StoreLocked:
        case ErrorCode::StoreReplaced:
        case ErrorCode::TrailContradiction:
        case ErrorCode::StorageFull:
        case ErrorCode::StorageFailed:
            return true;
        default:
            return false;
    }
}

UserMessage inWindow(const documents::Message& words)
{
    return {text(words.title), text(words.text), text(words.next)};
}

}  // namespace

UserMessage messageFor(const Error& error)
{
    UserMessage message = inWindow(catalogue().message(error));
    if (leavesEntries(error.code))
        message.text += u' ' + sentence("error.on-screen");
    if (const auto rescued = error.facts.find("rescued");
        rescued != error.facts.end() && !rescued->second.empty())
        message.text += u' ' + sentence("error.rescued");
    return message;
}

UserMessage conflictMessage(const std::string& kind)
{
    const std::string key = "conflict." + kind;
    return {sentence(key + ".title"), sentence(key), sentence(key + ".next")};
}

QString ruleText(const Error& error)
{
    return text(catalogue().rule(error));
}

bool showBrokenRules(
    const Error& error,
    const std::function<bool(const std::string& field, const QString& sentence)>& show)
{
    bool all = true;
    const auto one = [&](const Error& broken) {
        const auto field = broken.facts.find("field");
        all = broken.code == ErrorCode::InvalidInput && field != broken.facts.end() &&
              show(field->second, ruleText(broken)) && all;
    };
    for (auto broken = error.more.rbegin(); broken != error.more.rend(); ++broken)
        one(*broken);
    one(error);
    return all;
}

}  // namespace homeward::ui
