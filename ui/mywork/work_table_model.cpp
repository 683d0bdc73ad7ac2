#include "ui/mywork/work_table_model.h"

#include "analytics/due.h"
#include "ui/shared/words/child_words.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLongOverdueMonths = 9;
constexpr int kNeverAssessed = 1200;  ///< months: never assessed waits longest

}  // namespace

WorkTableModel::WorkTableModel(const std::vector<Column>& columns, QObject* parent)
    : RowTable(parent)
{
    Columns made;
    for (const Column column : columns)
        made.push_back(columnOf(column));
    setColumns(std::move(made));
    eachRow(RecordIdRole, &app::ChildRow::id);
}

void WorkTableModel::setRows(std::vector<app::ChildRow> rows, Date today)
{
    m_today = today;
    RowTable::setRows(std::move(rows));
}

QString WorkTableModel::waitingText(const app::ChildRow& row) const
{
    const auto months = analytics::monthsSince(row.lastAssessedOn, m_today);
    if (!months)
        return tr("not assessed yet");
    return *months < 24 ? tr("not assessed for %n month(s)", nullptr, *months)
                        : tr("not assessed for %n year(s)", nullptr, *months / 12);
}

TableColumn<app::ChildRow> WorkTableModel::columnOf(Column wanted) const
{
    using Row = app::ChildRow;
    switch (wanted) {
        case Column::Child:
            return column("child", tr("Child"), &Row::displayName).strong().ems(7).share(13);
        case Column::Age:
            return column("age", tr("Age"), ageOf).sortedBy(youngestFirst).fits({ageText(0)});
        case Column::LivesWith:
            return column("lives-with", tr("Lives with"), livesText).ems(9).whole().share(18);
        case Column::Why:
            return column("why", tr("Why"), urgencyText)
                .sortedBy(urgencyOrder)
                .tone([this](const Row& row) { return urgencyTone(row, m_today); })
                .tooltip([](const Row& row) { return text(row.outsideTerms.agreedBy); })
                .ems(10)
                .whole()
                .share(20);
        case Column::Since:
            return column("since", tr("Since"), &Row::placedOn).muted();
        case Column::Assessed:
            return column("assessed", tr("Last assessed"), &Row::lastAssessedOn)
                .shownAs([](const Row& row) {
                    return row.lastAssessedOn ? dateText(row.lastAssessedOn) : tr("never");
                })
                .muted();
        case Column::Waiting:
            return column("waiting", tr("Waiting"),
                          [this](const Row& row) { return waitingText(row); })
                .sortedBy([this](const Row& row) {
                    return -analytics::monthsSince(row.lastAssessedOn, m_today)
                                .value_or(kNeverAssessed);
                })
                .tone([this](const Row& row) {
                    const auto months = analytics::monthsSince(row.lastAssessedOn, m_today);
                    return !months || *months >= kLongOverdueMonths ? u"problem"_s : u"warning"_s;
                })
                .share(20);
        case Column::Need:
            break;
    }
    return column("need", tr("Need"),
                  [](const Row& row) {
                      return row.assessments > 0 ? std::optional<int>(row.totalNeed) : std::nullopt;
                  })
        .share(5);
}

}  // namespace homeward::ui
