#include "ui/shared/output/page_cuts.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>
#include <algorithm>
#include <catch2/catch.hpp>

using namespace homeward::ui;

namespace {

constexpr double kWidth = 400;
constexpr double kHeight = 300;

QString rowsOf(int count, const QString& words)
{
    QString html;
    for (int i = 0; i < count; ++i)
        html += QStringLiteral("<tr><td>%1</td><td>%2</td></tr>").arg(i).arg(words);
    return html;
}

QString tableOf(const QString& rows)
{
    return QStringLiteral(
               "<table cellpadding=\"3\"><thead><tr><th>No</th><th>Words</th></tr></thead>%1"
               "</table>")
        .arg(rows);
}

void layOut(QTextDocument& document, const QString& html)
{
    document.setDocumentMargin(0);
    document.setHtml(html);
    document.setPageSize({kWidth, -1});
}

/// The pages on which something of a block is seen.
int pagesWith(const std::vector<PageCut>& pages, const QRectF& rect)
{
    return static_cast<int>(std::ranges::count_if(pages, [&](const PageCut& page) {
        return rect.bottom() > page.top + 0.5 && rect.top() < page.bottom - 0.5;
    }));
}

void checkEveryLineOnOnePage(const QTextDocument& document, const std::vector<PageCut>& pages)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        INFO(block.text().toStdString());
        if (!block.text().isEmpty())
            CHECK(pagesWith(pages, document.documentLayout()->blockBoundingRect(block)) == 1);
    }
}

void checkNoPageIsOverfull(const std::vector<PageCut>& pages)
{
    for (const PageCut& page : pages)
        CHECK(page.bottom - page.top + page.headings.height() <= kHeight + 0.5);
}

}  // namespace

TEST_CASE("a table goes on between its rows, with its headings on each page", "[ui-model]")
{
    QTextDocument document;
    layOut(document,
           QStringLiteral("<h1>List</h1>") +
               tableOf(rowsOf(30, QStringLiteral("some words that need two lines ").repeated(4))) +
               QStringLiteral("<h2>After</h2><p>The end.</p>"));
    const std::vector<PageCut> pages = pageCuts(document, kHeight);
    REQUIRE(pages.size() > 3);
    checkEveryLineOnOnePage(document, pages);
    checkNoPageIsOverfull(pages);
    CHECK(pages.front().headings.isEmpty());
    for (std::size_t i = 1; i + 1 < pages.size(); ++i)
        CHECK(pages[i].headings.height() > 0);
}

TEST_CASE("a heading is never the last line of a page", "[ui-model]")
{
    for (int lines = 1; lines < 40; ++lines) {
        QTextDocument document;
        layOut(document, QStringLiteral("<p>line</p>").repeated(lines) +
                             QStringLiteral("<h2>Heading</h2>") +
                             tableOf(rowsOf(2, QStringLiteral("word"))));
        const std::vector<PageCut> pages = pageCuts(document, kHeight);
        const auto pageOf = [&](const QString& words) {
            const QRectF rect =
                document.documentLayout()->blockBoundingRect(document.find(words).block());
            return std::ranges::find_if(pages, [&](const PageCut& page) {
                return rect.center().y() > page.top && rect.center().y() < page.bottom;
            });
        };
        INFO(lines << " lines above");
        CHECK(pageOf(QStringLiteral("Heading")) == pageOf(QStringLiteral("word")));
        checkNoPageIsOverfull(pages);
    }
}

TEST_CASE("a row taller than a page is cut between lines", "[ui-model]")
{
    QTextDocument document;
    layOut(document,
           tableOf(rowsOf(1, QStringLiteral("one long account of what happened ").repeated(150))));
    const std::vector<PageCut> pages = pageCuts(document, kHeight);
    REQUIRE(pages.size() > 2);
    checkNoPageIsOverfull(pages);
    const QTextBlock tall = document.find(QStringLiteral("one long")).block();
    const double top = document.documentLayout()->blockBoundingRect(tall).top();
    for (int i = 0; i < tall.layout()->lineCount(); ++i) {
        const QTextLine line = tall.layout()->lineAt(i);
        const double y = top + line.y();
        CHECK(pagesWith(pages, QRectF(0, y + 1, 1, line.height() - 2)) == 1);
    }
}

TEST_CASE("a document of nothing is one empty page", "[ui-model]")
{
    QTextDocument document;
    layOut(document, QString());
    CHECK(pageCuts(document, kHeight).size() == 1);
}
