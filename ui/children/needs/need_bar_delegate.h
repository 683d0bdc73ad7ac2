#pragma once

#include "ui/shared/cells/cell_delegate.h"

namespace homeward::ui {

/// A total of need as a number with a small bar beside it.
class NeedBarDelegate : public CellDelegate {
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;
    void setHighest(int total) { m_highest = total; }  ///< full length
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    int m_highest = 48;
};

}  // namespace homeward::ui
