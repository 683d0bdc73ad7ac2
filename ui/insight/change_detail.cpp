#include "ui/insight/change_detail.h"

#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shared/look/theme.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

FellSameRose::FellSameRose(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FellSameRose::setChange(const analytics::DomainChange& change)
{
    m_change = change;
    update();
}

QSize FellSameRose::sizeHint() const
{
    return {120, 12};
}

void FellSameRose::paintEvent(QPaintEvent*)
{
    const Colours& colours = Theme::instance().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(rect(), 6, 6);
    painter.setClipPath(outline);
    painter.fillRect(rect(), colours.border);
    const double all = std::max(1, m_change.fell + m_change.same + m_change.rose);
    const double fell = width() * m_change.fell / all;
    const double rose = width() * m_change.rose / all;
    painter.fillRect(QRectF(0, 0, fell, height()), colours.goodText);
    painter.fillRect(QRectF(width() - rose, 0, rose, height()), colours.warningText);
    painter.fillRect(QRectF(fell - 1, 0, 2, height()), colours.card);
    painter.fillRect(QRectF(width() - rose - 1, 0, 2, height()), colours.card);
}

ChangeDetail::ChangeDetail(QWidget* parent)
    : Card(QStringLiteral(" "), parent),
      m_figure(new QLabel(this)),
      m_levels(new QLabel(this)),
      m_bar(new FellSameRose(this)),
      m_counts(new QLabel(this)),
      m_starts(new QLabel(this)),
      m_children(new QPushButton(this))
{
    m_levels->setWordWrap(true);
    m_counts->setWordWrap(true);
    setRole(m_levels, "muted");
    setRole(m_starts, "muted");
    m_starts->setObjectName(QStringLiteral("startsLabel"));
    setRole(m_figure, "number");
    m_children->setObjectName(QStringLiteral("showChildrenButton"));
    for (QWidget* widget : {static_cast<QWidget*>(m_figure), static_cast<QWidget*>(m_levels),
                            static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_counts),
                            static_cast<QWidget*>(m_starts), static_cast<QWidget*>(m_children)})
        body()->addWidget(widget);
    connect(m_children, &QPushButton::clicked, this,
            [this] { emit childrenRequested(m_domainKey); });
}

/// High levels fall and low ones rise by themselves: each level at first is told by itself.
void ChangeDetail::showStarts(const analytics::DomainChange& change)
{
    QStringList lines;
    for (const auto& start : change.byStart)
        lines << tr("From level %1: %2 (%3)")
                     .arg(start.level)
                     .arg(signedNumber(start.meanChange, 2), childrenText(start.children));
    m_starts->setText(lines.join(QLatin1Char('\n')));
    m_starts->setVisible(!lines.isEmpty());
}

void ChangeDetail::showRow(const NeedsChangeRow& row, ChangeMeasure measure)
{
    const analytics::DomainChange& change = row.change;
    const QLocale locale;
    m_domainKey = row.domainKey;
    setTitle(row.title);
    setSubtitle(row.isTotal() ? tr("Every domain of the framework") : row.outcome);
    m_figure->setText(change.suppressed ? QStringLiteral("–") : barText(row, measure));
    m_bar->setVisible(!change.suppressed);
    m_counts->setVisible(!change.suppressed);
    m_children->setEnabled(!change.suppressed);
    if (change.suppressed) {
        m_levels->setText(
            change.isNew
                ? tr("The framework has this domain since the latest assessments; nobody's first "
                     "one knows it.")
                : tr("Nobody here has two assessments that know this domain."));
        m_starts->hide();
        m_children->setText(tr("Show the children"));
        return;
    }
    QString levels = tr("Mean level %1 at first, %2 at the latest assessment")
                         .arg(locale.toString(change.firstMean, 'f', 2),
                              locale.toString(change.latestMean, 'f', 2));
    if (const auto half = barHalf(row, measure)) {
        const double value = barValue(row, measure).value_or(0);
        const bool percent = measure == ChangeMeasure::Percent;
        const QString unit = percent ? QStringLiteral("%") : QString();
        levels += tr(". With 95% confidence between %1 and %2")
                      .arg(signedNumber(value - *half, percent ? 0 : 2) + unit,
                           signedNumber(value + *half, percent ? 0 : 2) + unit);
    }
    m_levels->setText(levels);
    m_bar->setChange(change);
    showStarts(change);
    m_counts->setText(tr("%1 fell · %2 stayed the same · %3 rose")
                          .arg(locale.toString(change.fell), locale.toString(change.same),
                               locale.toString(change.rose)));
    m_children->setText(tr("Show the %1").arg(childrenText(change.children)));
}

}  // namespace homeward::ui
