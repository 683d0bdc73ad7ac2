#include "ui/shared/error_presenter.h"

#include <QCoreApplication>
#include <algorithm>
#include <string_view>
#include <utility>

#include "ui/shared/format.h"
#include "ui/shared/trail_words.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::ErrorPresenter)
};

struct KeyedText {
    std::string_view key;
    const char* text;
};

// clang-format off
const KeyedText kRules[] = {
    {"required", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This is needed and cannot be left empty.")},
    {"out-of-range", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This number is outside what is possible here.")},
    {"in-future", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This date is in the future.")},
    {"implausible", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This date cannot be right: it is too long ago.")},
    {"not-a-location", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This is not a place we can read. Give an easting and northing, a grid reference such as SE 532 891, or latitude and longitude.")},
    {"not-a-date", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This is not a date. Write the day, month and year, for example 31/03/2026.")},
    {"not-a-number", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This is not a number.")},
    {"too-many", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "There are more entries than allowed here.")},
    {"too-short", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This is too short.")},
    {"duplicate", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This is here twice.")},
    {"unknown-domain", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This domain is not part of the needs framework in use.")},
    {"unknown-outcome", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This outcome is not part of the framework.")},
    {"unknown-child", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "No child with this case number is in the authority.")},
    {"unknown-code", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This code is not on the list.")},
    {"level-missing", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Choose a level, or record that it is not known yet.")},
    {"not-confirmed", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This rating was carried over. Confirm it or change it.")},
    {"evidence-missing", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Say what this looks like from day to day, or why the level is not known.")},
    {"date-in-future", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The date of the assessment is in the future.")},
    {"date-before-birth", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The date of the assessment is before the child was born.")},
    {"ends-before-start", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The end is before the start.")},
    {"overlaps", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This overlaps with another entry.")},
    {"not-empty", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This folder is not empty. Choose an empty folder or a new name.")},
    {"being-made", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Another program is making an authority in this folder just now.")},
    {"already-exists", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This is already in use. Choose another.")},
    {"bad-name", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Use lower case letters, digits, full stops and hyphens only, for example a.okafor.")},
    {"weak-passphrase", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Use 12 characters or more; three unrelated words work well.")},
    {"last-administrator", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This is the last administrator. Make somebody else an administrator first.")},
    {"own-account", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "You cannot remove the account you are signed in with. Ask another administrator.")},
    {"no-vacancy", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This household has no free place on that day. Look at the shortlist again.")},
    {"not-eligible", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This household cannot be chosen as things are. Look at the reasons in the shortlist.")},
    {"no-framework", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "There is no needs framework yet. Load one first.")},
    {"not-an-authority", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This folder does not hold an authority.")},
    {"schema", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The file does not have the form that is expected.")},
    {"syntax", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The file is not valid JSON.")},
    {"not-utf8", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The file is not written in UTF-8. Save it as UTF-8 and try again.")},
    {"line-too-long", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "A line of the file is too long to be read.")},
    {"unclosed-quote", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "A quotation mark in the file is never closed.")},
    {"wrong-header", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The first line of the table does not have the columns that are expected.")},
    {"wrong-count", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "A line of the table does not have the number of columns that is expected.")},
    {"one-per-domain", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "There has to be exactly one rating for each domain of the needs framework.")},
    {"not-json", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The file is not valid JSON.")},
    {"invalid-document", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The file does not have the form that is expected.")},
    {"duplicate-key", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The same name stands twice in the file.")},
    {"too-deep", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The file has lists within lists far deeper than anything of its kind.")},
    {"too-many-values", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The file has far more entries than anything of its kind.")},
    {"text-too-long", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "A text in the file is longer than anything of its kind.")},
    {"number-too-large", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "A number in the file is none that can be kept.")},
    {"nul-in-text", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "A text in the file holds a character that is none.")},
    {"too-large", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The file is larger than anything of its kind.")},
    {"too-many-columns", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "A line of the file has far more columns than a return.")},
    {"lives-there", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The child lives in this household already.")},
    {"authority-file", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This is part of an authority, and nothing is written over or into one. Choose another folder.")},
    {"is-a-folder", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This is a folder. Give the name of a file.")},
    {"not-a-file", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This is not a file that can be written to. Choose another name.")},
    {"not-a-backup", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This is not a backup made by Homeward.")},
    {"damaged-backup", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This backup is damaged, or was not made by this authority: it is not as Homeward wrote it.")},
    {"folder-missing", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This folder is not there. Is the disk connected?")},
    {"not-writable", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Nothing can be written to this folder.")},
    {"other-authority", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "These are two different authorities; the one does not take the place of the other.")},
    {"other-disk", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Both folders have to be on the same disk. Restore into a folder beside the present one.")},
    {"too-new", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "This file was written for a newer Homeward.")},
};

/// What the system said, and what to do about it.
struct Cause {
    std::string_view key;
    const char* what;
    const char* toDo;
};

const Cause kCauses[] = {
    {"no-permission", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The account you use on this computer has no right to this folder."), QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Ask whoever looks after the computer for the right to read and write there.")},
    {"read-only-disk", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The disk is set to be read only."), QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Have that changed, or choose a folder on another disk.")},
    {"name-too-long", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The name, or the whole path, is longer than this computer allows."), QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Choose a shorter one.")},
    {"gone", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The folder or its disk is not there, or not any more."), QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Connect the disk again, or choose another folder.")},
    {"not-a-folder", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "A part of the path is a file, not a folder."), QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Choose another folder.")},
    {"is-a-folder", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "There is a folder of this name."), QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Choose another name.")},
    {"link-loop", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Links on the way to this folder lead in a circle."), QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Choose the folder itself.")},
    {"disk-fault", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "The disk reports a fault."), QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Copy what can be read to another disk, and have this one checked.")},
    {"too-many-files", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Too many files are open on this computer."), QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Close other programs and try again.")},
    {"in-use", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Another program holds it."), QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "Close that program, or wait, and try again.")},
};

const KeyedText kFields[] = {
    {"name", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "name")},
    {"reference", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "reference number")},
    {"places", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "number of places")},
    {"youngestYears", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "youngest age")},
    {"oldestYears", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "oldest age")},
    {"carers", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "carers")},
    {"caseNumber", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "case number")},
    {"birthDate", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "date of birth")},
    {"location", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "place on the map")},
    {"familyLocation", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "where the family lives")},
    {"schoolLocation", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "where the school is")},
    {"personName", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "person's name")},
    {"accountName", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "account name")},
    {"passphrase", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "passphrase")},
    {"folder", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "folder")},
    {"file", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "file")},
    {"version", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "version")},
    {"reason", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "reason")},
    {"waiverReason", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "reason for going beyond the limit")},
    {"home", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "household")},
    {"endsOn", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "end date")},
    {"startsOn", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "start date")},
    {"assessedOn", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "date of the assessment")},
    {"weeklyCostPence", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "weekly cost")},
    {"child", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "child")},
    {"path", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "place in the file")},
    {"needs", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "needs")},
    {"skills", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "skills")},
    {"domains", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "domains")},
    {"document", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "the file")},
    {"changeReason", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "reason for the change")},
    {"account", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "account")},
    {"role", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "role")},
    {"provider", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "provider")},
    {"on", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "day a home is needed")},
    {"recordedOn", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "date of the record")},
    {"children", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "number of children")},
    {"households", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "number of households")},
    {"years", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "number of years")},
    {"today", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "last day of the history")},
    {"weeklyCost", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "weekly cost")},
    {"framework", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "needs framework")},
};

