#include "ui/shared/child_words.h"

#include <QCoreApplication>

#include "ui/shared/format.h"

namespace homeward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::ChildWords)
};

}  // namespace

QString livesText(const app::ChildRow& child)
{
    if (!child.inCare)
        return Words::tr("not in care now");
    if (!child.homeName.empty())
        return text(child.homeName);
    return child.placement ? label(*child.placement) : Words::tr("no placement");
}

}  // namespace homeward::ui
