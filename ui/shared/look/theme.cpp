#include "ui/shared/look/theme.h"

#include <qcustomplot.h>

#include <QApplication>
#include <QFile>
#include <QPalette>
#include <QRegularExpression>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QToolTip>

#include "ui/shared/look/icon_engine.h"
#include "ui/shared/look/theme_colours.h"
#include "ui/shared/words/plain_words.h"

static void loadResources()
{
    Q_INIT_RESOURCE(homeward_look);
}

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QColor faded(QColor colour)
{
    colour.setAlphaF(0.45f);
    return colour;
}

QString writeArrow(const QTemporaryDir& folder, const QString& name, const QColor& colour)
{
    // Named by colour: the style sheet engine keeps images by file name.
    QString path = folder.filePath(name + u'-' + colour.name().mid(1) + u".svg"_s);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(colouredSvg(name, colour));
    return path;
}

void styleAxis(QCPAxis& axis, const Colours& c, const QFont& font)
{
    const QPen line(c.border, 1);
    axis.setBasePen(line);
    axis.setTickPen(line);
    axis.setSubTickPen(Qt::NoPen);
    axis.setTickLabelColor(c.mutedText);
    axis.setLabelColor(c.mutedText);
    axis.setTickLabelFont(font);
    axis.setLabelFont(font);
    QColor grid = c.border;
    grid.setAlphaF(0.6f);
    axis.grid()->setPen(QPen(grid, 1));
    axis.grid()->setZeroLinePen(line);
}

}  // namespace

Theme::Theme() = default;
Theme::~Theme() = default;

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

void Theme::install(QApplication& application)
{
    loadResources();
    m_application = &application;
    // Qt 6.4 cannot be asked for the colour scheme; the lightness of its palette tells.
    m_systemIsDark = application.palette().color(QPalette::Window).lightness() < 128;
    application.setStyle(QStyleFactory::create(u"Fusion"_s));
    drawWordsAsLetters(application);
    // Must go before the application does, or its files outlive it.
    connect(&application, &QCoreApplication::aboutToQuit, this, [this] { m_arrows.reset(); });
    restyle();
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    restyle();
    emit changed();
}

bool Theme::isDark() const
{
    return m_mode == Mode::Dark || (m_mode == Mode::System && m_systemIsDark);
}

const Colours& Theme::colours() const
{
    return isDark() ? darkColours() : lightColours();
}

void Theme::restyle()
{
    if (!m_application)
        return;
    if (!m_arrows)
        m_arrows = std::make_unique<QTemporaryDir>();
    m_application->setPalette(paletteOf(colours()));
    QToolTip::setPalette(paletteOf(colours()));
    m_application->setStyleSheet(styleSheet());
}

QString Theme::styleSheet() const
{
    QFile file(u":/styles/homeward.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());

    const QMap<QString, QString> names = styleColours(colours());
    for (auto it = names.begin(); it != names.end(); ++it)
        sheet.replace(u'@' + it.key() + u'@', it.value());

    for (const QString& arrow : {u"chevron-down"_s, u"arrow-up"_s, u"arrow-down"_s, u"check"_s})
        sheet.replace(u"@icon-"_s + arrow + u'@',
                      writeArrow(*m_arrows, arrow, colours().mutedText));

    // @size(1.6)@: that many times the person's own font size.
    static const QRegularExpression size(u"@size\\(([0-9.]+)\\)@"_s);
    const qreal base = QFontInfo(m_application->font()).pointSizeF();
    for (auto match = size.match(sheet); match.hasMatch(); match = size.match(sheet))
        sheet.replace(match.capturedStart(), match.capturedLength(),
                      QString::number(base * match.captured(1).toDouble(), 'f', 1) + u"pt"_s);
    return sheet;
}

QIcon Theme::icon(const QString& name) const
{
    return icon(name, &Colours::text);
}

QIcon Theme::icon(const QString& name, const QColor& colour) const
{
    return QIcon(new IconEngine(name, [colour](QIcon::Mode mode) {
        return mode == QIcon::Disabled ? faded(colour) : colour;
    }));
}

QIcon Theme::icon(const QString& name, QColor Colours::*role) const
{
    return QIcon(new IconEngine(name, [this, role](QIcon::Mode mode) {
        const QColor colour = colours().*role;
        return mode == QIcon::Disabled ? faded(colour) : colour;
    }));
}

QColor Theme::outcomeColour(std::size_t outcomeIndex, std::size_t domainWithin) const
{
    const Colours& c = colours();
    const QColor hue = c.outcome[outcomeIndex % c.outcome.size()];
    const int percent = 100 + 22 * static_cast<int>(std::min<std::size_t>(domainWithin, 3));
    // Away from the ground: a line must stand out from it 3 to 1 in every step.
    return isDark() ? hue.lighter(percent) : hue.darker(percent);
}

void Theme::apply(QCustomPlot& plot) const
{
    const Colours& c = colours();
    QFont font = m_application ? m_application->font() : plot.font();
    font.setPointSizeF(font.pointSizeF() * 0.9);
    plot.setBackground(c.card);
    plot.setFont(font);
    for (QCPAxisRect* rect : plot.axisRects()) {
        rect->setBackground(Qt::NoBrush);
        for (QCPAxis* axis : rect->axes())
            styleAxis(*axis, c, font);
    }
    if (plot.legend) {
        plot.legend->setFont(font);
        plot.legend->setTextColor(c.text);
        plot.legend->setBrush(c.card);
        plot.legend->setBorderPen(Qt::NoPen);
    }
}

}  // namespace homeward::ui
