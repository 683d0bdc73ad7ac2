#pragma once

#include "app/records/providers.h"
#include "ui/shared/pages/live_query.h"
#include "ui/shared/tables/list_page.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace homeward::ui {

class FormField;
class ProviderTableModel;

/// Who provides the homes of the register, what they come to, and a small form to add a provider.
/// A row leads to its homes.
class ProvidersPage final : public ListPage {
    Q_OBJECT
public:
    explicit ProvidersPage(const PageContext& context, QWidget* parent = nullptr);
    /// What is being typed in the form is nobody's name.
    bool comesBackWhole() const override { return false; }

private:
    QWidget* buildForm();
    void showProviders(const Result<std::vector<app::ProviderRow>>& rows);
    void narrow() override;
    void add();

    ProviderTableModel* m_model;
    LiveQuery<std::vector<app::ProviderRow>> m_providers;
    QComboBox* m_service;
    QCheckBox* m_free;
    FormField* m_name = nullptr;
    QCheckBox* m_own = nullptr;
    bool m_isRead = false;
    QWidget* m_form = nullptr;  ///< made of the two above
};

}  // namespace homeward::ui
