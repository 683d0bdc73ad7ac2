#pragma once

#include <QCoreApplication>
#include <vector>

#include "app/care/placements.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// Where a child has lived, newest first.
class PlacementsTableModel final : public RowTable<app::PlacementRow> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::PlacementsTableModel)
public:
    enum Column {
        FromColumn,
        UntilColumn,
        LengthColumn,
        PlaceColumn,
        HomeColumn,
        ProviderColumn,
        CostColumn,
        EndReasonColumn,
        DecidedColumn
    };
    explicit PlacementsTableModel(QObject* parent = nullptr);
    /// `rows` oldest first, as app/care/placements.h gives them; `today` is what open ones are
    /// counted to.
    void setRows(std::vector<app::PlacementRow> rows, Date today);

    /// Invalid: not in the table.
    QModelIndex indexOf(const PlacementId& placement) const;

private:
    bool isToCome(const app::PlacementRow& row) const;
    int nights(const app::PlacementRow& row) const;
    QString untilText(const app::PlacementRow& row) const;
    Date m_today;
};

/// "12 days", "5 weeks", "2 years 3 months": how long a time in one place was.
QString lengthText(int days);
/// The household, else the kind of place.
QString placementName(const app::PlacementRow& row);

}  // namespace homeward::ui
