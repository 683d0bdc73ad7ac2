#pragma once

#include <qcustomplot.h>

#include <vector>

#include "app/care/placements.h"
#include "ui/children/needs/coinciding_lines.h"
#include "ui/children/needs/needs_lines_model.h"

namespace homeward::ui {

/// Needs of one child along time over the band of placements. Lines carry their names at the right
/// end, differ by hue and by the shape of their points; pointing at one reads its value.
class NeedsChart : public QCustomPlot {
    Q_OBJECT
public:
    explicit NeedsChart(QWidget* parent = nullptr);

    /// `highest`: top of the axis, 4 for levels, the greatest possible sum for the total.
    /// `frameworkChanges`: assessments that were the first in another framework.
    void show(const std::vector<Date>& dates, const std::vector<NeedsLine>& lines, double highest,
              const std::vector<app::PlacementRow>& placements, Date today,
              const std::vector<std::size_t>& frameworkChanges = {});
    /// Every mark stands at its value; lines that coincide take turns, and points are rings.
    bool sharesLines() const;

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
    /// One graph: a part of a line, or its points where as many lines meet.
    struct Stroke {
        QCPGraph* graph;
        std::size_t line;
        int sharing = 1;  ///< lines that coincide here
        int turn = 0;     ///< of this one among them
        bool isPoints = false;
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
    void addStroke(std::size_t line, const LineGroup& group, bool isPoints,
                   const std::vector<std::pair<std::size_t, std::size_t>>& segments);
    void addName(std::size_t index);
    void addFrameworkChanges(const std::vector<std::size_t>& assessments);
    void styleStroke(const Stroke& stroke);
    int pointAt(const QPointF& pixel, std::size_t& assessment) const;  ///< line, -1: none
    QString readPoint(std::size_t line, std::size_t assessment) const;
    QString readPlacement(const QPointF& pixel) const;

    QCPAxisRect* m_band = nullptr;
    QSharedPointer<QCPAxisTickerDateTime> m_dateTicker;
    std::vector<Date> m_dates;
    std::vector<NeedsLine> m_lines;
    std::vector<Stroke> m_strokes;
    std::vector<app::PlacementRow> m_placements;
    Date m_from, m_today;
    double m_highest = 4;
    std::vector<Label> m_labels;
    std::vector<Block> m_blocks;
    std::vector<QCPItemText*> m_frameworkMarks;
    int m_emphasised = -1;
};

}  // namespace homeward::ui
