#pragma once

#include <QSortFilterProxyModel>

namespace homeward::ui {

/// Sorts by SortRole; rows whose key is unknown come last, whichever way the column is sorted.
class UnknownLastModel : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit UnknownLastModel(QObject* parent = nullptr);

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

}  // namespace homeward::ui
