#pragma once

#include <QColor>
#include <QIcon>
#include <QObject>
#include <QString>
#include <array>
#include <memory>

class QApplication;
class QCustomPlot;
class QTemporaryDir;

namespace homeward::ui {

/// Colours by role; the only place where colours are named. Light and dark, contrast 4.5:1 for
/// text.
struct Colours {
    QColor window, card, border, text, mutedText, sideBar, sideBarText, sideBarCurrent, primary,
        primaryText, accent, focus, rowAlternate, header, good, goodText, warning, warningText,
        problem, problemText, info, infoText;
    std::array<QColor, 5> level;  ///< fill of a level of need, 0..4, safe for colour-blind readers
    std::array<QColor, 5> levelText;  ///< text and border on it
    std::array<QColor, 5> skill;      ///< fill of a level of skill: the more, the deeper, never red
    std::array<QColor, 5> skillText;  ///< text and border on it
    std::array<QColor, 6> outcome;    ///< hue of an outcome in every chart (index modulo 6)
    QColor selection;                 ///< background of a selected row; text on it stays `text`
    QColor field, fieldBorder, link;  ///< what is typed into; borders at 3:1; links in text
};

/// Light or dark look: palette, style sheet, icons recoloured. One per program.
class Theme : public QObject {
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };
    static Theme& instance();

    void install(QApplication& application);  ///< Fusion style, palette, style sheet
    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    bool isDark() const;
    const Colours& colours() const;

    /// Line icon from resources/icons, in the text colour or in `colour`.
    QIcon icon(const QString& name) const;
    QIcon icon(const QString& name, const QColor& colour) const;
    /// In a colour by role, which follows the theme, e.g. `icon(u"lock"_s, &Colours::sideBarText)`.
    QIcon icon(const QString& name, QColor Colours::*role) const;

    /// Hue of an outcome, or of a domain of it (`domainWithin` 0, 1, ...: steps away from the
    /// ground).
    QColor outcomeColour(std::size_t outcomeIndex, std::size_t domainWithin = 0) const;
    /// Fonts, axes and background of a chart.
    void apply(QCustomPlot& plot) const;

signals:
    void changed();

private:
    Theme();
    ~Theme() override;
    void restyle();
    QString styleSheet() const;
    Mode m_mode = Mode::System;
    QApplication* m_application = nullptr;
    bool m_systemIsDark = false;
    std::unique_ptr<QTemporaryDir> m_arrows;  ///< recoloured arrows; a style sheet takes only files
};

}  // namespace homeward::ui
