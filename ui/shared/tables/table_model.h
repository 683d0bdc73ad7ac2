#pragma once

#include <QAbstractTableModel>
#include <QMap>
#include <QVariant>
#include <vector>

namespace homeward::ui {

/// What a heading says of its column beside its words and their alignment; TableView goes by it.
enum HeadingRole {
    ColumnKeyRole = Qt::UserRole + 50,  ///< text: name of the column, the same in every language
    ShareRole,       ///< int: share of the room that is left; none: as narrow as its words
    WholeRole,       ///< bool: as wide as what stands in the first rows, within reason
    EmsRole,         ///< double: never narrower than so many letters "m"
    SamplesRole,     ///< list of texts: never narrower than any of them
    PillRole,        ///< true: cells are pills, which need more room around the words
    FirstOrderRole,  ///< int, a Qt::SortOrder: the table opens sorted by this column
};

/// Rows in the order asked for, those that pass a filter: what RowTable does whatever the rows are.
/// Sorting goes by SortRole, words by the person's language without minding case, numbers in them
/// as numbers; rows whose key is unknown come last either way. Selected rows stay selected when the
/// order changes.
class TableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using Roles = QMap<int, QVariant>;
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    /// Column -1: the order in which the rows were given.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// The rows come in the order asked for, a stretch at a time (PagedRows): nothing is sorted
    /// here.
    void setPaged() { m_paged = true; }
    /// Whether rows come behind those that are there; they are asked for as one scrolls.
    void setHasMore(bool more) { m_hasMore = more; }
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    /// -1: the order in which rows are given.
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    /// Rows that were given, shown or not.
    int totalCount() const { return static_cast<int>(givenCount()); }
    /// First cell of the row of a record; invalid: not shown.
    QModelIndex indexOf(const QString& recordId) const;
    /// -1: no such column.
    int columnOf(const QString& key) const;

signals:
    void orderWanted();
    void moreWanted();

protected:
    void setHeadings(std::vector<Roles> headings) { m_headings = std::move(headings); }
    /// Which of the given rows the `row`th shown one is.
    std::size_t given(int row) const { return m_shown[static_cast<std::size_t>(row)]; }
    /// Sorts and filters anew; only while the model is being reset.
    void arrange();
    void refilter();
    /// Takes in rows that were given behind the others; between begin and end of an insertion.
    void appendGiven();

private:
    virtual std::size_t givenCount() const = 0;
    virtual QVariant cell(std::size_t given, int column, int role) const = 0;
    virtual bool isWanted(std::size_t given) const = 0;
    /// Given rows to show where none passes, from `order`.
    virtual std::vector<std::size_t> nearest(const std::vector<std::size_t>& /*order*/)
    {
        return {};
    }
    void order();
    void filter();

    std::vector<Roles> m_headings;
    std::vector<std::size_t> m_order;  ///< all given rows, sorted
    std::vector<std::size_t> m_shown;  ///< those of m_order that pass
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_paged = false;
    bool m_hasMore = false;
};

}  // namespace homeward::ui
