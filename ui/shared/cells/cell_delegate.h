#pragma once

#include <QStyledItemDelegate>

namespace homeward::ui {

/// Draws cells by the roles of cell_roles.h: pills, bold, muted, a part that must be noticed, a
/// part that steps back. Long text breaks into as many lines as the row has room for.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& given,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// How wide `words` must be, without the padding, to stand whole in a row of that height.
    static int widthOf(const QString& words, const QFontMetrics& metrics, int rowHeight);
};

}  // namespace homeward::ui
