#include "ui/matching/seekers/seeker_table_model.h"

#include <utility>

#include "app/records/global_search.h"
#include "support/text/text.h"
#include "ui/shared/words/child_words.h"

namespace homeward::ui {

SeekerTableModel::SeekerTableModel(QObject* parent) : RowTable(parent)
{
    using Row = app::ChildRow;
    setColumns({
        column("child", tr("Child"), &Row::displayName).strong().ems(10).share(190),
        column("age", tr("Age"), ageOf).sortedBy(youngestFirst).right().fits({ageText(0)}),
        column("lives", tr("Lives now"), livesText)
            .muted([](const Row& row) { return row.homeName.empty(); })
            .ems(10)
            .share(230),
        column("since", tr("Since"), &Row::placedOn).first(Qt::DescendingOrder).share(100),
        column("need", tr("Total need"), totalNeed).right().share(90),
        column("assessed", tr("Needs assessed"), &Row::lastAssessedOn)
            .shownAs(assessedText)
            .tone([](const Row& row) {
                return row.lastAssessedOn ? QString() : QStringLiteral("warning");
            })
            .share(120),
        column("worker", tr("Worker"), &Row::workerName).ems(8).share(140),
    });
    eachRow(RecordIdRole, &Row::id);
    narrow();
}

void SeekerTableModel::setScope(Scope scope)
{
    if (std::exchange(m_scope, scope) != scope)
        narrow();
}

void SeekerTableModel::setTyped(const QString& typed)
{
    const std::string folded = foldedForSearch(utf8(typed));
    if (std::exchange(m_foldedTyped, folded) != folded)
        narrow();
}

void SeekerTableModel::narrow()
{
    setFilter([this](const app::ChildRow& row) {
        if (m_scope != Scope::Everyone && !row.inCare)
            return false;
        if (m_scope == Scope::WithoutHousehold && !row.home.isEmpty())
            return false;
        return app::matchesSearch(row.searchText, m_foldedTyped);
    });
}

}  // namespace homeward::ui
