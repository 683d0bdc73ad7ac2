#include "ui/shared/words/child_words.h"

#include <QCoreApplication>

#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

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
