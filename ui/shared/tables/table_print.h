#pragma once

#include <QList>
#include <QString>

#include "ui/shared/words/plain_words.h"

class QAbstractItemModel;
class QPagedPaintDevice;

namespace homeward::ui {

class TableView;

/// A table as a document has it, with these columns; headings are on every page.
Markup tableMarkup(const QAbstractItemModel& model, const QList<int>& columns);
/// With all its columns.
Markup tableMarkup(const QAbstractItemModel& model);

/// A heading and the table below it as it is shown, on paper.
void printTable(const TableView& table, const QString& title, QPagedPaintDevice& device);

/// A document of ours in HTML whose words were escaped.
void printHtml(const QString& html, QPagedPaintDevice& device);

}  // namespace homeward::ui
