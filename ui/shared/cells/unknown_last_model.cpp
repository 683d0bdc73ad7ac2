#include "ui/shared/cells/unknown_last_model.h"

#include "ui/shared/cells/cell_roles.h"

namespace homeward::ui {

UnknownLastModel::UnknownLastModel(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setSortLocaleAware(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

bool UnknownLastModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const bool leftKnown = left.data(sortRole()).isValid();
    const bool rightKnown = right.data(sortRole()).isValid();
    if (leftKnown != rightKnown)
        return (sortOrder() == Qt::AscendingOrder) == leftKnown;
    return leftKnown && QSortFilterProxyModel::lessThan(left, right);
}

}  // namespace homeward::ui
