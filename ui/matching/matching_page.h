#pragma once

#include "ui/shared/page.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace homeward::ui {

class Banner;
class PageHeader;
class SeekerFilterModel;
class SeekerTableModel;
class TableView;

/// Entry of Matching: whom a home is looked for.
class MatchingPage : public Page {
    Q_OBJECT
public:
    explicit MatchingPage(const PageContext& context, QWidget* parent = nullptr);
    void open(const Place& place) override;
    Place place() const override;
    std::optional<QTime> readAt() const override;

private:
    void build();
    QWidget* buildEmptyState();
    void showChildren();
    void showCount();
    void showRecent();
    void pick(const QString& childId);
    PageContext m_context;
    PageHeader* m_header;
    Banner* m_banner;
    QLineEdit* m_searchEdit;
    QComboBox* m_scopeBox;
    QWidget* m_recentRow;
    QHBoxLayout* m_recentLayout;
    TableView* m_view;
    QLabel* m_countLabel;
    QStackedWidget* m_stack;  ///< the list, or what to do first
    QWidget* m_list;
    QWidget* m_noChildren = nullptr;
    QPushButton* m_findButton = nullptr;
    SeekerTableModel* m_model;
    SeekerFilterModel* m_filter;
};

/// Children of the latest searches on this computer, newest first; ids only are kept.
QStringList recentSearches(const QString& authority);
void rememberSearch(const QString& authority, const QString& childId);

}  // namespace homeward::ui
