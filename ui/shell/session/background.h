#pragma once

#include <QObject>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "support/result.h"
#include "support/run_control.h"

namespace homeward::ui {

/// Work before there is a session: signing in, making an authority. Goes with its context; a result
/// that comes too late is dropped.
class Background : public QObject {
    Q_OBJECT
public:
    /// `T` may be movable only. `work` runs on a thread of the pool, `done` on the context's
    /// thread. Work that throws fails with: Internal.
    template <typename T>
    static Background* run(QObject* context, std::function<Result<T>(const RunControl&)> work,
                           std::function<void(Result<T>)> done)
    {
        auto result = std::make_shared<std::optional<Result<T>>>();
        return start(
            context,
            [result, work = std::move(work)](const RunControl& control) {
                result->emplace(work(control));
            },
            [result](const Error& error) { result->emplace(error); },
            [result, done = std::move(done)] { done(std::move(**result)); });
    }
    ~Background() override;

    void cancel() { *m_stop = true; }

signals:
    void progressed(int done, int total);

private:
    explicit Background(QObject* context);
    static Background* start(QObject* context, std::function<void(const RunControl&)> work,
                             std::function<void(const Error&)> threw, std::function<void()> done);
    std::shared_ptr<std::atomic<bool>> m_stop;
};

}  // namespace homeward::ui
