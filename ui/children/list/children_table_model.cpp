#include "ui/children/list/children_table_model.h"

#include "ui/shared/words/child_words.h"

namespace homeward::ui {
namespace {

std::optional<Date> sinceOf(const app::ChildRow& row)
{
    return row.inCare ? row.placedOn : std::nullopt;
}

}  // namespace

QString placeText(const app::ChildRow& row)
{
    return row.placeCode.empty() ? QString()
                                 : text(StatutoryCodes::builtIn().label("PLACE", row.placeCode));
}

ChildrenTableModel::ChildrenTableModel(QObject* parent) : RowTable(parent)
{
    using Row = app::ChildRow;
    setColumns({
        column("name", tr("Name"), &Row::displayName).strong().unknownLast().ems(7).share(130),
        column("case-number", tr("Case number"), &Row::caseNumber).unknownLast().ems(6).share(80),
        column("age", tr("Age"), ageOf)
            .sortedBy(youngestFirst)
            .right()
            .fits({ageText(0)})
            .share(55),
        column("sex", tr("Sex"), [](const Row& row) { return label(row.sex); }).share(45),
        column("lives-with", tr("Lives with"), livesText)
            .sortedBy([](const Row& row) { return row.inCare ? livesText(row) : QString(); })
            .unknownLast()
            .tooltip([](const Row& row) { return row.inCare ? placeText(row) : QString(); })
            .muted([](const Row& row) { return !row.placement; })
            .ems(9)
            .whole()
            .share(190),
        column("since", tr("Since"), sinceOf).shownAs([](const Row& row) {
            return row.inCare ? dateText(row.placedOn) : QString();
        }),
        column("worker", tr("Worker"), &Row::workerName).unknownLast().ems(8).whole().share(120),
        column("last-assessed", tr("Last assessed"), &Row::lastAssessedOn)
            .shownAs(assessedText)
            .muted([](const Row& row) { return !row.lastAssessedOn; }),
        column("total-need", tr("Total need"), totalNeed)
            .of(Qt::DisplayRole, totalNeed)
            .ems(6)
            .share(90),
    });
    eachRow(RecordIdRole, &Row::id);
    eachRow(HasDraftRole, &Row::myDraft);
}

ChildOrder ChildrenTableModel::order() const
{
    return sortColumn() < 0 ? ChildOrder::Name : static_cast<ChildOrder>(sortColumn());
}

}  // namespace homeward::ui
