#pragma once

#include <QFrame>

#include "support/error.h"

class QLabel;
class QPushButton;

namespace homeward::ui {

/// A failed action or a notice, inside the page, above its content. Hidden until something is to be
/// said. That something was done moves nothing: it is a toast, unless there is more to do.
class Banner : public QFrame {
    Q_OBJECT
public:
    enum class Tone { Info, Success, Warning, Problem };
    explicit Banner(QWidget* parent = nullptr);

    /// Cancelled shows nothing.
    void showError(const Error& error);
    void show(Tone tone, const QString& title, const QString& text);
    /// As show, with a button; its click emits actionRequested.
    void showWithAction(Tone tone, const QString& title, const QString& text,
                        const QString& action);
    /// Nobody closes it: what it says stays true until it is dealt with.
    void setLasting();

    void setVisible(bool visible) override;

signals:
    void actionRequested();

private:
    bool m_isLasting = false;
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QPushButton* m_close;
};

}  // namespace homeward::ui
