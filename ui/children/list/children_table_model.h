#pragma once

#include <QCoreApplication>
#include <optional>
#include <string>
#include <vector>

#include "app/records/children.h"
#include "ui/shared/tables/row_table.h"

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

/// The children that pass a filter. Typing a letter filters 10,000 of them in a few milliseconds
/// because their order is kept.
class ChildrenTableModel final : public RowTable<app::ChildRow> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::ChildrenTableModel)
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
        TotalNeedColumn
    };
    enum Role { HasDraftRole = Qt::UserRole + 100 };  ///< and those of cell_roles.h

    explicit ChildrenTableModel(QObject* parent = nullptr);

    void setRows(std::vector<app::ChildRow> rows);
    void setFilter(const ChildrenFilter& filter);
    const ChildrenFilter& filter() const { return m_filter; }
    /// Nobody is spelled as typed; those shown are spelled nearly so.
    bool showsNearest() const { return m_showsNearest; }
    /// Highest total of all rows, at least 1: the full length of a need bar.
    int highestTotal() const { return m_highestTotal; }

private:
    void narrow();
    std::vector<std::size_t> nearest(const std::vector<std::size_t>& order) override;

    ChildrenFilter m_filter;
    bool m_showsNearest = false;
    int m_highestTotal = 1;
};

/// Label of the statutory code of the place; may be empty.
QString placeText(const app::ChildRow& row);

}  // namespace homeward::ui
