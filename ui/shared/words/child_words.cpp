#include "ui/shared/words/child_words.h"

#include <QCoreApplication>

#include "domain/working_days.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

/// Working days before its day in which something has to be done about it.
constexpr int kSoon = 2;

struct ChildWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::ChildWords)
};

}  // namespace

QString livesText(const app::ChildRow& child)
{
    if (!child.inCare)
        return ChildWords::tr("not in care now");
    if (!child.homeName.empty())
        return text(child.homeName);
    return child.placement ? label(*child.placement) : ChildWords::tr("no placement");
}

QString urgencyText(const app::ChildRow& child)
{
    switch (child.urgency) {
        case Urgency::NoHome:
            return ChildWords::tr("no home today");
        case Urgency::OutsideTerms:
            return ChildWords::tr("outside the terms until %1").arg(dateText(child.neededBy));
        case Urgency::NoticeGiven:
            return ChildWords::tr("notice ends %1").arg(dateText(child.neededBy));
        case Urgency::MovePlanned:
            return ChildWords::tr("to move by %1").arg(dateText(child.neededBy));
        case Urgency::Lives:
            break;
        case Urgency::HomeFound:
            return child.nextHomeName.empty()
                       ? ChildWords::tr("moves on %1").arg(dateText(child.movesOn))
                       : ChildWords::tr("moves to %1 on %2")
                             .arg(text(child.nextHomeName), dateText(child.movesOn));
        case Urgency::Adoption:
            return ChildWords::tr("placed for adoption");
        case Urgency::NotInCare:
            return ChildWords::tr("not in care now");
    }
    return {};
}

QString urgencyOrder(const app::ChildRow& child)
{
    const QString urgency = QString::number(static_cast<int>(child.urgency));
    return child.neededBy ? urgency + text(child.neededBy->toIso()) : urgency;
}

QString urgencyTone(const app::ChildRow& child, Date today)
{
    if (!needsHome(child.urgency))
        return {};
    const bool soon = !child.neededBy || workingDaysBetween(today, *child.neededBy) <= kSoon;
    return soon ? QStringLiteral("problem") : QStringLiteral("warning");
}

QString placementNotes(const OutsideTerms& outsideTerms, const Leaving& leaving)
{
    QStringList notes;
    if (outsideTerms.isOpen())
        notes << ChildWords::tr("Outside the terms of the approval until %1; agreed by: %2.")
                     .arg(dateText(outsideTerms.until), text(outsideTerms.agreedBy));
    if (leaving.by && leaving.noticeGiven)
        notes << ChildWords::tr("Notice was given on %1: has to leave by %2.")
                     .arg(dateText(leaving.noticeGiven), dateText(leaving.by));
    else if (leaving.by)
        notes << ChildWords::tr("A move is planned by %1.").arg(dateText(leaving.by));
    return notes.join(u' ');
}

QString ageOf(const app::ChildRow& child)
{
    return ageText(child.ageYears);
}

int youngestFirst(const app::ChildRow& child)
{
    return -child.birthDate.daysSinceEpoch();
}

QString assessedText(const app::ChildRow& child)
{
    return child.lastAssessedOn ? dateText(child.lastAssessedOn) : ChildWords::tr("not yet");
}

std::optional<int> totalNeed(const app::ChildRow& child)
{
    return child.lastAssessedOn ? std::optional<int>(child.totalNeed) : std::nullopt;
}

}  // namespace homeward::ui
