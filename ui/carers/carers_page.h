#pragma once

#include "ui/shared/page.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace homeward::ui {

class Banner;
class HomeFilterModel;
class HomeTableModel;
class PageHeader;
class TableView;

/// The register of homes: search, filter, sort, copy, export, add.
class CarersPage : public Page {
    Q_OBJECT
public:
    explicit CarersPage(const PageContext& context, QWidget* parent = nullptr);
    void open(const Place& place) override;
    Place place() const override;
    std::optional<QTime> readAt() const override;

private:
    void buildHeader();
    void build();
    void buildFilters();
    void showHomes();
    void filter();
    void clearFilters();
    void exportCsv();
    PageContext m_context;
    PageHeader* m_header;
    Banner* m_banner;
    QLineEdit* m_searchEdit;
    QComboBox* m_kindBox;
    QComboBox* m_statusBox;
    QComboBox* m_providerBox;
    QComboBox* m_skillsBox;
    QCheckBox* m_freeBox;
    QPushButton* m_clearButton;
    TableView* m_view;
    QLabel* m_countLabel;
    HomeTableModel* m_model;
    HomeFilterModel* m_filter;
};

}  // namespace homeward::ui
