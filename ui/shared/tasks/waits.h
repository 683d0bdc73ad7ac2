#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "support/result.h"

namespace homeward::ui {

/// How long a write on the user interface thread may hold up the window while another program
/// writes.
inline constexpr std::chrono::milliseconds kWindowPatience{250};

/// Waiting for another program that is writing, without holding up the window: what is being
/// waited for, and a way to stop. User interface thread, but for what says otherwise.
class Waits : public QObject {
    Q_OBJECT
public:
    static Waits& instance();

    /// Calls `write` on this thread, and hands `done` its result. While it fails with StoreLocked
    /// it is called again, ten times a second and without waiting itself, until it has another
    /// result, `context` goes, or somebody stops it: then `done` gets StoreLocked. True: `done` was
    /// called before this returned. `write` copies all it reads.
    template <typename T>
    static bool save(QObject* context, std::function<Result<T>()> write,
                     std::function<void(const Result<T>&)> done)
    {
        Result<T> first = write();
        if (first || first.error().code != ErrorCode::StoreLocked) {
            done(first);
            return true;
        }
        auto result = std::make_shared<std::optional<Result<T>>>(std::move(first));
        instance().add({context,
                        [result, write = std::move(write)] {
                            result->emplace(write());
                            return **result || (*result)->error().code != ErrorCode::StoreLocked;
                        },
                        [result, done = std::move(done)] { done(**result); }});
        return false;
    }

    bool isWaiting() const { return m_shown; }
    /// Ends all waiting that there is just now; nothing of it is written.
    void stop();

    /// How long a write of the window may wait now.
    static std::chrono::milliseconds patience();
    /// A worker thread is waiting; any thread.
    static void report();
    /// Changes with every stop(); any thread.
    static int stops();

signals:
    void waitingChanged(bool waiting);

private:
    struct Attempt {
        QPointer<QObject> context;
        std::function<bool()> write;  ///< false: still locked
        std::function<void()> done;
    };
    Waits();
    void add(Attempt attempt);
    void tryAgain();
    void show(bool waiting);

    std::vector<Attempt> m_attempts;
    QTimer m_again;
    QTimer m_sinceReport;
    bool m_shown = false;
};

/// While this lives, writes of the window do not wait at all.
class NoPatience {
public:
    NoPatience();
    ~NoPatience();
    NoPatience(const NoPatience&) = delete;
    NoPatience& operator=(const NoPatience&) = delete;

private:
    std::chrono::milliseconds m_before;
};

}  // namespace homeward::ui
