#include "ui/admin/imports/finding_table_model.h"

#include <algorithm>

#include "ui/admin/imports/finding_text.h"

namespace homeward::ui {

FindingTableModel::FindingTableModel(QObject* parent) : RowTable(parent)
{
    using Row = Finding;
    setColumns({
        column("result", tr("Result"),
               [](const Row& row) { return row.isRejected() ? tr("not taken") : tr("look again"); })
            .sortedBy([](const Row& row) { return !row.isRejected(); })
            .tone([](const Row& row) {
                return row.isRejected() ? QStringLiteral("problem") : QStringLiteral("warning");
            })
            .fits({tr("not taken"), tr("look again")}),
        column("file", tr("File"),
               [](const Row& row) { return row.file.empty() ? tr("all files") : text(row.file); })
            .ems(10)
            .share(170),
        column("line", tr("Line"),
               [](const Row& row) {
                   return row.line > 0 ? std::optional<int>(row.line) : std::nullopt;
               })
            .shownAs(
                [](const Row& row) { return row.line > 0 ? QString::number(row.line) : QString(); })
            .right(),
        column("column", tr("Column"), &Row::column).share(90),
        column("value", tr("Value"), &Row::value).tooltip().share(90),
        column("why", tr("Why"), findingText).tooltip().ems(16).share(400),
    });
}

int FindingTableModel::rejectedCount() const
{
    return static_cast<int>(std::count_if(
        rows().begin(), rows().end(), [](const Finding& finding) { return finding.isRejected(); }));
}

void FindingTableModel::setShow(Show show)
{
    m_show = show;
    narrow();
}

void FindingTableModel::setSearch(const QString& words)
{
    m_search = words.trimmed();
    narrow();
}

void FindingTableModel::narrow()
{
    setFilter([this](const Finding& finding) {
        return (m_show == Show::All || finding.isRejected() == (m_show == Show::Rejected)) &&
               saysAnywhere(finding, m_search);
    });
}

}  // namespace homeward::ui
