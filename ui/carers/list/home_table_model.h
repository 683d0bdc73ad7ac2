#pragma once

#include <QCoreApplication>
#include <optional>

#include "app/records/homes.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// The homes of the register as the carers list shows them.
class HomeTableModel final : public RowTable<app::HomeRow> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::HomeTableModel)
public:
    /// As HomeOrder.
    enum Column {
        NameColumn,
        CarersColumn,
        ProviderColumn,
        StatusColumn,
        PlacesColumn,
        FreeColumn,
        AgesColumn,
        SexColumn,
        SkillsColumn,
        PostcodeColumn,
        CostColumn
    };
    explicit HomeTableModel(QObject* parent = nullptr);
    /// Of the column it is sorted by.
    HomeOrder order() const;
};

/// "0–10", "5" where both ends are the same.
QString agesText(int youngest, int oldest);
/// "any", "boys only", "girls only".
QString sexTermsText(const std::optional<Sex>& onlySex);
/// Pill colour of an approval status.
QString toneOf(ApprovalStatus status);

}  // namespace homeward::ui
