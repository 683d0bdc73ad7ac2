#include "ui/matching/seekers/seeker_table_model.h"

#include "ui/shared/words/child_words.h"

namespace homeward::ui {

SeekerTableModel::SeekerTableModel(Date today, QObject* parent) : RowTable(parent), m_today(today)
{
    using Row = app::ChildRow;
    setColumns({
        column("child", tr("Child"), &Row::displayName).strong().ems(10).share(190),
        column("age", tr("Age"), ageOf).sortedBy(youngestFirst).right().fits({ageText(0)}),
        column("why", tr("Why"), urgencyText)
            .sortedBy(urgencyOrder)
            .first()
            .tone([this](const Row& row) { return urgencyTone(row, m_today); })
            .tooltip([](const Row& row) { return text(row.outsideTerms.agreedBy); })
            .ems(10)
            .whole()
            .share(250),
        column("lives", tr("Lives now"), livesText)
            .muted([](const Row& row) { return row.homeName.empty(); })
            .ems(10)
            .whole()
            .share(230),
        column("since", tr("Since"), &Row::placedOn).share(100),
        column("need", tr("Need"), totalNeed).spoken(tr("Total need")).right().share(60),
        column("assessed", tr("Assessed"), &Row::lastAssessedOn)
            .shownAs(assessedText)
            .tone([](const Row& row) {
                return row.lastAssessedOn ? QString() : QStringLiteral("warning");
            })
            .share(120),
        column("worker", tr("Worker"), &Row::workerName).ems(8).whole().share(140),
    });
    eachRow(RecordIdRole, &Row::id);
}

ChildOrder SeekerTableModel::order() const
{
    constexpr ChildOrder kOrders[] = {
        ChildOrder::Name,  ChildOrder::Age,       ChildOrder::Urgency,      ChildOrder::LivesWith,
        ChildOrder::Since, ChildOrder::TotalNeed, ChildOrder::LastAssessed, ChildOrder::Worker};
    return sortColumn() < 0 ? ChildOrder::Urgency : kOrders[sortColumn()];
}

}  // namespace homeward::ui
