#include "ui/insight/published_figure.h"

#include <QCoreApplication>

#include "documents/needs_change_report.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

struct PublishedFigureWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::PublishedFigure)
};

/// Characters; a drawing is about as wide and breaks no lines itself.
constexpr qsizetype kLineOfNote = 115;

}  // namespace

QString roundedText()
{
    return text(documents::trendNote(catalogue()));
}

QString regressionText()
{
    return text(documents::regressionNote(catalogue()));
}

QStringList roundedLines()
{
    QStringList lines{{}};
    for (const QString& word : roundedText().split(u' ')) {
        if (lines.last().size() + word.size() > kLineOfNote)
            lines << QString();
        lines.last() += lines.last().isEmpty() ? word : u' ' + word;
    }
    return lines;
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
    return {
        &m_bars, PublishedFigureWords::tr("Change in assessed need, by domain"),
        QStringList{
            PublishedFigureWords::tr("%1 · first to latest assessment").arg(totalText(m_model))} +
            notes + roundedLines()};
}

}  // namespace homeward::ui
