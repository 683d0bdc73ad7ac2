#pragma once

#include <QWidget>

#include "app/homes.h"
#include "ui/shared/page.h"

class QLabel;

namespace homeward::ui {

class Banner;
class ChangedFieldsModel;
class HistoryTableModel;
class TableView;

/// Who changed this home, when and what.
class HomeHistoryTab : public QWidget {
    Q_OBJECT
public:
    explicit HomeHistoryTab(const PageContext& context, QWidget* parent = nullptr);
    /// Read when the tab is next seen.
    void showHome(const app::HomePage& page);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void load();
    void showDetail();
    PageContext m_context;
    app::HomePage m_page;
    bool m_loaded = false;
    Banner* m_banner;
    HistoryTableModel* m_model;
    ChangedFieldsModel* m_fields;
    TableView* m_view;
    TableView* m_fieldsView;
    QLabel* m_countLabel;
};

}  // namespace homeward::ui
