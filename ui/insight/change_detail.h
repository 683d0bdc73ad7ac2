#pragma once

#include "ui/insight/needs_change_model.h"
#include "ui/shared/look/card.h"

class QLabel;
class QPushButton;

namespace homeward::ui {

/// Children whose level fell, stayed or rose, as one bar with its numbers in words.
class FellSameRose final : public QWidget {
    Q_OBJECT
public:
    explicit FellSameRose(QWidget* parent = nullptr);
    void setChange(const analytics::DomainChange& change);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    analytics::DomainChange m_change;
};

/// What stands behind the bar that is pointed at: levels, who fell and rose, the way to the
/// children.
class ChangeDetail final : public Card {
    Q_OBJECT
public:
    explicit ChangeDetail(QWidget* parent = nullptr);
    void showRow(const NeedsChangeRow& row, ChangeMeasure measure);

signals:
    void childrenRequested(const std::string& domainKey);

private:
    void showStarts(const analytics::DomainChange& change);

    std::string m_domainKey;
    QLabel* m_figure;
    QLabel* m_levels;
    FellSameRose* m_bar;
    QLabel* m_counts;
    QLabel* m_starts;  ///< change by the level at first
    QPushButton* m_children;
};

}  // namespace homeward::ui
