#include "ui/shared/output/csv_export.h"

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <vector>

#include "support/text/csv_line.h"
#include "ui/shared/cells/cell_roles.h"
#include "app/session/session.h"
#include "ui/shared/output/export_door.h"
#include "ui/shared/pages/page.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

std::vector<std::string> toFields(const QStringList& cells)
{
    std::vector<std::string> fields;
    for (const QString& cell : cells)
        fields.push_back(utf8(cell));
    return fields;
}

}  // namespace

std::string csvLineOf(const QStringList& cells)
{
    return csvLine(toFields(cells));
}

QString tabLineOf(const QStringList& cells)
{
    return text(tabLine(toFields(cells)));
}

QString leavingText(const QAbstractItemModel& model, int row, int column)
{
    const QModelIndex index = model.index(row, column);
    const QVariant own = index.data(ExportRole);
    return (own.isValid() ? own : index.data()).toString();
}

QString tabsOf(const QAbstractItemModel& model)
{
    QString lines;
    for (int row = -1; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << (row < 0 ? model.headerData(column, Qt::Horizontal).toString()
                              : leavingText(model, row, column));
        lines += tabLineOf(cells);
    }
    return lines;
}

namespace {

struct CsvExportWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::CsvExport)
};

}  // namespace

bool exportTable(const PageContext& context, QWidget* parent, Banner& banner,
                 const QString& suggestedName, const TableView& table, const QString& group)
{
    const int rows = table.model() ? table.model()->rowCount() : 0;
    return ExportDoor(context, parent, &banner)
        .toSpreadsheet({CsvExportWords::tr("Export as CSV"), suggestedName,
                        CsvExportWords::tr("CSV files (*.csv)")},
                       table.exportRecord(rows),
                       utf8(table.toCsv()) + csvLineOf({groupAndDate(context, group)}));
}

QString groupAndDate(const PageContext& context, const QString& group)
{
    return CsvExportWords::tr("%1. As of %2.").arg(group, dateText(context.session.today()));
}

}  // namespace homeward::ui
