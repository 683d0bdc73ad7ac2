#pragma once

#include <QList>
#include <QString>

#include "ui/shared/words/plain_words.h"

class QAbstractItemModel;

namespace homeward::ui {

class Banner;
class Paper;
struct PageContext;
class TableView;

/// A table as a document has it, with these columns; headings are on every page.
Markup tableMarkup(const QAbstractItemModel& model, const QList<int>& columns);
/// With all its columns.
Markup tableMarkup(const QAbstractItemModel& model);

/// A heading, what to say about it, and the table below as it is shown, on paper.
void printTable(const TableView& table, const QString& title, const QString& note,
                const Paper& paper);

/// Asks for a printer and prints the table, across the sheet, below `title`. False: it is empty.
bool printTable(const PageContext& context, QWidget* over, Banner* banner, const TableView& table,
                const QString& title, const QString& note = {});

}  // namespace homeward::ui
