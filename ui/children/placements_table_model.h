#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "app/placements.h"
#include "ui/shared/cells/cell_roles.h"

namespace homeward::ui {

/// Where a child has lived, newest first.
class PlacementsTableModel final : public QAbstractTableModel {
    Q_OBJECT
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
        DecidedColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;
    /// `rows` oldest first, as app/placements.h gives them; `today` is what open ones are counted
    /// to.
    void setRows(std::vector<app::PlacementRow> rows, Date today);
    const app::PlacementRow& rowAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    /// Invalid: not in the table.
    QModelIndex indexOf(const PlacementId& placement) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    bool isToCome(const app::PlacementRow& row) const;
    int nights(const app::PlacementRow& row) const;
    QVariant displayText(const app::PlacementRow& row, int column) const;
    QVariant sortKey(const app::PlacementRow& row, int column) const;
    std::vector<app::PlacementRow> m_rows;
    Date m_today;
};

/// "12 days", "5 weeks", "2 years 3 months": how long a time in one place was.
QString lengthText(int days);
/// The household, else the kind of place.
QString placementName(const app::PlacementRow& row);

}  // namespace homeward::ui
