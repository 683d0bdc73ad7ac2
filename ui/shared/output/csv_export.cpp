#include "ui/shared/output/csv_export.h"

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <vector>

#include "support/text/csv_line.h"
#include "ui/shared/output/export_door.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

std::string csvLineOf(const QStringList& cells)
{
    std::vector<std::string> fields;
    for (const QString& cell : cells)
        fields.push_back(utf8(cell));
    return csvLine(fields);
}

QString tabsOf(const QAbstractItemModel& model)
{
    QStringList lines;
    for (int row = -1; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << (row < 0 ? model.headerData(column, Qt::Horizontal).toString()
                              : model.index(row, column).data().toString());
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

namespace {

struct CsvExportWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::CsvExport)
};

}  // namespace

bool exportTable(const PageContext& context, QWidget* parent, Banner& banner,
                 const QString& suggestedName, const TableView& table)
{
    const int rows = table.model() ? table.model()->rowCount() : 0;
    return ExportDoor(context, parent, &banner)
        .toSpreadsheet({CsvExportWords::tr("Export as CSV"), suggestedName,
                        CsvExportWords::tr("CSV files (*.csv)")},
                       table.exportRecord(rows), utf8(table.toCsv()));
}

}  // namespace homeward::ui
