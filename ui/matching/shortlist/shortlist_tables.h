#pragma once

#include <QWidget>
#include <array>
#include <optional>
#include <vector>

#include "app/matching/matching_service.h"

class QComboBox;
class QLineEdit;
class QTabWidget;

namespace homeward::ui {

class CandidateTableModel;
class FlowLayout;
class NearMissTableModel;
class NotEligibleTableModel;
class TableView;

/// Left-hand side of the shortlist: one list in three parts, of which one is in sight. There is one
/// selection, that of the part in sight: what is highlighted is what everybody else is told.
class ShortlistTables : public QWidget {
    Q_OBJECT
public:
    /// In the order of the tabs.
    enum Part { Ranked, NearMisses, NotEligible };

    explicit ShortlistTables(QWidget* parent = nullptr);

    /// Keeps part and selection where the household is still listed, else selects the first.
    void setAnswer(const app::ShortlistAnswer& answer);
    void clear(const QString& emptyText);
    /// As if opened for the first time: in rank order, nothing typed, the best household first.
    void startAfresh();
    /// Household of the current row in sight; empty: none.
    HomeId current() const;
    /// The selected households in sight, from top to bottom.
    std::vector<HomeId> selected() const;
    /// Shows the part that has the household; false: none has.
    bool select(const HomeId& home);
    Part part() const;
    TableView* view() const { return m_views[static_cast<std::size_t>(part())]; }

signals:
    void currentChanged();
    void selectionChanged();
    void explainRequested();  ///< Enter
    /// Homes of another kind are to be looked at.
    void kindRequested(HomeKind kind);

private:
    void buildViews();
    void buildTabs();
    void connectView(TableView* view);
    void setOtherKinds(const std::vector<matching::OtherKind>& kinds);
    void setReasons();
    void narrow();
    void nameParts();
    void fitRows();
    void settle();
    void highlightCurrent(TableView& shown);

    CandidateTableModel* m_ranked;
    NearMissTableModel* m_near;
    NotEligibleTableModel* m_rest;
    std::array<TableView*, 3> m_views;  ///< by Part
    QTabWidget* m_tabs;
    QLineEdit* m_findEdit;
    QComboBox* m_reasonBox;
    FlowLayout* m_kinds;
    QString m_emptyText;      ///< of the ranked part, where nothing is typed
    bool m_settling = false;  ///< rows are being replaced
};

}  // namespace homeward::ui
