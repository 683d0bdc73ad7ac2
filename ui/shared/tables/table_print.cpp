#include "ui/shared/tables/table_print.h"

#include <QPrinter>
#include <numeric>

#include "ui/shared/output/export_door.h"
#include "ui/shared/output/paper.h"
#include "ui/shared/pages/page.h"
#include "ui/shared/tables/table_view.h"

namespace homeward::ui {

Markup tableMarkup(const QAbstractItemModel& model, const QList<int>& columns)
{
    Markup table(QStringLiteral("<table border=\"0\" cellspacing=\"0\" cellpadding=\"4\"><thead>"));
    table += Markup(QStringLiteral("<tr>"));
    for (const int column : columns)
        table += Markup(QStringLiteral("<th align=\"left\">%1</th>"),
                        {model.headerData(column, Qt::Horizontal).toString()});
    table += Markup(QStringLiteral("</tr></thead>"));
    for (int row = 0; row < model.rowCount(); ++row) {
        table += Markup(QStringLiteral("<tr>"));
        for (const int column : columns)
            table +=
                Markup(QStringLiteral("<td>%1</td>"), {model.index(row, column).data().toString()});
        table += Markup(QStringLiteral("</tr>"));
    }
    table += Markup(QStringLiteral("</table>"));
    return table;
}

Markup tableMarkup(const QAbstractItemModel& model)
{
    QList<int> columns(model.columnCount());
    std::iota(columns.begin(), columns.end(), 0);
    return tableMarkup(model, columns);
}

void printTable(const TableView& table, const QString& title, const QString& note,
                const Paper& paper)
{
    Markup page(QStringLiteral("<h2>%1</h2>"), {title});
    if (!note.isEmpty())
        page += Markup(QStringLiteral("<p>%1</p>"), {note});
    page += tableMarkup(*table.model(), table.shownColumns());
    paper.print(page.html());
}

bool printTable(const PageContext& context, QWidget* over, Banner* banner, const TableView& table,
                const QString& title, const QString& note)
{
    const int rows = table.model()->rowCount();
    if (rows == 0)
        return false;
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageOrientation(QPageLayout::Landscape);
    printer.setDocName(title);
    ExportDoor(context, over, banner)
        .toPaper(printer, title, table.exportRecord(rows),
                 [&](const Paper& paper) { printTable(table, title, note, paper); });
    return true;
}

}  // namespace homeward::ui
