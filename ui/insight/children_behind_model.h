#pragma once

#include <QCoreApplication>
#include <map>
#include <vector>

#include "analytics/needs_change.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// The children behind one figure of the needs change.
class ChildrenBehindModel final : public RowTable<analytics::ChildChange> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::ChildrenBehindModel)
public:
    enum Column {
        NameColumn,
        FirstOnColumn,
        FirstColumn,
        LatestOnColumn,
        LatestColumn,
        ChangeColumn
    };
    explicit ChildrenBehindModel(QObject* parent = nullptr);

    /// `isTotal`: levels are totals over all domains.
    void setRows(std::vector<analytics::ChildChange> rows, std::map<ChildId, std::string> names,
                 bool isTotal);

private:
    Columns columnsFor(bool isTotal) const;
    QString nameOf(const analytics::ChildChange& change) const;
    std::map<ChildId, std::string> m_names;
};

}  // namespace homeward::ui
