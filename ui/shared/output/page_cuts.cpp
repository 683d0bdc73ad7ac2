#include "ui/shared/output/page_cuts.h"

#include <QAbstractTextDocumentLayout>
#include <QGuiApplication>
#include <QScreen>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextTable>
#include <algorithm>

namespace homeward::ui {
namespace {

/// What is never taken apart.
struct Part {
    double top = 0;
    double bottom = 0;
    bool headsNext = false;
    QRectF headings;  ///< of the table that it is a row of
};

class PartsOf {
public:
    PartsOf(const QTextDocument& document, double height) : m_document(document), m_height(height)
    {
        addFrame(*document.rootFrame());
        // Side by side in the file, one below the other on the page.
        std::ranges::stable_sort(m_parts, {}, &Part::top);
    }

    const std::vector<Part>& parts() const { return m_parts; }

private:
    const QAbstractTextDocumentLayout& layout() const { return *m_document.documentLayout(); }

    void addFrame(const QTextFrame& frame)
    {
        for (auto at = frame.begin(); !at.atEnd(); ++at) {
            if (const auto* table = qobject_cast<QTextTable*>(at.currentFrame()))
                addTable(*table);
            else if (at.currentFrame())
                addFrame(*at.currentFrame());
            else
                addLines(at.currentBlock(), {});
        }
    }

    void addLines(const QTextBlock& block, const QRectF& headings)
    {
        const double top = layout().blockBoundingRect(block).top();
        const double inset = block.layout()->position().y() - top;
        const bool heads = block.blockFormat().headingLevel() > 0;
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            const double y = top + std::max(0.0, inset) + line.y();
            m_parts.push_back({i == 0 ? top : y, y + line.height(), heads, headings});
        }
    }

    /// Padding counts in dots of the screen, everything else in those of the paper.
    double padding(const QTextTable& table) const
    {
        const QPaintDevice* device = layout().paintDevice();
        const QScreen* screen = QGuiApplication::primaryScreen();
        const double scale =
            device && screen ? device->logicalDpiY() / screen->logicalDotsPerInchY() : 1;
        return table.format().cellPadding() * scale;
    }

    QRectF rowRect(const QTextTable& table, int row) const
    {
        QRectF whole;
        for (int column = 0; column < table.columns(); ++column) {
            const QTextTableCell cell = table.cellAt(row, column);
            whole |= layout().blockBoundingRect(cell.firstCursorPosition().block());
            whole |= layout().blockBoundingRect(cell.lastCursorPosition().block());
        }
        return whole.adjusted(0, -padding(table), 0, padding(table));
    }

    void addTable(const QTextTable& table)
    {
        QRectF headings;
        for (int row = 0; row < table.rows(); ++row) {
            const QRectF rect = rowRect(table, row);
            if (row < table.format().headerRowCount()) {
                headings |= rect;
                m_parts.push_back({rect.top(), rect.bottom(), true, {}});
            } else if (rect.height() + headings.height() <= m_height) {
                m_parts.push_back({rect.top(), rect.bottom(), false, headings});
            } else {
                addTallRow(table, row, headings);
            }
        }
    }

    /// By the lines of its tallest cell.
    void addTallRow(const QTextTable& table, int row, const QRectF& headings)
    {
        QTextTableCell tallest = table.cellAt(row, 0);
        double lowest = 0;
        for (int column = 0; column < table.columns(); ++column) {
            const QTextTableCell cell = table.cellAt(row, column);
            const double end =
                layout().blockBoundingRect(cell.lastCursorPosition().block()).bottom();
            if (end > lowest) {
                lowest = end;
                tallest = cell;
            }
        }
        for (auto at = tallest.begin(); !at.atEnd(); ++at)
            if (at.currentBlock().isValid())
                addLines(at.currentBlock(), headings);
    }

    const QTextDocument& m_document;
    double m_height;
    std::vector<Part> m_parts;
};

}  // namespace

std::vector<PageCut> pageCuts(const QTextDocument& document, double height)
{
    const PartsOf found(document, height);
    const std::vector<Part>& parts = found.parts();
    std::vector<PageCut> pages{{}};
    for (std::size_t first = 0; first < parts.size();) {
        std::size_t last = first;
        while (last + 1 < parts.size() && parts[last].headsNext)
            ++last;
        PageCut& page = pages.back();
        const bool fits = parts[last].bottom - page.top + page.headings.height() <= height;
        // A heading with more below it than a page holds is taken apart like everything else.
        if (!fits && parts[first].top > page.top)
            pages.push_back({parts[first].top, parts[last].bottom, parts[first].headings});
        else
            page.bottom = std::max(page.bottom, parts[last].bottom);
        first = last + 1;
    }
    return pages;
}

}  // namespace homeward::ui
