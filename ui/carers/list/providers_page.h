#pragma once

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
    std::optional<QTime> readAt() const override;

private:
    QWidget* buildForm();
    void showProviders();
    void narrow() override;
    void add();

    ProviderTableModel* m_model;
    QComboBox* m_service;
    QCheckBox* m_free;
    FormField* m_name = nullptr;
    QCheckBox* m_own = nullptr;
    QWidget* m_form = nullptr;  ///< made of the two above
};

}  // namespace homeward::ui
