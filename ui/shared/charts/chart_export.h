#pragma once

#include <QImage>
#include <QString>
#include <QStringList>

#include "support/result.h"

class QCustomPlot;
class QPrinter;

namespace homeward::ui {

/// A chart as it leaves the program: never without its title and what it counts.
struct ChartFigure {
    QCustomPlot* plot = nullptr;
    QString title;
    QStringList notes;  ///< lines below the title: cohort, numbers, dates, suppression
};

/// The figure as a picture at `scale` times its size on screen.
QImage toImage(const ChartFigure& figure, double scale = 2.0);

/// By the ending of `file`: .svg, .pdf, else PNG. Fails with: StorageFailed.
Result<Done> saveFigure(const ChartFigure& figure, const QString& file);

/// The figure on one page, as large as fits. `printer` has the resolution of the screen.
void printFigure(const ChartFigure& figure, QPrinter& printer);

}  // namespace homeward::ui
