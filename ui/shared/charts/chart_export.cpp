#include "ui/shared/charts/chart_export.h"

#include <qcustomplot.h>

#include <QBuffer>
#include <QPdfWriter>
#include <QSvgGenerator>

#include "ui/shared/look/theme.h"
#include "ui/shared/output/export_door.h"
#include "ui/shared/output/paper.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {

namespace {

constexpr int kMargin = 16;

QFont titleFont(const ChartFigure& figure)
{
    QFont font = figure.plot->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.25);
    return font;
}

int headingHeight(const ChartFigure& figure)
{
    const QFontMetrics title(titleFont(figure));
    const QFontMetrics line(figure.plot->font());
    return kMargin + title.height() + static_cast<int>(figure.notes.size()) * (line.height() + 2) +
           8;
}

QSize figureSize(const ChartFigure& figure)
{
    const QFontMetrics line(figure.plot->font());
    int widest = figure.plot->width();
    for (const QString& note : figure.notes)
        widest = std::max(widest, line.horizontalAdvance(note));
    return {widest + 2 * kMargin, figure.plot->height() + headingHeight(figure) + kMargin};
}

void paint(const ChartFigure& figure, QCPPainter& painter)
{
    const Colours& colours = Theme::instance().colours();
    const QSize size = figureSize(figure);
    painter.fillRect(QRect(QPoint(), size), colours.card);
    painter.setPen(colours.text);
    painter.setFont(titleFont(figure));
    const QFontMetrics title(painter.font());
    int y = kMargin + title.ascent();
    painter.drawText(kMargin, y, figure.title);
    y += title.descent() + 2;
    painter.setFont(figure.plot->font());
    painter.setPen(colours.mutedText);
    const QFontMetrics line(painter.font());
    for (const QString& note : figure.notes) {
        painter.drawText(kMargin, y + line.ascent(), note);
        y += line.height() + 2;
    }
    painter.save();
    painter.translate(kMargin, headingHeight(figure));
    figure.plot->toPainter(&painter, figure.plot->width(), figure.plot->height());
    painter.restore();
}

void paintVectors(const ChartFigure& figure, QPaintDevice& device)
{
    QCPPainter painter(&device);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    paint(figure, painter);
}

/// Title and description of a drawing. QSvgGenerator of Qt 6.4 writes its own without escaping.
QByteArray svgHead(const ChartFigure& figure)
{
    return Markup(QStringLiteral("<title>%1</title>\n<desc>%2</desc>\n"),
                  {figure.title, figure.notes.join(QLatin1Char('\n'))})
        .html()
        .toUtf8();
}

QByteArray svgOf(const ChartFigure& figure)
{
    QByteArray content = inMemory([&](QIODevice& memory) {
        QSvgGenerator svg;
        svg.setOutputDevice(&memory);
        svg.setSize(figureSize(figure));
        svg.setViewBox(QRect(QPoint(), figureSize(figure)));
        svg.setResolution(figure.plot->logicalDpiX());
        paintVectors(figure, svg);
    });
    content.insert(content.indexOf('>', content.indexOf("<svg")) + 1, svgHead(figure));
    return content;
}

QByteArray pdfOf(const ChartFigure& figure)
{
    return inMemory([&](QIODevice& memory) {
        QPdfWriter pdf(&memory);
        const QSize size = figureSize(figure);
        const double dpi = figure.plot->logicalDpiX();
        pdf.setTitle(figure.title);
        // Fonts are measured in points of the screen: another resolution would change their size.
        pdf.setResolution(figure.plot->logicalDpiX());
        pdf.setPageSize(
            QPageSize(QSizeF(size.width() / dpi, size.height() / dpi), QPageSize::Inch));
        pdf.setPageMargins(QMarginsF());
        paintVectors(figure, pdf);
    });
}

}  // namespace

QImage toImage(const ChartFigure& figure, double scale)
{
    QImage image(figureSize(figure) * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::white);
    QCPPainter painter(&image);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(figure, painter);
    return image;
}

Result<QByteArray> figureBytes(const ChartFigure& figure, const QString& ending)
{
    if (ending == QLatin1String("svg"))
        return svgOf(figure);
    if (ending == QLatin1String("pdf"))
        return pdfOf(figure);
    bool made = false;
    QByteArray bytes =
        inMemory([&](QIODevice& memory) { made = toImage(figure).save(&memory, "PNG"); });
    if (!made)
        return Error{ErrorCode::Internal, "draw chart", {}};
    return bytes;
}

void printFigure(const ChartFigure& figure, const Paper& paper)
{
    QCPPainter painter(&paper.device());
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    const QSize size = figureSize(figure);
    const QRectF page = paper.body();
    const double scale = std::min(page.width() / size.width(), page.height() / size.height());
    painter.save();
    painter.translate(page.topLeft());
    painter.scale(scale, scale);
    paint(figure, painter);
    painter.restore();
    paper.drawEdges(painter, 1, 1);
}

}  // namespace homeward::ui
