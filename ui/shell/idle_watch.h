#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <chrono>

namespace homeward::ui {

/// Tells when nobody has touched keyboard or mouse for a while.
class IdleWatch : public QObject {
    Q_OBJECT
public:
    explicit IdleWatch(QObject* parent = nullptr);
    void setLimit(std::chrono::milliseconds limit);
    void start();
    void stop();

signals:
    void idle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();
    std::chrono::milliseconds m_limit{};
    QElapsedTimer m_sinceInput;
    QTimer m_timer;
};

}  // namespace homeward::ui
