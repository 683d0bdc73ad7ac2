#pragma once

#include <QString>
#include <QWidget>
#include <array>

#include "domain/needs/needs_level.h"
#include "ui/shared/ratings/level_pill.h"

namespace homeward::ui {

/// Five places 0..4 in a row and one for unknown: the level by number, position and colour.
/// Keys 0..4 and U choose, Up and Down ask for the next row, Enter for the evidence, C to confirm,
/// S for the strengths, O for what others say.
class LevelPicker : public QWidget {
    Q_OBJECT
public:
    static constexpr int kUnknown = -1;

    explicit LevelPicker(LevelScale scale, QWidget* parent = nullptr);

    /// `names`: of the levels; `descriptors`: what each means in this domain, shown on hover.
    void setWords(const std::array<QString, kLevelCount>& names,
                  const std::array<QString, kLevelCount>& descriptors);
    /// `decided` false and no level: not rated yet. `decided` false with a level: carried over.
    void setState(MaybeLevel level, bool decided);
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }

    MaybeLevel level() const { return m_level; }
    bool isDecided() const { return m_decided; }
    /// What a screen reader says: "2, Moderate", "unknown", "not rated yet", "2, Moderate, carried
    /// over".
    QString valueText() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void levelChosen(int level);  ///< 0..4 or kUnknown
    void stepRequested(int rows);
    void evidenceRequested();
    void confirmRequested();
    void strengthRequested();
    void othersRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF pillRect(int place) const;  ///< 0..4, 5: unknown
    int placeAt(const QPointF& point) const;
    void choose(int place);
    bool chooseByKey(int key);

    LevelScale m_scale;
    std::array<QString, kLevelCount> m_names;
    std::array<QString, kLevelCount> m_descriptors;
    MaybeLevel m_level;
    bool m_decided = false;
    bool m_readOnly = false;
    int m_hovered = -1;
};

}  // namespace homeward::ui
