#pragma once

#include "ui/shared/tables/list_page.h"

class QCheckBox;
class QComboBox;

namespace homeward::ui {

class HomeTableModel;

/// The register: every home, searched as one types, narrowed by filters.
class CarersPage final : public ListPage {
    Q_OBJECT
public:
    explicit CarersPage(const PageContext& context, QWidget* parent = nullptr);
    std::optional<QTime> readAt() const override;
    /// A record is what to search for, e.g. the name of a provider.
    void open(const Place& place) override;

private:
    void addFilters();
    void narrow() override;
    void showHomes();

    HomeTableModel* m_model;
    QComboBox* m_kind;
    QComboBox* m_status;
    QComboBox* m_provider;
    QComboBox* m_skills;
    QCheckBox* m_free;
    QLabel* m_count;
};

}  // namespace homeward::ui
