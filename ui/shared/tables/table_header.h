#pragma once

#include <QHeaderView>

namespace homeward::ui {

/// Headings of a table. The arrow that says how it is sorted stands beside the words it belongs to,
/// not at the far end of a wide column.
class TableHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit TableHeader(QWidget* parent);

    /// Room around the words of a heading, as the style sheet draws it.
    static constexpr int kPadding = 30;
    static constexpr int kArrow = 14;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void initStyleOptionForIndex(QStyleOptionHeader* option, int section) const override;

private:
    int wordsWidth(int section) const;
};

}  // namespace homeward::ui
