#pragma once

#include <QAbstractButton>

#include "domain/needs/needs_level.h"
#include "ui/shared/ratings/level_pill.h"

class QTextLine;

namespace homeward::ui {

/// One level with what it means: in full while it is chosen or has the keyboard, else its first
/// lines.
class DescriptorChoice : public QAbstractButton {
    Q_OBJECT
public:
    static constexpr int kAllLines = 99;
    DescriptorChoice(LevelScale scale, Level level, QWidget* parent = nullptr);
    /// Most lines shown while it is not chosen.
    void setShortLines(int lines);
    void setWords(const QString& name, const QString& descriptor);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void checkStateSet() override;

private:
    int textLeft() const;
    void drawElided(QPainter& painter, const QTextLine& line, const QString& rest, int available,
                    double top) const;
    /// Draws when there is a painter; gives the height of the text.
    double layOut(QPainter* painter, int width) const;
    LevelScale m_scale;
    Level m_level;
    QString m_name;
    QString m_descriptor;
    int m_shortLines = 2;
};

}  // namespace homeward::ui
