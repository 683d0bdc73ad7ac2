#pragma once

#include <QAbstractButton>

#include "domain/needs/needs_level.h"
#include "ui/shared/ratings/level_pill.h"

namespace homeward::ui {

/// One level with what it means, always in full: it is read before it is chosen.
class DescriptorChoice : public QAbstractButton {
    Q_OBJECT
public:
    DescriptorChoice(LevelScale scale, Level level, QWidget* parent = nullptr);
    void setWords(const QString& name, const QString& descriptor);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    int textLeft() const;
    /// Draws when there is a painter; gives the height of the text.
    double layOut(QPainter* painter, int width) const;
    LevelScale m_scale;
    Level m_level;
    QString m_name;
    QString m_descriptor;
};

}  // namespace homeward::ui
