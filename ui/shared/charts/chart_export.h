#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>
#include <QStringList>

#include "support/result.h"

class QCustomPlot;

namespace homeward::ui {

/// A chart as it leaves the program: never without its title and what it counts.
class Paper;

struct ChartFigure {
    QCustomPlot* plot = nullptr;
    QString title;
    QStringList notes;  ///< lines below the title: cohort, numbers, dates, suppression
};

/// The figure as a picture at `scale` times its size on screen.
QImage toImage(const ChartFigure& figure, double scale = 2.0);

/// As a file with this ending holds it: "svg", "pdf", else PNG. Fails with: Internal.
Result<QByteArray> figureBytes(const ChartFigure& figure, const QString& ending);

/// The figure on one page, as large as fits. Its device has the resolution of the screen.
void printFigure(const ChartFigure& figure, const Paper& paper);

}  // namespace homeward::ui
