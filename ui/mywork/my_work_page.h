#pragma once

#include "app/records/my_work.h"
#include "ui/mywork/draft_table_model.h"
#include "ui/mywork/work_table_model.h"
#include "ui/shared/pages/live_query.h"

class QBoxLayout;
class QStackedWidget;

namespace homeward::ui {

class Banner;
class Card;
class EmptyState;
class PageHeader;
class TableView;

/// The home page: drafts to finish, children to assess, my children.
class MyWorkPage final : public Page {
    Q_OBJECT
public:
    MyWorkPage(const PageContext& context, QWidget* parent);

    void open(const Place& place) override;
    Place place() const override;
    bool comesBackWhole() const override { return true; }
    bool print() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    template <typename Model>
    struct ListOf {
        Card* card = nullptr;
        TableView* view = nullptr;
        Model* model = nullptr;
    };
    using List = ListOf<WorkTableModel>;
    /// A card with its table; `open` is asked for the row that is activated or clicked.
    template <typename Model, typename Open>
    ListOf<Model> makeCard(const QString& name, const QString& accessibleName, Model* model,
                           const QString& emptyText, Open open);
    List makeList(const QString& name, const QString& accessibleName,
                  const std::vector<WorkTableModel::Column>& columns, const QString& emptyText,
                  const QString& part = QStringLiteral("needs"));
    QWidget* buildLists();
    EmptyState* buildNoChildren();
    void showFacts();
    void showWork(const app::MyWork& work);
    void openChild(const QModelIndex& index, const QString& part);

    PageContext m_context;
    LiveQuery<app::MyWork> m_work;
    PageHeader* m_header;
    Banner* m_banner;
    QStackedWidget* m_states;  ///< lists, or what to do while there are none
    QBoxLayout* m_halves = nullptr;
    List m_needHome;
    ListOf<DraftTableModel> m_drafts;
    List m_due;
    List m_children;
};

}  // namespace homeward::ui
