#pragma once

#include <QTableView>
#include <QTimer>
#include <functional>

#include "app/exports.h"

class QLabel;

namespace homeward::ui {

/// The one table of the program: sorting by header click (SortRole), Ctrl+C copies the selected
/// rows with headers as tab separated text, Enter or double click activates a row, column widths
/// and order are remembered under `settingsKey`, an empty-state text is shown when there are no
/// rows. Sorting asks the model: give it a QSortFilterProxyModel with the role to sort by. Widths
/// the page sets before the view is first shown are the defaults; what the person changes wins.
class TableView : public QTableView {
    Q_OBJECT
public:
    explicit TableView(const QString& settingsKey, QWidget* parent = nullptr);

    void setEmptyText(const QString& text);
    /// Columns share the width of the view in these proportions (by column of the model), until the
    /// person sets a width.
    void setColumnShares(const QList<int>& shares);
    /// Widths in pixels that sharing never goes below, by column of the model; 0: the heading
    /// alone.
    void setLeastWidths(const QList<int>& widths);
    /// False: the table always opens in the order the page gives it, whatever was sorted before.
    void setSortRemembered(bool remembered) { m_sortRemembered = remembered; }
    void setModel(QAbstractItemModel* model) override;
    /// Visible rows with headers as CSV text (CRLF, harmless for spreadsheets).
    QString toCsv() const;
    /// What the table is to the audit trail once it leaves, and whom it is about; the settings key
    /// and nobody by default.
    void setExport(const QString& what, const ChildId& child = {});
    app::ExportRecord exportRecord(int rows) const;
    /// Selected rows onto the clipboard. False: none, or it could not be recorded (the nearest
    /// banner says why).
    bool copySelection() const;
    /// What Ctrl+C does instead of copySelection, where what is shown may not leave as it is.
    void setCopy(std::function<void()> copy) { m_copy = std::move(copy); }
    void saveColumns() const;

signals:
    void rowActivated(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void restoreColumns();
    void shareWidth();
    QList<int> sharedWidths(int room) const;
    int leastWidth(int column) const;
    void widenForHeadings();
    std::function<void()> m_copy;
    QString m_settingsKey;
    QString m_emptyText;
    QString m_exportWhat;
    ChildId m_exportChild;
    QTimer m_savePause;
    QList<int> m_shares;
    QList<int> m_least;
    bool m_sharing = false;    ///< widths are being set by shareWidth
    bool m_ownWidths = false;  ///< the person dragged a column
    bool m_sortRemembered = true;
    bool m_restored = false;  ///< remembered widths were looked for
};

}  // namespace homeward::ui
