#pragma once

#include <QScrollArea>

#include "ui/matching/reasons/explanation.h"

class QVBoxLayout;

namespace homeward::ui {

class Card;

/// Right-hand side of the shortlist: why this household has this score, line by line, with lines
/// that add up.
class ExplanationPanel : public QScrollArea {
    Q_OBJECT
public:
    explicit ExplanationPanel(QWidget* parent = nullptr);

    void showExplanation(const Explanation& explanation);
    /// What to do where nothing is selected.
    void showHint(const QString& title, const QString& hint);

signals:
    void homeRequested(const QString& homeId);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QVBoxLayout* startAfresh();
    void fitHeight();
    Card* m_card = nullptr;
};

}  // namespace homeward::ui
