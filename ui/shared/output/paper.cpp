#include "ui/shared/output/paper.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextDocument>
#include <utility>
#include <vector>

#include "app/records/child_list.h"
#include "app/session/session.h"
#include "ui/shared/output/page_cuts.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {
namespace {

constexpr int kTextPoints = 9;
constexpr int kEdgePoints = 8;
constexpr double kEdgeLines = 2.2;  ///< of an edge, with the room beside the text

struct PaperWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::Paper)
};

QFont fontOf(int points)
{
    QFont font(QStringLiteral("sans-serif"));
    font.setPointSize(points);
    return font;
}

/// `part` of a laid-out document, its top at `y`.
void drawPart(QPainter& painter, const QTextDocument& document, const QRectF& part, double y)
{
    painter.save();
    painter.translate(0, y - part.top());
    QAbstractTextDocumentLayout::PaintContext paint;
    paint.clip = QRectF(0, part.top(), document.pageSize().width(), part.height());
    paint.palette.setColor(QPalette::Text, Qt::black);
    painter.setClipRect(paint.clip);
    document.documentLayout()->draw(&painter, paint);
    painter.restore();
}

QString subjectOf(app::Session& session, const ChildId& child)
{
    const auto rows = child.isEmpty()
                          ? Result<std::vector<app::ChildRow>>(std::vector<app::ChildRow>())
                          : app::childRows(session, {child});
    if (!rows || rows->empty())
        return text(session.authority().name);
    const app::ChildRow& row = rows->front();
    return PaperWords::tr("%1 · born %2 · %3")
        .arg(text(row.displayName), dateText(row.birthDate), text(row.caseNumber));
}

}  // namespace

PaperEdges paperEdges(app::Session& session, const ChildId& child)
{
    const app::AuthorityInfo& authority = session.authority();
    return {
        subjectOf(session, child),
        authority.demonstration ? PaperWords::tr("Invented data") : PaperWords::tr("Confidential"),
        PaperWords::tr("Printed %1, %2")
            .arg(dateText(session.today()), text(session.account().personName))};
}

Paper::Paper(QPagedPaintDevice& device, PaperEdges edges)
    : m_device(device), m_edges(std::move(edges))
{
}

double Paper::lineHeight() const
{
    return QFontMetricsF(fontOf(kEdgePoints), &m_device).height();
}

QRectF Paper::body() const
{
    const double edge = lineHeight() * kEdgeLines;
    return {0, edge, static_cast<double>(m_device.width()), m_device.height() - 2 * edge};
}

void Paper::drawEdges(QPainter& painter, int page, int pages) const
{
    const double line = lineHeight();
    const QRectF top(0, 0, m_device.width(), line);
    const QRectF bottom(0, m_device.height() - line, m_device.width(), line);
    painter.setFont(fontOf(kEdgePoints));
    painter.setPen(Qt::black);
    painter.drawText(top, Qt::AlignLeft | Qt::AlignVCenter, m_edges.subject);
    painter.drawText(top, Qt::AlignRight | Qt::AlignVCenter, m_edges.marking);
    painter.drawText(bottom, Qt::AlignLeft | Qt::AlignVCenter, m_edges.printed);
    painter.drawText(bottom, Qt::AlignRight | Qt::AlignVCenter,
                     PaperWords::tr("Page %1 of %2").arg(page).arg(pages));
}

void Paper::print(const QString& html) const
{
    WordsDocument document;
    document.setDefaultFont(fontOf(kTextPoints));
    document.setDocumentMargin(0);
    // A narrow column may be overrun; a word is never taken apart.
    QTextOption whole;
    whole.setWrapMode(QTextOption::WordWrap);
    document.setDefaultTextOption(whole);
    document.setDefaultStyleSheet(
        QStringLiteral("h1 { font-size: 16pt; } h2 { font-size: 12pt; margin-top: 12px; }"));
    setMarkup(document, Markup::ofHtml(html));
    document.documentLayout()->setPaintDevice(&m_device);
    const QRectF room = body();
    document.setPageSize({room.width(), -1});
    const std::vector<PageCut> pages = pageCuts(document, room.height());

    QPainter painter(&m_device);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0)
            m_device.newPage();
        const double headings = pages[i].headings.height();
        if (headings > 0)
            drawPart(painter, document, pages[i].headings, room.top());
        drawPart(painter, document, {0, pages[i].top, room.width(), pages[i].bottom - pages[i].top},
                 room.top() + headings);
        drawEdges(painter, static_cast<int>(i) + 1, static_cast<int>(pages.size()));
    }
}

}  // namespace homeward::ui
