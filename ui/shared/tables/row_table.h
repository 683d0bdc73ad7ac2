#pragma once

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

#include "ui/shared/tables/table_column.h"
#include "ui/shared/tables/table_model.h"

namespace homeward::ui {

/// A table from its columns, holding its rows by value; sorting, filtering, copy, CSV, tooltips and
/// alignment follow. Read only. See docs/architecture.md, "A new list page".
template <typename Row>
class RowTable : public TableModel {
public:
    using Columns = std::vector<TableColumn<Row>>;

    explicit RowTable(QObject* parent) : TableModel(parent) {}
    RowTable(const Columns& columns, QObject* parent) : TableModel(parent) { setColumns(columns); }

    template <typename Value>
    static TableColumn<Row> column(const char* key, const QString& heading, Value value)
    {
        return TableColumn<Row>(key, heading, value);
    }
    /// A role that every cell of a row has unless its column says otherwise.
    template <typename Value>
    void eachRow(int role, Value value)
    {
        m_rowRoles[role] = [value](const Row& row) { return plainValue(std::invoke(value, row)); };
    }

    void setRows(std::vector<Row> rows)
    {
        beginResetModel();
        replaceRows(std::move(rows));
        endResetModel();
    }
    /// Of a paged table: rows behind those that are there.
    void appendRows(std::vector<Row> rows)
    {
        if (rows.empty())
            return;
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
        m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()),
                      std::make_move_iterator(rows.end()));
        appendGiven();
        endInsertRows();
    }
    /// Shows the rows for which `passes` is true; empty: all.
    void setFilter(std::function<bool(const Row&)> passes)
    {
        m_passes = std::move(passes);
        refilter();
    }

    /// As they were given.
    const std::vector<Row>& rows() const { return m_rows; }
    /// Null: none is so.
    template <typename Is>
    const Row* findRow(Is is) const
    {
        const auto found = std::find_if(m_rows.begin(), m_rows.end(), is);
        return found == m_rows.end() ? nullptr : &*found;
    }
    /// Whether any cell of the row has `words` in it, in capitals or not; true for no words.
    bool saysAnywhere(const Row& row, const QString& words) const
    {
        return words.isEmpty() ||
               std::any_of(m_columns.begin(), m_columns.end(), [&](const TableColumn<Row>& column) {
                   return column.cell(row, Qt::DisplayRole)
                       .toString()
                       .contains(words, Qt::CaseInsensitive);
               });
    }
    /// As they are shown.
    const Row& rowAt(int row) const { return m_rows[given(row)]; }

protected:
    /// Before there are rows, or while the model is being reset.
    void setColumns(Columns columns)
    {
        m_columns = std::move(columns);
        std::vector<Roles> headings;
        for (const TableColumn<Row>& column : m_columns)
            headings.push_back(column.heading());
        setHeadings(std::move(headings));
    }
    /// While the model is being reset.
    void replaceRows(std::vector<Row> rows)
    {
        m_rows = std::move(rows);
        arrange();
    }
    std::vector<Row> m_rows;

private:
    std::size_t givenCount() const final { return m_rows.size(); }
    bool isWanted(std::size_t given) const final { return !m_passes || m_passes(m_rows[given]); }
    QVariant cell(std::size_t given, int column, int role) const final
    {
        const Row& row = m_rows[given];
        QVariant own = m_columns[static_cast<std::size_t>(column)].cell(row, role);
        if (own.isValid() || !m_rowRoles.contains(role))
            return own;
        return m_rowRoles[role](row);
    }

    Columns m_columns;
    QMap<int, typename TableColumn<Row>::Cell> m_rowRoles;
    std::function<bool(const Row&)> m_passes;
};

}  // namespace homeward::ui
