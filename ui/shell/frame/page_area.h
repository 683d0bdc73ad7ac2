#pragma once

#include <QScrollArea>

class QStackedWidget;

namespace homeward::ui {

/// The pages, one of them in sight. A page that needs more room than the window has scrolls, so
/// that the frame around it, with its status bar, stays in sight at every letter size.
class PageArea : public QScrollArea {
    Q_OBJECT
public:
    explicit PageArea(QStackedWidget* pages, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void countCurrentOnly();
    void fit();
    QStackedWidget* m_pages;
};

/// Gives `window` the size it likes, and never more than its screen has; no larger may its least
/// size be.
void fitToScreen(QWidget& window, QSize liked, QSize least);

}  // namespace homeward::ui
