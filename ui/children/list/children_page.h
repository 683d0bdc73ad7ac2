#pragma once

#include "domain/account.h"
#include "ui/shared/pages/live_query.h"
#include "ui/shared/tables/list_page.h"

class QComboBox;

namespace homeward::ui {

class ChildrenTableModel;
class NeedBarDelegate;
struct ChildrenFilter;

/// All children of the authority, searched as one types.
class ChildrenPage final : public ListPage {
    Q_OBJECT
public:
    explicit ChildrenPage(const PageContext& context, QWidget* parent = nullptr);

    std::optional<QTime> readAt() const override;

private:
    void addFilters();
    void addStates();
    void showWorkers(const std::vector<Account>& accounts);
    ChildrenFilter filter() const;
    void showRows();
    void narrow() override;
    void addChild();

    LiveQuery<std::vector<Account>> m_workers;
    ChildrenTableModel* m_model;
    NeedBarDelegate* m_needBars;
    QLabel* m_nearest;  ///< why the list shows other spellings
    QComboBox* m_care;
    QComboBox* m_age;
    QComboBox* m_place;
    QComboBox* m_worker;
    QComboBox* m_assessed;
};

}  // namespace homeward::ui
