#include "ui/insight/children_behind_model.h"

namespace homeward::ui {

ChildrenBehindModel::ChildrenBehindModel(QObject* parent) : RowTable(parent)
{
    setColumns(columnsFor(false));
    eachRow(RecordIdRole, &analytics::ChildChange::child);
}

QString ChildrenBehindModel::nameOf(const analytics::ChildChange& change) const
{
    const auto found = m_names.find(change.child);
    return found == m_names.end() ? tr("Name not known") : text(found->second);
}

ChildrenBehindModel::Columns ChildrenBehindModel::columnsFor(bool isTotal) const
{
    using Row = analytics::ChildChange;
    const auto rise = [](const Row& row) { return row.latest - row.first; };
    return {
        column("child", tr("Child"), [this](const Row& row) { return nameOf(row); })
            .ems(10)
            .share(400),
        column("first-on", tr("First assessment"), &Row::firstOn).right().share(160),
        column("first", isTotal ? tr("First total") : tr("First level"), &Row::first)
            .right()
            .share(120),
        column("latest-on", tr("Latest assessment"), &Row::latestOn).right().share(160),
        column("latest", isTotal ? tr("Latest total") : tr("Latest level"), &Row::latest)
            .right()
            .share(120),
        column("change", tr("Change"), rise)
            .shownAs([rise](const Row& row) { return signedNumber(rise(row), 0); })
            .right()
            .share(120),
    };
}

void ChildrenBehindModel::setRows(std::vector<analytics::ChildChange> rows,
                                  std::map<ChildId, std::string> names, bool isTotal)
{
    m_names = std::move(names);
    beginResetModel();
    setColumns(columnsFor(isTotal));
    replaceRows(std::move(rows));
    endResetModel();
}

}  // namespace homeward::ui
