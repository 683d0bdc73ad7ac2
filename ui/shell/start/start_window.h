#pragma once

#include <QWidget>

class QScrollArea;

namespace homeward::ui {

class FocusKeeper;
class StartPage;

/// The window before there is a session. Shows one page at a time, and the present session's window
/// comes back when this is closed.
class StartWindow final : public QWidget {
    Q_OBJECT
public:
    explicit StartWindow(QWidget* parent = nullptr);
    ~StartWindow() override;

    /// Takes `page`; the one before it goes.
    void showPage(StartPage* page);
    StartPage* page() const;

signals:
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    QScrollArea* m_area;
    FocusKeeper* m_focusKeeper;
};

}  // namespace homeward::ui
