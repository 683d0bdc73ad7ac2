#pragma once

#include <QList>
#include <QString>
#include <QWidget>
#include <array>

#include "domain/needs/needs_level.h"
#include "ui/shared/ratings/level_pill.h"

namespace homeward::ui {

struct GridKey {
    QString keys;   ///< as help shows them
    QString words;  ///< what they do
};
/// What the keys do while a row of the grid has the keyboard.
QList<GridKey> gridKeys();

/// Five places 0..4 in a row and one for unknown: the level by number, position and colour.
/// Keys 0..4 and ? choose, Up and Down ask for the next row, Enter for the evidence, Space to
/// confirm, Ctrl+Shift+S for the strengths, Ctrl+Shift+O for what others say. Whatever else is
/// typed begins a sentence of evidence: nobody's words are taken for keys.
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
    /// `begin`: what was typed of it. `takesLevelBack`: a level was set by its first digit.
    void sentenceBegun(const QString& begin, bool takesLevelBack);
    void confirmRequested();
    void strengthRequested();
    void othersRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF pillRect(int place) const;  ///< 0..4, 5: unknown
    int placeAt(const QPointF& point) const;
    void choose(int place);
    bool chooseByKey(int key);
    bool requestByKey(int key);
    bool moveByKey(int key);
    void typeOn(const QString& typed);

    LevelScale m_scale;
    std::array<QString, kLevelCount> m_names;
    std::array<QString, kLevelCount> m_descriptors;
    MaybeLevel m_level;
    bool m_decided = false;
    bool m_readOnly = false;
    int m_hovered = -1;
    /// Typed since the last other key: "3", "3 "; begins a sentence if letters follow a blank.
    QString m_typed;
};

}  // namespace homeward::ui
