#include "ui/shared/history/history_table_model.h"

#include <set>

namespace homeward::ui {
namespace {

bool isView(const app::AuditRow& row)
{
    return row.sequence == 0;
}

std::set<std::string> changedFields(const app::AuditRow& row)
{
    std::set<std::string> fields;
    for (const auto& [field, value] : row.before)
        fields.insert(field);
    for (const auto& [field, value] : row.after)
        fields.insert(field);
    return fields;
}

std::string valueOf(const std::map<std::string, std::string>& values, const std::string& field)
{
    const auto found = values.find(field);
    return found == values.end() ? std::string() : found->second;
}

QString changeText(const app::AuditRow& row, const std::string& field, const HistoryNames& names)
{
    const QString after = valueText(field, valueOf(row.after, field), names);
    if (!row.before.contains(field))
        return HistoryTableModel::tr("%1: %2").arg(fieldText(field, names), after);
    return HistoryTableModel::tr("%1: %2 → %3")
        .arg(fieldText(field, names), valueText(field, valueOf(row.before, field), names), after);
}

}  // namespace

HistoryTableModel::HistoryTableModel(QObject* parent) : RowTable(parent)
{
    using Row = app::AuditRow;
    setColumns({
        column("when", tr("When"), &Row::at).first(Qt::DescendingOrder).ems(14),
        column("who", tr("Who"), personOf).ems(10).share(150),
        column("what", tr("What"), [](const Row& row) { return useCaseText(row.useCase); })
            .ems(10)
            .share(200),
        column("fields", tr("Changed fields"),
               [this](const Row& row) {
                   QStringList fields;
                   for (const std::string& field : changedFields(row))
                       fields << changeText(row, field, m_names);
                   return fields.join(QStringLiteral("; "));
               })
            .tooltip()
            .ems(10)
            .share(400),
    });
    eachRow(MutedRole, isView);
    sort(WhenColumn, Qt::DescendingOrder);
}

void HistoryTableModel::setRows(std::vector<app::AuditRow> rows, HistoryNames names)
{
    m_names = std::move(names);
    RowTable::setRows(std::move(rows));
}

void HistoryTableModel::setShow(Show show)
{
    if (show == m_show)
        return;
    m_show = show;
    setFilter([show](const app::AuditRow& row) {
        return show == Show::Everything || (show == Show::Views) == isView(row);
    });
}

ChangedFieldsModel::ChangedFieldsModel(QObject* parent)
    : RowTable({column("field", tr("Field"), &ChangedField::field).tooltip().ems(10).share(200),
                column("before", tr("Before"), &ChangedField::before).tooltip().ems(10).share(240),
                column("after", tr("After"), &ChangedField::after).tooltip().ems(10).share(400)},
               parent)
{
}

void ChangedFieldsModel::setRow(const app::AuditRow& row, const HistoryNames& names)
{
    std::vector<ChangedField> lines;
    for (const std::string& field : changedFields(row))
        lines.push_back({fieldText(field, names),
                         valueText(field, valueOf(row.before, field), names),
                         valueText(field, valueOf(row.after, field), names)});
    setRows(std::move(lines));
}

}  // namespace homeward::ui
