#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <functional>

namespace homeward::ui {

/// A moment by two clocks, each since a moment of its own.
struct Moment {
    std::chrono::milliseconds
        running;                     ///< never set back, but stands still while the machine sleeps
    std::chrono::milliseconds wall;  ///< goes on while it sleeps, but may be set back or forward

    static Moment now();
};

/// Tells when nobody has touched keyboard or mouse for a while, asleep or awake.
class IdleWatch : public QObject {
    Q_OBJECT
public:
    explicit IdleWatch(QObject* parent = nullptr) : IdleWatch(&Moment::now, parent) {}
    explicit IdleWatch(std::function<Moment()> clock, QObject* parent = nullptr);
    void setLimit(std::chrono::milliseconds limit);
    void start();
    void stop();
    /// Reads the clocks; done from time to time while started, and before any key or click counts.
    void look();

signals:
    void idle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::function<Moment()> m_clock;
    std::chrono::milliseconds m_limit{};
    std::chrono::milliseconds m_idle{};  ///< since the last input, up to m_seen
    Moment m_seen{};
    bool m_keySpent = false;  ///< a key has locked; its press is still to come
    QTimer m_timer;
};

}  // namespace homeward::ui
