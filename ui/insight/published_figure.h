#pragma once

#include <QString>
#include <QStringList>

#include "ui/insight/needs_change_bars.h"
#include "ui/insight/needs_change_model.h"
#include "ui/shared/charts/chart_export.h"

namespace homeward::ui {

/// How figures that leave were rounded and why; in lines of a drawing.
QStringList roundedLines();
QString roundedText();
/// What of a change comes about by chance alone.
QString regressionText();

/// The change in need as it leaves the program: chart, table and words, made of published figures
/// only.
class PublishedFigure {
public:
    /// `size`: of the chart, in pixels of the screen.
    PublishedFigure(const analytics::PublishedChange& change, const NeedsFramework& framework,
                    ChangeOrder order, ChangeMeasure measure, QSize size);

    const NeedsChangeModel& model() const { return m_model; }
    /// With `notes` between what the figure says and how it was rounded. Lives as long as this.
    ChartFigure figure(const QStringList& notes);

private:
    NeedsChangeModel m_model;
    NeedsChangeBars m_bars;
};

}  // namespace homeward::ui
