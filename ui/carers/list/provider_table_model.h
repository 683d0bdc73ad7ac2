#pragma once

#include <QCoreApplication>

#include "app/records/providers.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// Providers with what their homes come to.
class ProviderTableModel final : public RowTable<app::ProviderRow> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::ProviderTableModel)
public:
    explicit ProviderTableModel(QObject* parent = nullptr);
    void narrow(const QString& typed, const std::optional<bool>& ownService, bool withFreePlace);
};

}  // namespace homeward::ui
