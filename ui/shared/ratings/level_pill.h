#pragma once

#include <QSize>
#include <QString>
#include <QWidget>
#include <optional>

#include "domain/needs/needs_level.h"

class QFontMetrics;
class QPainter;
class QRectF;

namespace homeward::ui {

enum class PillLook {
    Empty,  ///< a place that could be chosen
    Chosen,
    CarriedOver,  ///< chosen last time, not looked at: dashed
};

/// Whose levels: they are coloured apart, since much skill is good news and much need is not.
enum class LevelScale { Need, Skill };

QSize levelPillSize(const QFontMetrics& metrics);
/// A rounded square with the level's number; `level` empty: a question mark, for unknown.
void paintLevelPill(QPainter& painter, const QRectF& where, LevelScale scale, MaybeLevel level,
                    PillLook look, bool hovered = false);

/// A level to read: the one before, or a cell of a table.
class LevelPill : public QWidget {
    Q_OBJECT
public:
    explicit LevelPill(LevelScale scale, QWidget* parent = nullptr);
    /// `shown` false: nothing to show, e.g. no earlier assessment.
    void setLevel(bool shown, MaybeLevel level, const QString& description);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    LevelScale m_scale;
    bool m_shown = false;
    MaybeLevel m_level;
};

/// How a level moved: a triangle down, up, or an equals sign. Nothing where an end is unknown.
class ChangeMark : public QWidget {
    Q_OBJECT
public:
    explicit ChangeMark(LevelScale scale, QWidget* parent = nullptr);
    void setChange(std::optional<int> difference);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    LevelScale m_scale;
    std::optional<int> m_difference;
};

}  // namespace homeward::ui
