#pragma once

#include <QPointer>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace homeward::ui {

class Banner;

/// A page before there is a session: the mark of the program, a title, one column in the middle.
class StartPage : public QWidget {
    Q_OBJECT
public:
    StartPage(const QString& title, const QString& text, int width, QWidget* parent = nullptr);

    QVBoxLayout* body() const { return m_body; }
    Banner* banner() const { return m_banner; }

    /// Where typing begins; none: nowhere.
    QWidget* firstFocus() const { return m_firstFocus; }
    void setFirstFocus(QWidget* widget) { m_firstFocus = widget; }
    /// What Enter presses in a field of the page.
    void setEnterPresses(QPushButton* button) { m_pressed = button; }
    /// A way back below everything else; Escape and Alt+Left go it too.
    void offerBack(const QString& words);
    /// Goes back where that is offered just now.
    void goBack();

signals:
    void backRequested();

protected:
    /// The button of a way back, for the page to place.
    QPushButton* makeBack(const QString& words);
    void keyPressEvent(QKeyEvent* event) override;

private:
    Banner* m_banner;
    QVBoxLayout* m_body;
    QPushButton* m_back = nullptr;
    QPushButton* m_pressed = nullptr;
    QPointer<QWidget> m_firstFocus;
};

}  // namespace homeward::ui
