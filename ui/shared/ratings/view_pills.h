#pragma once

#include <QWidget>
#include <utility>
#include <vector>

#include "domain/rating.h"

namespace homeward::ui {

/// Other people's levels as small labels, "child 2"; wraps to the width it is given.
class ViewPills : public QWidget {
    Q_OBJECT
public:
    explicit ViewPills(QWidget* parent = nullptr);
    void setViews(const std::vector<std::pair<Perspective, MaybeLevel>>& views);
    void fitTo(int width);
    static QString wordsFor(Perspective perspective, MaybeLevel level);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<QRect> rectsFor(int width) const;
    std::vector<QString> m_words;
};

}  // namespace homeward::ui
