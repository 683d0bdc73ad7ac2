#pragma once

#include <QString>

class QWidget;

namespace homeward::ui {

class Banner;
struct PageContext;

/// Asks for a file name and writes `csv` there; says in the banner what became of it.
void exportCsvText(const PageContext& context, QWidget* parent, Banner& banner,
                   const QString& suggestedName, const QString& csv);

}  // namespace homeward::ui
