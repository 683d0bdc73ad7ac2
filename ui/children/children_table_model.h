#pragma once

#include <QAbstractTableModel>
#include <optional>
#include <string>
#include <vector>

#include "app/children.h"
#include "ui/shared/cells/cell_roles.h"

namespace homeward::ui {

/// What narrows the list of children. Empty members do not filter.
struct ChildrenFilter {
    QString typed;  ///< every word must be found
    std::optional<int> youngestYears;
    std::optional<int> oldestYears;  ///< inclusive
    std::optional<PlaceGroup> placement;
    std::optional<AccountId> worker;  ///< with an empty id: no worker yet
    bool inCareOnly = true;
    std::optional<bool> assessed;
    bool operator==(const ChildrenFilter&) const = default;
};

bool passes(const ChildrenFilter& filter, const std::string& foldedTyped, const app::ChildRow& row);

/// The children that pass a filter, in the order asked for. Holds all rows by value; typing a
/// letter filters 10,000 of them in a few milliseconds because their order is kept.
class ChildrenTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        CaseNumberColumn,
        AgeColumn,
        SexColumn,
        LivesWithColumn,
        SinceColumn,
        WorkerColumn,
        LastAssessedColumn,
        TotalNeedColumn,
        ColumnCount
    };
    enum Role { HasDraftRole = Qt::UserRole + 100 };  ///< and those of cell_roles.h

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<app::ChildRow> rows);
    void setFilter(const ChildrenFilter& filter);
    const ChildrenFilter& filter() const { return m_filter; }
    /// Nobody is spelled as typed; those shown are spelled nearly so.
    bool showsNearest() const { return m_showsNearest; }
    int totalCount() const { return static_cast<int>(m_rows.size()); }
    /// Highest total of all rows, at least 1: the full length of a need bar.
    int highestTotal() const { return m_highestTotal; }
    const app::ChildRow& rowAt(int row) const
    {
        return m_rows[m_visible[static_cast<std::size_t>(row)]];
    }
    /// Invalid: not in the visible list.
    QModelIndex indexOf(const ChildId& child) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    /// Unknown values stay last either way. Column -1: by family name.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    QVariant displayText(const app::ChildRow& row, int column) const;
    QVariant sortKey(const app::ChildRow& row, int column) const;
    void orderRows();
    void filterRows();
    void findNearest();

    std::vector<app::ChildRow> m_rows;
    std::vector<std::size_t> m_order;    ///< all rows, sorted
    std::vector<std::size_t> m_visible;  ///< those of m_order that pass
    ChildrenFilter m_filter;
    bool m_showsNearest = false;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    int m_highestTotal = 1;
};

/// Label of the statutory code of the place; may be empty.
QString placeText(const app::ChildRow& row);

}  // namespace homeward::ui
