#pragma once

#include "ui/children/child_tab.h"
#include "ui/children/history_words.h"

class QComboBox;
class QLabel;

namespace homeward::ui {

class Banner;
class Card;
class ChangedFieldsModel;
class HistoryTableModel;
class TableView;

/// Who changed or looked at this child's record.
class HistoryTab : public ChildTab {
    Q_OBJECT
public:
    explicit HistoryTab(const PageContext& context, QWidget* parent = nullptr);

    void showChild(const app::ChildPage& page) override;
    void shown() override;
    void changed(const app::ChangeSet& changes) override;

private:
    void buildTools();
    Card* buildDetail();
    void load();
    HistoryNames names() const;
    void showDetail();
    void exportCsv();

    app::ChildPage m_page;
    bool m_loaded = false;

    Banner* m_banner;
    HistoryTableModel* m_model;
    ChangedFieldsModel* m_fields;
    TableView* m_view;
    TableView* m_fieldsView = nullptr;
    Card* m_detail = nullptr;
    QComboBox* m_show = nullptr;
    QLabel* m_count = nullptr;
};

}  // namespace homeward::ui
