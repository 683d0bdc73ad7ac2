#pragma once

#include <QScrollArea>

class QDialog;
class QVBoxLayout;

namespace homeward::ui {

/// Makes the dialog around `inside` as high as its words now need and the screen allows; nothing
/// where it is in no dialog.
void growDialog(QWidget& inside);

/// What a dialog shows above its buttons, which are added to the dialog's layout: as high as it
/// needs to be, and where the screen has no room for that (large letters on a small laptop) it
/// scrolls, so that the buttons stay in reach.
class DialogBody : public QScrollArea {
    Q_OBJECT
public:
    /// Gives `dialog` its layout and margins and stands in it first; `spacing` in pixels.
    DialogBody(QDialog* dialog, int spacing);

    QVBoxLayout* column() const { return m_column; }
    /// The most that the screen leaves it, in pixels.
    int roomOnScreen() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    int wholeHeight(int width) const;
    QSize withBar(const QSize& size) const;

    QVBoxLayout* m_column;
};

}  // namespace homeward::ui