const KeyedText kRights[] = {
    {"read-records", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "read records")},
    {"edit-children", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "change children's records")},
    {"assess-needs", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "assess needs")},
    {"edit-homes", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "change carers' records")},
    {"decide-placements", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "decide on placements")},
    {"import-returns", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "import returns")},
    {"manage-accounts", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "manage accounts")},
    {"manage-frameworks", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "manage needs frameworks")},
    {"verify-audit", QT_TRANSLATE_NOOP("homeward::ui::ErrorPresenter", "check the audit trail")},
};
// clang-format on

template <std::size_t N>
QString textOf(const KeyedText (&table)[N], std::string_view key)
{
    const auto* found = std::find_if(std::begin(table), std::end(table),
                                     [&](const KeyedText& entry) { return entry.key == key; });
    return found == std::end(table) ? QString() : Words::tr(found->text);
}

std::string_view factKey(const Error& error, const char* name)
{
    const auto found = error.facts.find(name);
    return found == error.facts.end() ? std::string_view() : std::string_view(found->second);
}

QString fact(const Error& error, const char* name)
{
    return text(factKey(error, name));
}

/// Null: the system did not say, or nothing a person could use.
const Cause* causeOf(std::string_view key)
{
    const auto* found = std::find_if(std::begin(kCauses), std::end(kCauses),
                                     [&](const Cause& cause) { return cause.key == key; });
    return found == std::end(kCauses) ? nullptr : found;
}

