#pragma once

#include <QAbstractTableModel>
#include <map>
#include <vector>

#include "analytics/needs_change.h"

namespace homeward::ui {

/// The children behind one figure of the needs change, read only.
class ChildrenBehindModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        FirstOnColumn,
        FirstColumn,
        LatestOnColumn,
        LatestColumn,
        ChangeColumn,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;

    /// `isTotal`: levels are totals over all domains.
    void setRows(std::vector<analytics::ChildChange> rows,
                 const std::map<ChildId, std::string>& names, bool isTotal);
    const std::vector<analytics::ChildChange>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant displayText(std::size_t row, int column) const;
    QVariant sortKey(std::size_t row, int column) const;

    std::vector<analytics::ChildChange> m_rows;
    std::vector<QString> m_names;  ///< by row
    bool m_isTotal = false;
};

}  // namespace homeward::ui
