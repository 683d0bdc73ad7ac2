#include "ui/insight/published_figure.h"

#include <QCoreApplication>

namespace homeward::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::PublishedFigure)
};

}  // namespace

QStringList roundedLines()
{
    return {
        Words::tr("Numbers of children are rounded to %1. Each child counts with the mean of %2 "
                  "or more similar children,")
            .arg(analytics::kPublishedCount)
            .arg(analytics::kPublishedGroup),
        Words::tr("so that nobody can be worked out by comparing figures. The smaller the group, "
                  "the rougher its figures.")};
}

QString roundedText()
{
    return roundedLines().join(QLatin1Char(' '));
}

PublishedFigure::PublishedFigure(const analytics::PublishedChange& change,
                                 const NeedsFramework& framework, ChangeOrder order,
                                 ChangeMeasure measure, QSize size)
{
    m_model.setOrder(order, measure);
    m_model.setPublished(change, framework);
    m_bars.resize(size);
    m_bars.show(m_model);
}

ChartFigure PublishedFigure::figure(const QStringList& notes)
{
    return {&m_bars, Words::tr("Change in assessed need, by domain"),
            QStringList{Words::tr("%1 · first to latest assessment").arg(totalText(m_model))} +
                notes + roundedLines()};
}

}  // namespace homeward::ui
