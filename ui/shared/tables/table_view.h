#pragma once

#include <QTableView>
#include <QTimer>
#include <functional>

#include "app/exchange/exports.h"

class QLabel;

namespace homeward::ui {

/// What a table is called.
struct TableNames {
    QString settingsKey;  ///< empty: nothing is remembered
    QString objectName;
    QString accessibleName;
    QString emptyText = {};
};

/// The one table of the program: sorting by header click (SortRole), Ctrl+C copies the selected
/// rows with headers as tab separated text, Enter or double click activates a row, column widths
/// and order are remembered under `settingsKey`, an empty-state text is shown when there are no
/// rows. Widths, alignment and the order at first come from the columns of the model (RowTable);
/// what the person changes wins.
class TableView : public QTableView {
    Q_OBJECT
public:
    explicit TableView(const QString& settingsKey, QWidget* parent = nullptr);
    TableView(const TableNames& names, QAbstractItemModel* model, QWidget* parent = nullptr);

    void setEmptyText(const QString& text);
    /// Rows have room for so many lines, into which long cells break.
    void setRowLines(int lines);
    /// Back to the order in which the table opens.
    void sortAsAtFirst();
    /// False: the table always opens in the order its columns say, whatever was sorted before.
    void setSortRemembered(bool remembered) { m_sortRemembered = remembered; }
    void setModel(QAbstractItemModel* model) override;
    /// Visible rows with headers as CSV text (CRLF, harmless for spreadsheets).
    QString toCsv() const;
    /// What the table is to the audit trail once it leaves, and whom it is about; the settings key
    /// and nobody by default.
    void setExport(const QString& what, const ChildId& child = {});
    app::ExportRecord exportRecord(int rows) const;
    /// All rows if none is selected. True: copied.
    bool copySelectionOrAll();
    /// Selected rows onto the clipboard. False: none, or it could not be recorded (the nearest
    /// banner says why).
    bool copySelection() const;
    /// What Ctrl+C does instead of copySelection, where what is shown may not leave as it is.
    void setCopy(std::function<void()> copy) { m_copy = std::move(copy); }
    /// By column of the model, from left to right.
    QList<int> shownColumns() const;
    void saveColumns() const;
    /// All rows of the list, those too that were not scrolled to yet.
    void selectAll() override;

signals:
    /// Every row is to be selected, and more have to be read for that.
    void allRowsWanted();
    void rowActivated(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    QItemSelectionModel::SelectionFlags selectionCommand(
        const QModelIndex& index, const QEvent* event = nullptr) const override;

private:
    void restoreColumns();
    void shareWidth();
    int shareOf(int column) const;
    bool isShared() const;
    QList<int> sharedWidths(int room) const;
    int leastWidth(int column) const;
    int wholeWidth(int column) const;
    void widenForHeadings();
    QStringList columnKeys() const;
    std::function<void()> m_copy;
    QString m_settingsKey;
    QString m_emptyText;
    bool m_isRead = false;  ///< the model was filled, be it with nothing
    QString m_exportWhat;
    ChildId m_exportChild;
    QTimer m_savePause;
    bool m_sharing = false;    ///< widths are being set by shareWidth
    bool m_ownWidths = false;  ///< the person dragged a column
    bool m_sortRemembered = true;
    bool m_restored = false;  ///< remembered widths were looked for
};

}  // namespace homeward::ui