QString notFoundText(const Error& error)
{
    if (!fact(error, "child").isEmpty())
        return Words::tr("No child with the case number %1 is in this authority.")
            .arg(fact(error, "child"));
    return Words::tr("It may have been removed or moved since this page was opened.");
}

QString invalidInputText(const Error& error)
{
    QString sentence = ruleText(error);
    if (const QString path = fact(error, "path"); !path.isEmpty())
        sentence += u' ' + Words::tr("First place to look: %1.").arg(path);
    if (const QString line = fact(error, "line"); !line.isEmpty())
        sentence += u' ' + Words::tr("Line %1.").arg(line);
    if (const QString problems = fact(error, "problems"); !problems.isEmpty())
        sentence += u' ' + problems;
    if (const QString more = fact(error, "more"); !more.isEmpty())
        sentence += u' ' + Words::tr("And %1 more.").arg(more);
    const QString field = fieldText(factKey(error, "field"));
    if (field.isEmpty())
        return sentence;
    return Words::tr("%1: %2").arg(field.left(1).toUpper() + field.mid(1), sentence);
}

UserMessage notPermitted(const Error& error)
{
    const QString right = textOf(kRights, factKey(error, "right"));
    return {Words::tr("Your role does not include this"),
            right.isEmpty()
                ? Words::tr("Nothing was changed.")
                : Words::tr("It needs the right to %1. Nothing was changed.").arg(right),
            Words::tr("Ask an administrator if your role should allow it.")};
}

UserMessage unreadableFile(const Error& error)
{
    const QString file = fact(error, "file");
    if (factKey(error, "rule") == "too-large")
        return {Words::tr("This file is too large"),
                Words::tr("%1 is larger than anything of its kind. Nothing was taken from it.")
                    .arg(file),
                Words::tr("Check that it is the right file.")};
    if (factKey(error, "rule") == "not-a-backup" || factKey(error, "rule") == "damaged-backup")
        return {Words::tr("This backup cannot be used"),
                Words::tr("%1: %2 Nothing was taken from it.").arg(file, ruleText(error)),
                Words::tr("Try another backup.")};
    return {
        Words::tr("A file could not be read"),
        file.isEmpty() ? Words::tr("Nothing was taken from it.")
                       : Words::tr("%1 could not be opened. Nothing was taken from it.").arg(file),
        Words::tr(
            "Check that it is there, that you may open it, and that no other program holds it.")};
}

/// Where the words went instead, if they did.
QString rescuedText(const Error& error)
{
    return fact(error, "rescued").isEmpty()
               ? QString()
               : u' ' +
                     Words::tr(
                         "They are also kept in an encrypted rescue file, which your next sign-in "
                         "offers you.");
}

/// A folder copied while somebody was working in it is in pieces; the folder it was copied from is
/// not.
UserMessage copiedFolder()
{
    return {
        Words::tr("This folder is an incomplete copy"),
        Words::tr("It was copied from somewhere else, most likely while somebody was working in "
                  "it, and its "
                  "parts do not fit together. Nothing was touched."),
        Words::tr(
            "Open the folder it was copied from, or restore a backup. To copy an authority, use "
            "a backup: it can be made while people work.")};
}

UserMessage storageFailed(const Error& error)
{
    const QString title = Words::tr("The disk did not take it");
    const QString kept = Words::tr("Nothing was saved; your entries are still on screen.");
    if (const Cause* cause = causeOf(factKey(error, "cause")))
        return {title, Words::tr("%1 %2").arg(Words::tr(cause->what), kept) + rescuedText(error),
                Words::tr(cause->toDo)};
    return {title, kept + rescuedText(error),
            Words::tr("Check that the folder can be reached and written to, and try again.")};
}

