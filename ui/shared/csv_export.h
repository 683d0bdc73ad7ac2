#pragma once

#include <QString>
#include <QStringList>
#include <string>

class QWidget;

namespace homeward::ui {

class Banner;
struct PageContext;

/// One line of CSV, see support/csv_line.h.
std::string csvLineOf(const QStringList& cells);

/// Asks for a file name and writes `csv` there; says in the banner what became of it.
void exportCsvText(const PageContext& context, QWidget* parent, Banner& banner,
                   const QString& suggestedName, const QString& csv);

}  // namespace homeward::ui
