#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "app/matching/matching_service.h"

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace homeward::ui {

class Card;
class CandidateTableModel;
class FlowLayout;
class NearMissTableModel;
class NotEligibleTableModel;
class TableView;

/// Left-hand side of the shortlist: ranked list, near misses, everyone else with every reason.
class ShortlistTables : public QWidget {
    Q_OBJECT
public:
    explicit ShortlistTables(QWidget* parent = nullptr);

    /// Keeps the selection where the households are still listed, else selects the first.
    void setAnswer(const app::ShortlistAnswer& answer);
    void clear(const QString& emptyText);
    /// As if opened for the first time: in rank order, nothing typed, the best household first.
    void startAfresh();
    /// Household of the current row of the table used last; empty: none.
    HomeId current() const { return m_current; }
    /// All selected households, ranked list first.
    std::vector<HomeId> selected() const;
    void select(const HomeId& home);
    TableView* rankedView() const { return m_rankedView; }

signals:
    void currentChanged();
    void selectionChanged();
    void explainRequested();  ///< Enter
    void chooseRequested();   ///< Ctrl+Enter

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildRanked();
    void buildNearMisses();
    void buildNotEligible();
    void connectView(TableView* view, TableView* other);
    void showReasons();
    void showWhere();
    void setExpanded(bool expanded);
    void fitRows();
    void fitNearMisses();
    void sortByRank();
    void fitColumn();

    QScrollArea* m_scroll;
    CandidateTableModel* m_ranked;
    NearMissTableModel* m_near;
    NotEligibleTableModel* m_rest;
    TableView* m_rankedView;
    TableView* m_nearView;
    TableView* m_restView;
    Card* m_rankedCard;
    Card* m_nearCard;
    Card* m_restCard;
    QLabel* m_countsLabel;
    QLabel* m_whereLabel;
    QLineEdit* m_whyEdit;
    QPushButton* m_expandButton;
    QWidget* m_restBody;
    FlowLayout* m_reasonButtons;
    QButtonGroup* m_reasonGroup;
    HomeId m_current;
    bool m_settling = false;  ///< rows are being replaced
};

}  // namespace homeward::ui
