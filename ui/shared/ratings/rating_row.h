#pragma once

#include <QFrame>
#include <QString>

#include "ui/shared/ratings/level_pill.h"
#include "ui/shared/ratings/ratings_document.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace homeward::ui {

class GrowingTextEdit;
class LevelPicker;
class ViewPills;

/// Widths of the grid's columns, pixels; 0: the column is not shown.
struct RatingColumns {
    int domain = 0;
    int before = 0;
    int now = 0;
    int evidence = 0;
    int others = 0;
    static constexpr int kGap = 12;
    static constexpr int kMargin = 8;

    /// What the columns must hold.
    struct Contents {
        int em = 0;      ///< width of an "m"
        int before = 0;  ///< widest of heading and level; 0: there is no earlier document
        int now = 0;     ///< the level picker with the mark of change
        bool others = false;
    };
    /// Shares `width` out; others first give way to evidence.
    static RatingColumns forWidth(int width, const Contents& contents);
};

/// One domain of the grid.
class RatingRow : public QFrame {
    Q_OBJECT
public:
    RatingRow(RatingsDocument& document, std::size_t domain, LevelScale scale,
              QWidget* parent = nullptr);

    std::size_t domain() const { return m_domain; }
    LevelPicker* picker() const { return m_picker; }
    GrowingTextEdit* evidenceEdit() const { return m_evidence; }

    /// The first refresh of another document: nothing was asked of it yet.
    void beginDocument();
    void refresh();
    void setColumns(const RatingColumns& columns);
    int nowWidth() const;  ///< of the level picker with the mark of change
    void setCurrent(bool current);
    void setIssue(const QString& reason);  ///< empty: none

signals:
    void focused();
    void stepRequested(int rows);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void buildCells();
    QVBoxLayout* buildEvidenceCell();
    void connectCells();
    void refreshBefore();
    void refreshAsked();
    void beginSentence(const QString& begin, bool takesLevelBack);

    RatingsDocument& m_document;
    std::size_t m_domain;
    LevelScale m_scale;
    QLabel* m_lastWords = nullptr;
    bool m_wasAsked = false;  ///< keeps its line once answered
    bool m_current = false;
    bool m_refreshing = false;
    QLabel* m_title = nullptr;
    LevelPill* m_before = nullptr;
    QWidget* m_beforeCell = nullptr;
    LevelPicker* m_picker = nullptr;
    ChangeMark* m_change = nullptr;
    GrowingTextEdit* m_evidence = nullptr;
    QWidget* m_evidenceCell = nullptr;
    QPushButton* m_confirm = nullptr;
    QLabel* m_issue = nullptr;
    ViewPills* m_others = nullptr;
};

}  // namespace homeward::ui
