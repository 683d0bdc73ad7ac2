#pragma once

#include "domain/account.h"
#include "ui/shared/live_query.h"
#include "ui/shared/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace homeward::ui {

class Banner;
class ChildrenFilterBar;
class ChildrenTableModel;
class NeedBarDelegate;
class PageHeader;
class TableView;

/// All children of the authority, searched as one types.
class ChildrenPage : public Page {
    Q_OBJECT
public:
    explicit ChildrenPage(const PageContext& context, QWidget* parent = nullptr);

    void open(const Place& place) override;
    Place place() const override;
    std::optional<QTime> readAt() const override;

private:
    void buildHeader();
    void buildList();
    void setColumnWidths();
    void showRows();
    void applyFilter();
    void refreshState();
    void openRow(const QModelIndex& index);
    void addChild();
    void exportCsv();

    const PageContext m_context;
    LiveQuery<std::vector<Account>> m_workers;
    ChildrenTableModel* m_model;
    PageHeader* m_header;
    Banner* m_banner;
    ChildrenFilterBar* m_filter;
    QLabel* m_nearest = nullptr;  ///< why the list shows other spellings
    QStackedWidget* m_stack = nullptr;
    TableView* m_view = nullptr;
    NeedBarDelegate* m_needBars = nullptr;
    QWidget* m_noChildren = nullptr;
    QWidget* m_noMatch = nullptr;
    QWidget* m_loading = nullptr;
};

}  // namespace homeward::ui
