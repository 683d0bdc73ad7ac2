#pragma once

#include <QPlainTextEdit>

namespace homeward::ui {

/// Plain text that is as tall as what is written in it; Tab moves on to the next field.
class GrowingTextEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit GrowingTextEdit(QWidget* parent = nullptr);

    void setLines(int fewest, int most);  ///< 1 and 12 unless told; longer text scrolls
    /// No frame until it is typed in or pointed at: for cells of a grid.
    void beQuiet();
    void setMuted(bool muted);  ///< quiet ones only: words that are not confirmed
    /// Leaves undo to the editor around it: Ctrl+Z and Ctrl+Y are not taken here.
    void leaveUndoToParent();
    /// Shows `text` without moving the cursor further than needed; no signal when nothing differs.
    void showText(const QString& text);

signals:
    void left();  ///< Escape
    void focusLost();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool event(QEvent* event) override;

private:
    void fitHeight();
    void styleQuietly();
    void colourWords();
    int m_fewestLines = 1;
    int m_mostLines = 12;
    bool m_parentUndo = false;
    bool m_muted = false;
};

}  // namespace homeward::ui
