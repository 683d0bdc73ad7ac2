#include "ui/shared/trail_words.h"

#include <QCoreApplication>

namespace homeward::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::TrailWords)
};

QString untilDecided()
{
    return Words::tr(
        "Everything can be read, but nothing can be changed until an administrator has decided.");
}

QString savedAsAlways()
{
    return Words::tr(
        "Records are saved as always, but a cut-off end of the audit trail would not be noticed.");
}

}  // namespace

UserMessage trailConflictWords(const std::string& kind)
{
    const QString ask =
        Words::tr("Tell an administrator. Somebody may have tampered with the folder.");
    if (kind == "store-older")
        return {
            Words::tr("These records are older than they should be"),
            Words::tr(
                "The file audit.head knows later changes than this database has: an older copy was "
                "put in place.") +
                u' ' + untilDecided(),
            ask};
    if (kind == "another-trail")
        return {Words::tr("These records were continued from an older copy"),
                Words::tr("A change that audit.head remembers is not in this database.") + u' ' +
                    untilDecided(),
                ask};
    if (kind == "rights-changed")
        return {
            Words::tr("The accounts were changed behind Homeward's back"),
            Words::tr("They are not as the audit trail left them; what the trail says counts.") +
                u' ' + untilDecided(),
            ask};
    if (kind == "head-missing")
        return {Words::tr("The file audit.head is missing"), savedAsAlways(), ask};
    if (kind == "head-damaged")
        return {Words::tr("The file audit.head is damaged"), savedAsAlways(), ask};
    return {Words::tr("The file audit.head could not be written"), savedAsAlways(),
            Words::tr("Tell an administrator: the folder or the disk needs a look.")};
}

}  // namespace homeward::ui
