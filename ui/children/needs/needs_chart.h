#pragma once

#include <qcustomplot.h>

#include <vector>

#include "app/care/placements.h"
#include "ui/children/needs/needs_lines_model.h"

namespace homeward::ui {

/// Needs of one child along time over the band of placements. Lines carry their names at the right
/// end, differ by hue and by the shape of their points; pointing at one reads its value.
class NeedsChart : public QCustomPlot {
    Q_OBJECT
public:
    explicit NeedsChart(QWidget* parent = nullptr);

    /// `highest`: top of the axis, 4 for levels, the greatest possible sum for the total.
    void show(const std::vector<Date>& dates, const std::vector<NeedsLine>& lines, double highest,
              const std::vector<app::PlacementRow>& placements, Date today);
    /// Lines share a value somewhere, so that some are drawn a little above theirs.
    bool drawsSideBySide() const;
    /// What the chart shows, for those who cannot see it.
    QString inWords() const;

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Label {
        QCPItemText* text;
        QCPItemLine* leader;  ///< from the end of the line to its name
        double x;             ///< where the line ends
        double latest;
        QString name;
    };
    struct Block {
        QCPItemRect* rect;
        QCPItemText* text;
        std::size_t placement;
    };
    void buildAxes();
    void restyle();
    void fitToWidth();
    void addLine(std::size_t index);
    void addPlacements();
    void setRanges();
    void placeLabels();
    void placeBlockNames();
    void emphasise(int line);
    QColor colourOf(std::size_t index) const;
    void spreadLines();
    double dodge(std::size_t index) const { return m_dodges[index]; }
    int pointAt(const QPointF& pixel, std::size_t& assessment) const;  ///< line, -1: none
    QString readPoint(std::size_t line, std::size_t assessment) const;
    QString readPlacement(const QPointF& pixel) const;

    QCPAxisRect* m_band = nullptr;
    QSharedPointer<QCPAxisTickerDateTime> m_dateTicker;
    std::vector<Date> m_dates;
    std::vector<NeedsLine> m_lines;
    std::vector<double> m_dodges;  ///< by line: how far above its values it is drawn
    std::vector<app::PlacementRow> m_placements;
    Date m_from, m_today;
    double m_highest = 4;
    std::vector<Label> m_labels;
    std::vector<Block> m_blocks;
    int m_emphasised = -1;
};

}  // namespace homeward::ui
