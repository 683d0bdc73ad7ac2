#pragma once

#include <QWidget>
#include <array>

#include "ui/shared/ratings/ratings_document.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace homeward::ui {

class Card;
class DescriptorChoice;
class GrowingTextEdit;
class ViewPills;

/// Beside the grid: what the levels of the focused domain mean, strengths, views of others,
/// progress.
class RatingsSidePanel : public QWidget {
    Q_OBJECT
public:
    RatingsSidePanel(RatingsDocument& document, bool needs, QWidget* parent = nullptr);

    void showDomain(std::size_t domain);
    void refresh();
    /// Below the grid instead of beside it: without the list of keys.
    void setCompact(bool compact);
    void editStrength();
    /// A menu of people and levels, at `where` on the screen.
    void askForOthers(const QPoint& where);

signals:
    void gridRequested();  ///< back to the focused row

private:
    Card* buildLevels();
    Card* buildStrengths();
    Card* buildOthers();
    Card* buildProgress();
    void refreshLevels();
    void refreshProgress();

    RatingsDocument& m_document;
    bool m_needs;
    bool m_refreshing = false;
    bool m_compact = false;
    std::size_t m_domain = 0;
    Card* m_levels = nullptr;
    QLabel* m_guidance = nullptr;
    std::array<DescriptorChoice*, kLevelCount> m_choices{};
    GrowingTextEdit* m_strength = nullptr;
    ViewPills* m_others = nullptr;
    QPushButton* m_addView = nullptr;
    QLabel* m_progressTitle = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_progressText = nullptr;
    QLabel* m_keys = nullptr;
};

}  // namespace homeward::ui
