#pragma once

#include <QRectF>
#include <vector>

class QTextDocument;

namespace homeward::ui {

/// What stands on one page of a document that was laid out as a single endless page, in its units.
struct PageCut {
    double top = 0;
    double bottom = 0;
    /// Of the table that goes on here: its headings, to be drawn again above the rest; else null.
    QRectF headings;
};

/// Where `document` is cut into pages of `height`. A row of a table and a line of text stay whole
/// unless they are taller than a page, a heading stays with what it heads. At least one page.
std::vector<PageCut> pageCuts(const QTextDocument& document, double height);

}  // namespace homeward::ui
