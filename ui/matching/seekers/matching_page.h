#pragma once

#include <QStringList>

#include "ui/shared/pages/list_sources.h"

class QComboBox;
class QHBoxLayout;
class QLabel;

namespace homeward::ui {

class SeekerTableModel;

/// Entry of Matching: whom a home is looked for.
class MatchingPage final : public ChildListPage {
    Q_OBJECT
public:
    explicit MatchingPage(const PageContext& context, QWidget* parent = nullptr);
    void open(const Place& place) override;

private:
    void buildEmptyState();
    app::ChildListAsked asked() const;
    ListSource<app::ChildRow> source() const override { return childrenSource(asked()); }
    Counter counter() const override;
    int totalOf(const app::ChildCounts& counts) const override { return counts.total; }
    void showCounts(const app::ChildCounts& counts) override;
    std::vector<ChildId> recentChildren() const;
    void showRecent(const std::vector<app::ChildRow>& children);
    void searchAccepted() override;
    void openRow(const QModelIndex& index) override;
    void pick(const QString& childId);

    SeekerTableModel* m_model;
    LiveQuery<std::vector<app::ChildRow>> m_recent;
    QComboBox* m_scope;
    QWidget* m_recentRow;
    QHBoxLayout* m_recentLayout;
    QLabel* m_count;
    QPushButton* m_find;
};

/// Children of the latest searches on this computer, newest first; ids only are kept.
QStringList recentSearches(const QString& authority);
void rememberSearch(const QString& authority, const QString& childId);

}  // namespace homeward::ui
