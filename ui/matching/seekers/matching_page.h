#pragma once

#include <QStringList>

#include "ui/shared/tables/list_page.h"

class QComboBox;
class QHBoxLayout;

namespace homeward::ui {

class SeekerTableModel;

/// Entry of Matching: whom a home is looked for.
class MatchingPage final : public ListPage {
    Q_OBJECT
public:
    explicit MatchingPage(const PageContext& context, QWidget* parent = nullptr);
    void open(const Place& place) override;
    std::optional<QTime> readAt() const override;

private:
    void buildEmptyState();
    void showChildren();
    void showRecent();
    void narrow() override;
    void searchAccepted() override;
    void openRow(const QModelIndex& index) override;
    void pick(const QString& childId);

    SeekerTableModel* m_model;
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
