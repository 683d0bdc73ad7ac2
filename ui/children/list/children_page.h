#pragma once

#include "domain/account.h"
#include "ui/shared/pages/list_sources.h"
#include "ui/shared/tables/paged_list_page.h"

class QComboBox;
class QLabel;

namespace homeward::ui {

class ChildrenTableModel;
class NeedBarDelegate;

/// All children of the authority, searched as one types.
class ChildrenPage final : public ChildListPage {
    Q_OBJECT
public:
    explicit ChildrenPage(const PageContext& context, QWidget* parent = nullptr);

private:
    void addFilters();
    void addStates();
    void showWorkers(const std::vector<Account>& accounts);
    app::ChildListAsked asked() const;
    ListSource<app::ChildRow> source() const override { return childrenSource(asked()); }
    Counter counter() const override;
    int totalOf(const app::ChildCounts& counts) const override { return counts.total; }
    void showCounts(const app::ChildCounts& counts) override;
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
