#pragma once

#include <QWidget>

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

private:
    Banner* m_banner;
    QVBoxLayout* m_body;
};

}  // namespace homeward::ui
