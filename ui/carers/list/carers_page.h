#pragma once

#include "ui/shared/pages/list_sources.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace homeward::ui {

class HomeTableModel;

/// The register: every home, searched as one types, narrowed by filters.
class CarersPage final : public HomeListPage {
    Q_OBJECT
public:
    explicit CarersPage(const PageContext& context, QWidget* parent = nullptr);
    /// A record is what to search for, e.g. the name of a provider.
    void open(const Place& place) override;

private:
    void addFilters();
    app::HomeListAsked asked() const;
    ListSource<app::HomeRow> source() const override { return homesSource(asked()); }
    Counter counter() const override;
    int totalOf(const app::RegisterCounts& counts) const override { return counts.total.homes; }
    void showCounts(const app::RegisterCounts& counts) override;

    HomeTableModel* m_model;
    QComboBox* m_kind;
    QComboBox* m_status;
    QComboBox* m_provider;
    QComboBox* m_skills;
    QCheckBox* m_free;
    QLabel* m_count;
};

}  // namespace homeward::ui
