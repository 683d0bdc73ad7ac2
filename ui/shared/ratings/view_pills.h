#pragma once

#include <QWidget>
#include <utility>
#include <vector>

#include "domain/needs/rating.h"

namespace homeward::ui {

/// Other people's levels as small labels, "child 2"; wraps to the width it is given.
class ViewPills : public QWidget {
    Q_OBJECT
public:
    explicit ViewPills(QWidget* parent = nullptr);
    void setViews(const std::vector<std::pair<Perspective, MaybeLevel>>& views);
    void fitTo(int width);  ///< fixed from then on; without it, as wide as the layout gives
    static QString wordsFor(Perspective perspective, MaybeLevel level);

    QSize sizeHint() const override { return {120, heightForWidth(120)}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<QRect> rectsFor(int width) const;
    std::vector<QString> m_words;
    int m_fixedWidth = 0;  ///< 0: as the layout gives
};

}  // namespace homeward::ui
