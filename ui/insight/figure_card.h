#pragma once

#include <QFrame>

#include "ui/shared/look/card.h"

class QLabel;

namespace homeward::ui {

/// One number that matters, with what it counts and what it is out of.
class FigureCard final : public Card {
    Q_OBJECT
public:
    explicit FigureCard(const QString& what, QWidget* parent = nullptr);
    /// `figure` e.g. "96%", `outOf` e.g. "576 of 600".
    void setFigure(const QString& figure, const QString& outOf);

private:
    QString m_what;
    QLabel* m_figure;
    QLabel* m_outOf;
};

}  // namespace homeward::ui
