#pragma once

#include <QWidget>
#include <array>

#include "ui/shared/ratings/ratings_document.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace homeward::ui {

class Card;
class DescriptorChoice;
class GrowingTextEdit;
class ViewPills;

/// Beside the grid: progress, what the levels of the focused domain mean, strengths, views of
/// others.
class RatingsSidePanel : public QWidget {
    Q_OBJECT
public:
    RatingsSidePanel(RatingsDocument& document, bool needs, QWidget* parent = nullptr);

    void showDomain(std::size_t domain);
    void refresh();
    /// Below the grid instead of beside it: one line with the chosen level and the progress; the
    /// rest unfolds on request.
    void setCompact(bool compact);
    void editStrength();
    /// A menu of people and levels, at `where` on the screen.
    void askForOthers(const QPoint& where);

signals:
    void gridRequested();  ///< back to the focused row

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    Card* buildLevels();
    Card* buildStrengths();
    Card* buildOthers();
    Card* buildProgress();
    void refreshLevels();
    void refreshProgress();
    void refreshCompact();
    void fitGuidance();
    void unfold(bool unfolded);

    RatingsDocument& m_document;
    bool m_needs;
    bool m_refreshing = false;
    bool m_compact = false;
    std::size_t m_domain = 0;
    QScrollArea* m_scroll = nullptr;
    Card* m_levels = nullptr;
    Card* m_progressCard = nullptr;
    QLabel* m_chosen = nullptr;     ///< compact: the level now and what it means
    QPushButton* m_more = nullptr;  ///< compact: unfolds the rest
    QLabel* m_guidance = nullptr;
    std::array<DescriptorChoice*, kLevelCount> m_choices{};
    GrowingTextEdit* m_strength = nullptr;
    ViewPills* m_others = nullptr;
    QPushButton* m_addView = nullptr;
    QLabel* m_progressTitle = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_progressText = nullptr;
};

}  // namespace homeward::ui