UserMessage authorityMissing(const Error& error)
{
    const QString folder = fact(error, "folder");
    const std::string_view why = factKey(error, "why");
    if (const Cause* cause = causeOf(factKey(error, "cause")))
        return {Words::tr("This folder cannot be opened"),
                Words::tr("%1 Nothing was touched in %2.").arg(Words::tr(cause->what), folder),
                Words::tr(cause->toDo)};
    if (why == "gone")
        return {Words::tr("The folder is not there"),
                Words::tr("Homeward looked for %1. Nothing was touched.").arg(folder),
                Words::tr("If it is on a disk that was taken out, connect the disk; else choose "
                          "the folder that holds keys.json and authority.homeward.")};
    if (why == "unfinished")
        return {Words::tr("The making of this authority was interrupted"),
                Words::tr("Nothing is in %1 yet.").arg(folder),
                Words::tr("Create the authority again in the same folder.")};
    if (why == "no-account")
        return {Words::tr("The making of this authority was interrupted"),
                Words::tr("It has no account yet, so nobody can have written anything in %1.")
                    .arg(folder),
                Words::tr("Remove the folder and create the authority again.")};
    if (why == "being-made")
        return {Words::tr("This authority is being made just now"),
                Words::tr("Another program is at work in %1. Nothing was touched.").arg(folder),
                Words::tr("Wait until it has finished.")};
    return {Words::tr("There is no authority in this folder"),
            folder.isEmpty() ? Words::tr("Nothing was touched.")
                             : Words::tr("Nothing was touched in %1.").arg(folder),
            Words::tr("Choose the folder that holds keys.json and authority.homeward.")};
}

/// What can be wrong with a folder that is opened as an authority.
UserMessage folderMessage(const Error& error)
{
    switch (error.code) {
        case ErrorCode::WrongPassphrase:
            return {Words::tr("That did not open it"),
                    Words::tr("The account and the passphrase do not belong together."),
                    Words::tr("Check both, and whether Caps Lock is on, and try again.")};
        case ErrorCode::AuthorityMissing:
            return authorityMissing(error);
        case ErrorCode::KeyFileMissing:
            return {Words::tr("The key file is missing"),
                    Words::tr("This folder has no keys, so the records in it cannot be opened. "
                              "Nothing was touched."),
                    Words::tr("Put keys.json back from a backup of this folder.")};
        case ErrorCode::KeyFileDamaged:
            return {
                Words::tr("The key file is damaged"),
                Words::tr("It was changed by hand or not written to the end. Nothing was touched."),
                Words::tr("Put it back from a backup of this folder.")};
        case ErrorCode::StoreMissing:
            return {Words::tr("The database is missing"),
                    Words::tr("This folder has keys but no records. Nothing was touched."),
                    Words::tr("Put authority.homeward back from a backup of this folder.")};
        case ErrorCode::StoreLocked:
            return {Words::tr("The records are in use just now"),
                    Words::tr("Another program holds them longer than we wait. Nothing was saved; "
                              "your entries are still on screen."),
                    Words::tr("Wait a moment and try again.")};
        case ErrorCode::StoreTooNew:
            return {Words::tr("This authority needs a newer Homeward"),
                    Words::tr("It was last used with a later version. Nothing was touched."),
                    Words::tr("Install that version, or a later one, and open it again.")};
        case ErrorCode::StoreForeign:
            if (factKey(error, "copied") == "yes")
                return copiedFolder();
            return {Words::tr("These records belong somewhere else"),
                    Words::tr(
                        "The database in this folder does not fit its keys. Nothing was touched."),
                    Words::tr("Check the folder, or restore a backup of it.")};
        case ErrorCode::StoreDamaged:
            if (factKey(error, "copied") == "yes")
                return copiedFolder();
            return {Words::tr("The records did not pass their check"),
                    Words::tr("The database is damaged and was left exactly as it is."),
                    Words::tr("Keep a copy of the folder and restore the latest backup.")};
        default:
            return {};
    }
}

QString readOnlyText(const Error& error)
{
    const std::string_view why = factKey(error, "why");
    const QString where = fact(error, "where");
    const QString reason = Words::tr(
        "The write-ahead log of the records needs a disk of this computer, and two "
        "computers would lose each other's work.");
    if (why == "network")
        return Words::tr("The folder is on a network share (%1). %2").arg(where, reason);
    if (why == "synchronised")
        return Words::tr("The folder is copied to other computers by %1. %2").arg(where, reason);
    return Words::tr("The folder of this authority does not allow writing.");
}

UserMessage readOnly(const Error& error)
{
    if (!factKey(error, "creating").empty())
        return {Words::tr("An authority cannot be kept here"), readOnlyText(error),
                Words::tr("Choose a folder on a disk of this computer. For several computers a "
                          "server is needed.")};
    const QString title = Words::tr("Nothing can be changed here");
    if (factKey(error, "why") == "permissions")
        return {title, readOnlyText(error),
                Words::tr("You can read everything. To work on it, ask whoever looks after this "
                          "computer for the right to write there.")};
    return {title, readOnlyText(error),
            Words::tr("You can read everything. To work on it, move the authority to a disk of "
                      "one computer; for several computers a server is needed.")};
}

