#include "ui/shared/look/icon_engine.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

QByteArray colouredSvg(const QString& name, const QColor& colour)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("#000000", colour.name().toLatin1());
    svg.replace("currentColor", colour.name().toLatin1());
    return svg;
}

IconEngine::IconEngine(QString name, ColourSource colour)
    : m_name(std::move(name)), m_colour(std::move(colour))
{
}

void IconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal scale = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
}

QPixmap IconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap IconEngine::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    const QColor colour = m_colour(mode);
    const QString key = u"homeward/%1/%2/%3x%4@%5"_s.arg(m_name, colour.name(QColor::HexArgb))
                            .arg(size.width())
                            .arg(size.height())
                            .arg(scale);
    QPixmap drawn;
    if (QPixmapCache::find(key, &drawn))
        return drawn;
    drawn = QPixmap(size);
    drawn.fill(Qt::transparent);
    QSvgRenderer renderer(colouredSvg(m_name, colour));
    if (renderer.isValid()) {
        const QSizeF fitted =
            QSizeF(renderer.defaultSize()).scaled(QSizeF(size), Qt::KeepAspectRatio);
        QPainter painter(&drawn);
        painter.setOpacity(colour.alphaF());
        renderer.render(&painter, QRectF(QPointF((size.width() - fitted.width()) / 2,
                                                 (size.height() - fitted.height()) / 2),
                                         fitted));
    }
    drawn.setDevicePixelRatio(scale);
    QPixmapCache::insert(key, drawn);
    return drawn;
}

}  // namespace homeward::ui
