#pragma once

#include <QString>
#include <QStringList>
#include <string>

class QAbstractItemModel;
class QWidget;

namespace homeward::ui {

class Banner;
class TableView;
struct PageContext;

/// One line of CSV, see support/text/csv_line.h.
std::string csvLineOf(const QStringList& cells);

/// One line of a copied table, see support/text/csv_line.h.
QString tabLineOf(const QStringList& cells);

/// What leaves of a cell: its ExportRole, otherwise its text.
QString leavingText(const QAbstractItemModel& model, int row, int column);

/// All rows with headings, tab separated, for the clipboard.
QString tabsOf(const QAbstractItemModel& model);

/// Asks for a file name and writes the table there as it is shown, with `group`, whom the rows are
/// of, and the date below it; says in the banner what became of it.
bool exportTable(const PageContext& context, QWidget* parent, Banner& banner,
                 const QString& suggestedName, const TableView& table, const QString& group);

/// "Children: in care; girls. As of 27 Nov 2026." A list that leaves says what it is of.
QString groupAndDate(const PageContext& context, const QString& group);

}  // namespace homeward::ui
