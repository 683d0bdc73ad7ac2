#pragma once

#include <QApplication>

namespace homeward::ui {

/// The application with its last net: what a handler of an event throws ends neither the program
/// nor what somebody has typed. It is logged by its kind and told once.
class Application : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override;

private:
    void tell(const char* kind);
    bool m_told = false;
};

}  // namespace homeward::ui