/// What can happen to an authority while somebody is signed in.
UserMessage sessionMessage(const Error& error)
{
    switch (error.code) {
        case ErrorCode::StoreReplaced:
            return {
                Words::tr("The files of this authority are not where they were"),
                Words::tr(
                    "They were deleted, moved or replaced while Homeward had them open. Nothing "
                    "was saved; your entries are still on screen.") +
                    rescuedText(error),
                Words::tr("Find out what happened to the folder, and sign in again.")};
        case ErrorCode::TrailContradiction:
            return {
                trailConflictWords(std::string(factKey(error, "kind"))).title,
                Words::tr("Nothing was saved; your entries are still on screen.") +
                    rescuedText(error),
                Words::tr("An administrator has to look at it and decide in Admin, Audit trail.")};
        case ErrorCode::ReadOnly:
            return readOnly(error);
        case ErrorCode::KeyChangePending:
            return {Words::tr("Decided, but not in the key file yet"),
                    Words::tr("The change is on record. The key file could not be written, so "
                              "passphrases are "
                              "as before until then."),
                    Words::tr("Check that the folder can be written to and sign in again: that "
                              "finishes it.")};
        case ErrorCode::Locked:
            return {Words::tr("Homeward is locked"), Words::tr("Nothing was read or changed."),
                    Words::tr("Unlock it with your passphrase first.")};
        default:
            return {};
    }
}

}  // namespace

QString fieldText(std::string_view field)
{
    return textOf(kFields, field);
}

QString ruleText(const Error& error)
{
    const std::string_view rule = factKey(error, "rule");
    if (rule == "too-many" && !fact(error, "most").isEmpty())
        return Words::tr("There are more entries than allowed here; the most is %1.")
            .arg(fact(error, "most"));
    if (const Cause* cause = causeOf(rule))
        return Words::tr("%1 %2").arg(Words::tr(cause->what), Words::tr(cause->toDo));
    const QString sentence = textOf(kRules, rule);
    return sentence.isEmpty() ? Words::tr("This entry cannot be used as it is.") : sentence;
}

// No default: -Wswitch finds a code without words.
UserMessage messageFor(const Error& error)
{
    switch (error.code) {
        case ErrorCode::NotFound:
            return {Words::tr("This is not here any more"), notFoundText(error),
                    Words::tr("Go back and look again in the list.")};
        case ErrorCode::EditConflict:
            return {Words::tr("Someone changed this record first"),
                    Words::tr("Your entries are still on screen; nothing was saved."),
                    Words::tr("Open the newer version and copy over what is missing.")};
        case ErrorCode::InvalidInput:
            return {Words::tr("Something needs another look"), invalidInputText(error),
                    Words::tr("Nothing was saved yet; correct it and try again.")};
        case ErrorCode::NotPermitted:
            return notPermitted(error);
        case ErrorCode::WrongPassphrase:
        case ErrorCode::AuthorityMissing:
        case ErrorCode::KeyFileMissing:
        case ErrorCode::KeyFileDamaged:
        case ErrorCode::StoreMissing:
        case ErrorCode::StoreLocked:
        case ErrorCode::StoreTooNew:
        case ErrorCode::StoreForeign:
        case ErrorCode::StoreDamaged:
            return folderMessage(error);
        case ErrorCode::StoreReplaced:
        case ErrorCode::TrailContradiction:
        case ErrorCode::ReadOnly:
        case ErrorCode::Locked:
        case ErrorCode::KeyChangePending:
            return sessionMessage(error);
        case ErrorCode::FileExists:
            return {Words::tr("There is a file of this name already"),
                    Words::tr("%1 was left as it is.").arg(fact(error, "file")),
                    Words::tr("Choose another name.")};
        case ErrorCode::StorageFull:
            return {Words::tr("There is no room left on the disk"),
                    Words::tr("Nothing was saved; your entries are still on screen.") +
                        rescuedText(error),
                    Words::tr("Free some space and try again.")};
        case ErrorCode::StorageFailed:
            return storageFailed(error);
        case ErrorCode::FileUnreadable:
            return unreadableFile(error);
        case ErrorCode::Cancelled:
            return {Words::tr("Stopped"), Words::tr("You stopped this. Nothing was written."), {}};
        case ErrorCode::Internal:
            return {Words::tr("Something went wrong inside Homeward"),
                    Words::tr("This is our mistake, not yours. Nothing was saved."),
                    Words::tr("Try again, and tell your support team if it happens twice.")};
    }
    return {};
}

}  // namespace homeward::ui
