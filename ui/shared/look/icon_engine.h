#pragma once

#include <QColor>
#include <QIconEngine>
#include <QString>
#include <functional>

namespace homeward::ui {

/// Draws a line icon of resources/icons sharp at any size, in the colour it is asked for when it is
/// painted, so that icons follow a change of theme.
class IconEngine final : public QIconEngine {
public:
    using ColourSource = std::function<QColor(QIcon::Mode)>;
    IconEngine(QString name, ColourSource colour);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override;
    QIconEngine* clone() const override { return new IconEngine(*this); }

private:
    QString m_name;
    ColourSource m_colour;
};

/// Text of an icon with its black replaced; empty when there is no such icon.
QByteArray colouredSvg(const QString& name, const QColor& colour);

}  // namespace homeward::ui
