#pragma once

#include <QWidget>
#include <vector>

#include "app/care/placements.h"

namespace homeward::ui {

/// Placements of one child along time: one block each, with its name; gaps stay empty.
class PlacementBand : public QWidget {
    Q_OBJECT
public:
    explicit PlacementBand(QWidget* parent = nullptr);
    /// Oldest first.
    void setPlacements(const std::vector<app::PlacementRow>& rows, Date today);
    void setCurrent(int index);  ///< -1: none
    int current() const { return m_current; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

signals:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    double xOf(Date day) const;
    QRectF blockRect(std::size_t index) const;
    int blockAt(const QPointF& point) const;
    QString describe(std::size_t index) const;
    void paintYears(QPainter& painter) const;
    void choose(int index);

    std::vector<app::PlacementRow> m_rows;
    Date m_from;
    Date m_until;
    Date m_today;
    int m_current = -1;
};

}  // namespace homeward::ui
