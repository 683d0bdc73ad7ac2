#pragma once

#include <qcustomplot.h>

#include <optional>
#include <string>
#include <vector>

#include "ui/insight/needs_change_model.h"

namespace homeward::ui {

/// Change in need as diverging bars, one per row of the model, in the hue of the domain's outcome.
/// Arrow keys move between bars, Enter opens the children behind one; hover reads the value.
class NeedsChangeBars final : public QCustomPlot {
    Q_OBJECT
public:
    explicit NeedsChangeBars(QWidget* parent = nullptr);

    /// Draws the rows of `model`, keeping the current bar where its domain is still there.
    void show(const NeedsChangeModel& model);
    const std::string& currentDomain() const { return m_current; }
    void setCurrentDomain(const std::string& domainKey);

    /// One bar in words, e.g. "Keeping safe: −9%, 498 children".
    QString rowInWords(int row) const;
    /// Every bar in words, for people who cannot see the chart.
    QString inWords() const;

    /// Narrower than the legend in one line, which then goes on in the next.
    QSize minimumSizeHint() const override { return {280, minimumHeight()}; }

signals:
    void currentChanged(const std::string& domainKey);
    /// The pointer is over a bar; -1: over none.
    void rowHovered(int row);
    void barActivated(const std::string& domainKey);
    void copyRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addBar(std::size_t row);
    void addInterval(std::size_t row);
    void addBarLabel(std::size_t row);
    void buildAxes();
    void buildLegend();
    void fitRange();
    void fitLegend();
    void moveTo(int row);
    int currentRow() const;
    int rowAt(const QPointF& position) const;
    QRectF rowRect(int row) const;
    QColor colourOf(const NeedsChangeRow& row) const;

    std::vector<NeedsChangeRow> m_rows;
    std::vector<QCPBars*> m_bars;
    ChangeMeasure m_measure = ChangeMeasure::Percent;
    std::string m_current;
    int m_hovered = -1;
    int m_pressed = -1;
    bool m_rebuilding = false;
};

}  // namespace homeward::ui
